import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import type { ActionName } from '../../../records/changes/actions.ts'
import type { Group, Values } from '../../../records/changes/groups.ts'
import { pickGroups } from '../../../records/changes/groups.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import type { Facts, Outgoing, ProviderWrites, ReadTarget, Refusal, WriteAction } from '../../write.ts'
import { getNotes, getOne } from '../client.ts'
import { normalizeBooking } from '../normalize/booking.ts'
import type { MockContext } from '../settings.ts'
import { type MockCommand, sendCommand } from './send.ts'

/** The reference of all writes: everything is possible, and every request is known by its key. */
export const write: ProviderWrites = {
  BOOKING_CHANGE: action({
    carries: ['STAY', 'TYPE', 'PARTY'],
    options: z.object({ pricing: z.unknown(), notifyGuest: z.unknown() }),
    undo: 'BOOKING_CHANGE',
    may: ({ status }) => (isOver(status) ? refused('A stay that is over cannot be changed.') : null),
    command: ({ values, options }) => ({
      method: 'PUT',
      path: '',
      json: {
        ...{ arrival: values.checkIn ?? null, departure: values.checkOut ?? null },
        category_id: values.roomTypeExternalId ?? null,
        pax: { adults: values.adults ?? null, children: values.children ?? null },
        ...{ reprice: options.pricing === 'REPRICE', notify: options.notifyGuest === true },
      },
    }),
  }),
  BOOKING_ROOM: action({
    carries: ['ROOM'],
    undo: 'BOOKING_ROOM',
    may: ({ status }) => (isOver(status) ? refused('A stay that is over has no room any more.') : null),
    command: ({ values }) => ({ method: 'PUT', path: '/room', json: { room_id: values.roomExternalId ?? null } }),
  }),
  BOOKING_CANCEL: statusAction('cancel', {
    undo: 'BOOKING_REINSTATE',
    options: z.object({ chargeFee: z.unknown(), notifyGuest: z.unknown() }),
  }),
  BOOKING_REINSTATE: statusAction('reinstate', { options: z.object({ notifyGuest: z.unknown() }) }),
  BOOKING_CHECK_IN: statusAction('check-in', {
    undo: 'BOOKING_UNDO_CHECK_IN',
    may: ({ roomExternalId }) => (roomExternalId ? null : refused('No room has been given to the booking.')),
  }),
  BOOKING_UNDO_CHECK_IN: statusAction('undo-check-in'),
  BOOKING_CHECK_OUT: statusAction('check-out'),
  BOOKING_NOTE: {
    ...action({
      carries: [],
      may: () => null,
      command: ({ wanted }) => ({ method: 'POST', path: '/notes', json: { text: wanted.note ?? '' } }),
    }),
    provesAbsence: true,
    read: readEach(readNotes),
  },
}

interface Declared extends Pick<WriteAction, 'carries' | 'options' | 'undo'> {
  may(theirs: Values): Refusal | null
  command(change: Outgoing): MockCommand
}

function action({ may, command, ...declared }: Declared): WriteAction {
  return {
    ...declared,
    ...{ repeat: 'KEY', settleMs: 2_000, batch: 1 },
    may: (_, theirs) => may(theirs.values),
    read: readEach(readBooking),
    async send(ctx, changes) {
      const sent = changes.map(
        async (change) => [change.id, await sendCommand(ctx as MockContext, change, command(change))] as const,
      )
      return new Map(await Promise.all(sent))
    },
  }
}

function statusAction(
  path: string,
  { may = () => null, ...declared }: Partial<Pick<Declared, 'options' | 'undo' | 'may'>> & { undo?: ActionName } = {},
): WriteAction {
  return action({
    ...declared,
    carries: ['STATUS'],
    may,
    command: ({ options }) => ({
      method: 'POST',
      path: `/${path}`,
      json: { fee: options.chargeFee === true, notify: options.notifyGuest === true },
    }),
  })
}

type Read = (ctx: MockContext, target: ReadTarget) => Promise<Facts | null>

function readEach(read: Read): WriteAction['read'] {
  return async (ctx, targets) => {
    const found = await Promise.all(
      targets.map(async (target) => [target.externalId, await read(ctx as MockContext, target)] as const),
    )
    return new Map(found.flatMap(([id, facts]) => (facts === null ? [] : [[id, facts] as const])))
  }
}

const GROUPS: readonly Group[] = ['STAY', 'TYPE', 'PARTY', 'ROOM', 'STATUS']

async function readBooking(ctx: MockContext, { externalId }: ReadTarget): Promise<Facts | null> {
  const raw = await getOne(ctx, 'bookings', externalId)
  if (raw === null) return null
  const booking = normalizeBooking(raw, ctx)
  const { externalUpdatedAt } = booking
  const modifiedAt = externalUpdatedAt === null || externalUpdatedAt === undefined ? null : new Date(externalUpdatedAt)
  return { values: pickGroups(booking as Readonly<Record<string, unknown>>, GROUPS), modifiedAt }
}

/** Which of its notes say the same as the one that is wanted. */
async function readNotes(ctx: MockContext, target: ReadTarget): Promise<Facts | null> {
  const [facts, notes] = await Promise.all([readBooking(ctx, target), getNotes(ctx, target.externalId)])
  if (facts === null) return null
  const alike = notes.filter(({ text }) => same(text, target.wanted.note))
  return { ...facts, alike: alike.map(({ id }) => id) }
}

const same = (text: string, wanted: unknown) => maskCardNumbers(text.trim()) === String(wanted).trim()

const OVER: ReadonlySet<unknown> = new Set<BookingStatus>(['CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])
const isOver = (status: unknown) => OVER.has(status)
const refused = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })

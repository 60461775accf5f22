import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import { type Group, pickGroups } from '../../../records/changes/groups.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import type { Facts, ProviderWrites, ReadTarget } from '../../write.ts'
import { getEach, getNotes } from '../client.ts'
import { normalizeBooking } from '../normalize/booking.ts'
import type { MockContext } from '../settings.ts'
import { action, type Declared, each, modifiedAtOf, refused } from './parts.ts'

/** What can be done to bookings. */
export const bookingActions = {
  BOOKING_CHANGE: bookingAction({
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
  BOOKING_ROOM: bookingAction({
    carries: ['ROOM'],
    undo: 'BOOKING_ROOM',
    unassigns: true,
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
  BOOKING_NOTE: bookingAction({
    carries: [],
    provesAbsence: true,
    read: each(readNotes),
    command: ({ wanted }) => ({ method: 'POST', path: '/notes', json: { text: wanted.note ?? '' } }),
  }),
} satisfies ProviderWrites

type StatusAction = Partial<Pick<Declared, 'options' | 'undo' | 'may'>>

function statusAction(path: string, declared: StatusAction = {}) {
  return bookingAction({
    ...declared,
    carries: ['STATUS'],
    command: ({ options }) => ({
      method: 'POST',
      path: `/${path}`,
      json: { fee: options.chargeFee === true, notify: options.notifyGuest === true },
    }),
  })
}

/** Its path is below the booking's. */
function bookingAction({ command, ...declared }: Omit<Declared, 'read'> & Partial<Pick<Declared, 'read'>>) {
  return action({
    read: readBookings,
    ...declared,
    command(change) {
      const { path, ...rest } = command(change)
      return { ...rest, path: `/bookings/${encodeURIComponent(change.externalId)}${path}` }
    },
  })
}

const GROUPS: readonly Group[] = ['STAY', 'TYPE', 'PARTY', 'ROOM', 'STATUS']

async function readBookings(ctx: MockContext, targets: readonly ReadTarget[]): Promise<ReadonlyMap<string, Facts>> {
  const raws = await getEach(ctx, 'bookings', targets)
  const factsOf = (raw: unknown): [string, Facts] => {
    const booking = normalizeBooking(raw, ctx)
    return [booking.externalId, { values: pickGroups({ ...booking }, GROUPS), modifiedAt: modifiedAtOf(booking) }]
  }
  return new Map(raws.map(factsOf))
}

/** Which of its notes say the same as the one that is wanted. */
async function readNotes(ctx: MockContext, target: ReadTarget): Promise<Facts | null> {
  const { externalId, wanted } = target
  const [found, notes] = await Promise.all([readBookings(ctx, [target]), getNotes(ctx, externalId)])
  const facts = found.get(externalId)
  if (facts === undefined) return null
  return { ...facts, alike: notes.filter(({ text }) => same(text, wanted.note)).map(({ id }) => id) }
}

const same = (text: string, wanted: unknown) => maskCardNumbers(text.trim()) === String(wanted).trim()

const OVER: ReadonlySet<unknown> = new Set<BookingStatus>(['CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])
const isOver = (status: unknown) => OVER.has(status)

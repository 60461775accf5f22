import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import type { ProviderWrites, Refusal, WriteAction } from '../../write.ts'
import { enterprise } from '../client.ts'
import { addNote, readNoteFacts } from './notes.ts'
import { base, reading, sending, sendingTogether, together } from './parts.ts'
import { readFacts } from './reservation.ts'
import { sendCommand } from './send.ts'
import { changeBookings, moveBookings } from './update.ts'

/** A reservation and its ages; and with guest, room, prices and notes as it is stored. */
const joined = { readRequests: 2, fetchRequests: 8 } as const

/** There is no way back from a cancellation, a check-in or a check-out in this API. */
export const bookingWrites: ProviderWrites = {
  BOOKING_CHANGE: {
    ...{ ...together, ...joined },
    // Only what is named in an update is touched.
    ...{ carries: [], repeat: 'SET', requests: 3, undo: 'BOOKING_CHANGE' },
    options: z.object({ pricing: z.unknown(), chargeFee: z.unknown() }),
    may: (_, { values, refusal }) =>
      isOver(values.status) ? rejected('A stay that is over cannot be changed.') : (refusal ?? null),
    read: reading(readFacts),
    send: changeBookings as WriteAction['send'],
  },
  BOOKING_ROOM: {
    ...{ ...together, ...joined },
    ...{ carries: [], repeat: 'SET', requests: 3, undo: 'BOOKING_ROOM', unassigns: true },
    options: z.object({ unlock: z.unknown() }),
    owed: ({ unlocked }) => (unlocked === true ? MAY_BE_UNLOCKED : null),
    may(_, { values, refusal }, { options }) {
      if (isOver(values.status)) return rejected('A stay that is over has no room any more.')
      return options.unlock ? null : (refusal ?? null)
    },
    read: reading(readFacts),
    send: moveBookings as WriteAction['send'],
  },
  BOOKING_CANCEL: {
    ...{ ...together, ...joined },
    ...{ carries: [], repeat: 'TRANSITION' },
    options: z.object({ chargeFee: z.unknown(), notifyGuest: z.unknown() }),
    may: () => null,
    read: reading(readFacts),
    send: sendingTogether((ctx, changes, options) =>
      sendCommand(ctx, 'reservations/cancel', {
        ...enterprise(ctx),
        ReservationIds: changes.map(({ externalId }) => externalId),
        ...{ PostCancellationFee: options.chargeFee === true, SendEmail: options.notifyGuest === true },
        Notes: 'Cancelled by the hotel.',
      }),
    ),
  },
  BOOKING_CHECK_IN: {
    ...{ ...base, ...joined },
    ...{ carries: [], repeat: 'TRANSITION' },
    may: (_, { values }) => (values.roomExternalId ? null : rejected('No room has been given to the booking.')),
    read: reading(readFacts),
    send: sending((ctx, { externalId }) =>
      sendCommand(ctx, 'reservations/start', { ...enterprise(ctx), ReservationId: externalId }),
    ),
  },
  BOOKING_CHECK_OUT: {
    ...{ ...base, ...joined },
    ...{ carries: [], repeat: 'TRANSITION' },
    may: () => null,
    read: reading(readFacts),
    send: sending((ctx, { externalId }) =>
      sendCommand(ctx, 'reservations/process', {
        ...enterprise(ctx),
        ReservationId: externalId,
        ...{ CloseBills: false, AllowOpenBalance: false },
      }),
    ),
  },
  BOOKING_NOTE: {
    ...{ ...base, ...joined },
    ...{ carries: [], repeat: 'CREATE', provesAbsence: true },
    may: () => null,
    read: reading(readNoteFacts),
    send: sending(addNote),
  },
}

const MAY_BE_UNLOCKED = 'The booking may be unlocked from its room: lock it again at the PMS if it is to stay there.'

const OVER: ReadonlySet<unknown> = new Set<BookingStatus>(['CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])
const isOver = (status: unknown) => OVER.has(status)
const rejected = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })

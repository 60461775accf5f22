import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import type { ProviderWrites, Refusal } from '../../write.ts'
import { enterprise } from '../client.ts'
import { addNote, readNoteFacts } from './notes.ts'
import { base, reading, sending } from './parts.ts'
import { readFacts } from './reservation.ts'
import { sendCommand } from './send.ts'
import { changeBooking, moveBooking } from './update.ts'

/** There is no way back from a cancellation, a check-in or a check-out in this API. */
export const bookingWrites: ProviderWrites = {
  BOOKING_CHANGE: {
    ...base,
    // Only what is named in an update is touched.
    ...{ carries: [], repeat: 'SET', undo: 'BOOKING_CHANGE' },
    options: z.object({ pricing: z.unknown(), chargeFee: z.unknown() }),
    may: (_, { values, refusal }) =>
      isOver(values.status) ? rejected('A stay that is over cannot be changed.') : (refusal ?? null),
    read: reading(readFacts),
    send: sending(changeBooking),
  },
  BOOKING_ROOM: {
    ...base,
    ...{ carries: [], repeat: 'SET', undo: 'BOOKING_ROOM', unassigns: true },
    options: z.object({ unlock: z.unknown() }),
    may(_, { values, refusal }, { options }) {
      if (isOver(values.status)) return rejected('A stay that is over has no room any more.')
      return options.unlock ? null : (refusal ?? null)
    },
    read: reading(readFacts),
    send: sending(moveBooking),
  },
  BOOKING_CANCEL: {
    ...base,
    ...{ carries: [], repeat: 'TRANSITION' },
    options: z.object({ chargeFee: z.unknown(), notifyGuest: z.unknown() }),
    may: () => null,
    read: reading(readFacts),
    send: sending((ctx, { externalId, options }) =>
      sendCommand(ctx, 'reservations/cancel', {
        ...enterprise(ctx),
        ReservationIds: [externalId],
        ...{ PostCancellationFee: options.chargeFee === true, SendEmail: options.notifyGuest === true },
        Notes: 'Cancelled by the hotel.',
      }),
    ),
  },
  BOOKING_CHECK_IN: {
    ...base,
    ...{ carries: [], repeat: 'TRANSITION' },
    may: (_, { values }) => (values.roomExternalId ? null : rejected('No room has been given to the booking.')),
    read: reading(readFacts),
    send: sending((ctx, { externalId }) =>
      sendCommand(ctx, 'reservations/start', { ...enterprise(ctx), ReservationId: externalId }),
    ),
  },
  BOOKING_CHECK_OUT: {
    ...base,
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
    ...base,
    ...{ carries: [], repeat: 'CREATE', provesAbsence: true },
    may: () => null,
    read: reading(readNoteFacts),
    send: sending(addNote),
  },
}

const OVER: ReadonlySet<unknown> = new Set<BookingStatus>(['CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])
const isOver = (status: unknown) => OVER.has(status)
const rejected = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })

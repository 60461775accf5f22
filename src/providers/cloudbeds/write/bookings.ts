import { z } from 'zod'
import type { BookingStatus } from '../../../records/booking.ts'
import type { Values } from '../../../records/changes/groups.ts'
import type { Query } from '../../transport/rest.ts'
import type { Facts, Outgoing, ProviderWrites, Refusal, Sent, WriteAction } from '../../write.ts'
import type { CloudbedsContext } from '../settings.ts'
import { addNote, readNoteFacts } from './notes.ts'
import { AMBIGUOUS, type Reservation, readFacts, readReservation } from './reservation.ts'
import { GONE, SETTLE_MS, sendCommand, sending } from './send.ts'

const base = { settleMs: SETTLE_MS, batch: 1, read: readFacts as WriteAction['read'] } as const

export const bookingWrites: ProviderWrites = {
  BOOKING_CHANGE: {
    ...base,
    // A room of a reservation is written whole or not at all.
    ...{ carries: ['STAY', 'TYPE', 'PARTY'], repeat: 'SET', undo: 'BOOKING_CHANGE' },
    options: z.object({ pricing: z.unknown() }),
    may: (wanted, theirs) =>
      whileItLasts(theirs, 'A stay that is over cannot be changed.') ?? whole({ ...theirs.values, ...wanted }),
    send: sendingToRoom((ctx, change, { subReservationId }) =>
      sendCommand(ctx, 'PUT', 'putReservation', {
        reservationID: change.externalId,
        ...roomFields({
          ...{ subReservationID: subReservationId, roomTypeID: textOf(change.values.roomTypeExternalId) },
          ...{ checkinDate: textOf(change.values.checkIn), checkoutDate: textOf(change.values.checkOut) },
          ...{ adults: Number(change.values.adults ?? 0), children: Number(change.values.children ?? 0) },
          // Left out, the vendor makes the price anew.
          adjustPrice: change.options.pricing === 'REPRICE',
        }),
      }),
    ),
  },
  BOOKING_ROOM: {
    ...base,
    // The type goes along: the vendor refuses a room of another one.
    ...{ carries: ['ROOM', 'TYPE'], repeat: 'SET', undo: 'BOOKING_ROOM' },
    may: (_, theirs) => whileItLasts(theirs, 'A stay that is over has no room any more.'),
    send: sendingToRoom((ctx, { externalId, values }, { subReservationId, values: theirs }) =>
      sendCommand(ctx, 'POST', 'postRoomAssign', {
        ...{ reservationID: externalId, subReservationID: subReservationId },
        ...{ newRoomID: textOf(values.roomExternalId), roomTypeID: textOf(values.roomTypeExternalId) },
        ...{ oldRoomID: textOf(theirs.roomExternalId), adjustPrice: false },
      }),
    ),
  },
  BOOKING_CANCEL: statusAction('canceled', { undo: 'BOOKING_REINSTATE' }),
  BOOKING_REINSTATE: statusAction('confirmed'),
  BOOKING_CHECK_IN: {
    ...base,
    ...{ carries: [], repeat: 'TRANSITION' },
    may: (_, { values, refusal }) =>
      refusal ?? (values.roomExternalId ? null : rejected('No room has been given to the booking.')),
    send: sendingToRoom((ctx, change, room) => sendCommand(ctx, 'POST', 'postRoomCheckIn', roomOf(change, room))),
  },
  BOOKING_CHECK_OUT: {
    ...base,
    ...{ carries: [], repeat: 'TRANSITION' },
    may: (_, { refusal }) => refusal ?? null,
    send: sendingToRoom((ctx, change, room) => sendCommand(ctx, 'POST', 'postRoomCheckOut', roomOf(change, room))),
  },
  BOOKING_NOTE: {
    ...base,
    ...{ carries: [], repeat: 'CREATE', provesAbsence: true },
    may: () => null,
    read: readNoteFacts as WriteAction['read'],
    send: sending(addNote),
  },
}

/** The status of a whole reservation, with all of its rooms. It is set, so that a second arrival brings nothing new. */
function statusAction(status: string, undo: Pick<WriteAction, 'undo'> = {}): WriteAction {
  return {
    ...{ ...base, ...undo },
    ...{ carries: [], repeat: 'SET' },
    options: z.object({ notifyGuest: z.unknown() }),
    may: () => null,
    send: sending((ctx, { externalId, options }) =>
      sendCommand(ctx, 'PUT', 'putReservation', {
        ...{ reservationID: externalId, status, sendStatusChangeEmail: options.notifyGuest === true },
      }),
    ),
  }
}

/** Commands name the one room of a reservation, which is looked up right before. */
function sendingToRoom(send: (ctx: CloudbedsContext, change: Outgoing, room: Reservation) => Promise<Sent>) {
  return sending(async (ctx, change) => {
    const reservation = await readReservation(ctx, change.externalId)
    if (reservation === null) return GONE
    const { hasSeveralRooms } = reservation
    return hasSeveralRooms ? { kind: 'REFUSED', ...AMBIGUOUS } : send(ctx, change, reservation)
  })
}

const roomOf = ({ externalId }: Outgoing, { subReservationId }: Reservation): Query => ({
  ...{ reservationID: externalId, subReservationID: subReservationId },
})

/** Lists go as PHP writes them. */
const roomFields = (fields: Query): Query =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`rooms[0][${name}]`, value]))

const whole = ({ roomTypeExternalId, adults }: Values): Refusal | null =>
  roomTypeExternalId && adults
    ? null
    : rejected('The PMS does not say which room type the booking has, or how many adults, and takes no change without.')

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)

const OVER: ReadonlySet<unknown> = new Set<BookingStatus>(['CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])
const whileItLasts = ({ values, refusal }: Facts, message: string) =>
  OVER.has(values.status) ? rejected(message) : (refusal ?? null)
const rejected = (message: string): Refusal => ({ code: 'PROVIDER_REJECTED', message })

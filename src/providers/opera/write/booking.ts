import { z } from 'zod'
import type { Values } from '../../../records/changes/groups.ts'
import { MOST_AT_ONCE } from '../../provider.ts'
import type { Facts, MayContext, ProviderWrites, Refusal } from '../../write.ts'
import { operaSettings } from '../settings.ts'
import { type Judge, readBookings, refusalOfStored } from './booking-facts.ts'
import { cancel, checkIn, giveRoom, reinstate, undoCheckIn, writeStay } from './booking-requests.ts'
import { checkOut } from './check-out.ts'
import { withLock } from './lock.ts'
import { action, type Declared, refused, SETTLE_MS, unsupported } from './parts.ts'

/** What some of them need, of settings as they are stored. */
const set = operaSettings.pick({ cancelReasonCode: true, cashierId: true })

const heldToRoom: Judge = ({ roomStay }) =>
  roomStay.roomNumberLocked === true
    ? { code: 'TARGET_LOCKED', message: 'OPERA holds the booking to its room (do not move).' }
    : null

/** By the day of the hotel's books, which may be another than that of its clocks. */
const notDue: Judge = ({ computedReservationStatus: state }) =>
  state === 'Reserved' ? refused('The guest is not due to arrive today.') : null

/** Takes the lock, writes, lets go. */
const LOCKED = 3

/** What can be done to bookings. */
export const bookingActions = {
  BOOKING_CHANGE: bookingAction({
    carries: ['STAY', 'TYPE', 'PARTY'],
    repeat: 'SET',
    options: z.object({ pricing: z.unknown() }),
    undo: 'BOOKING_CHANGE',
    // Takes the lock, reads all of it, writes, compares, lets go.
    requests: 5,
    may: mayChange,
    send: (ctx, change) => withLock(ctx, change, (lockHandle) => writeStay(ctx, change, lockHandle)),
  }),
  BOOKING_ROOM: bookingAction({
    carries: ['ROOM'],
    repeat: 'SET',
    undo: 'BOOKING_ROOM',
    unassigns: true,
    may: mayMove,
    judge: heldToRoom,
    send: giveRoom,
  }),
  BOOKING_CANCEL: bookingAction({
    carries: ['STATUS'],
    repeat: 'TRANSITION',
    undo: 'BOOKING_REINSTATE',
    may: (_, __, { settings }) =>
      set.safeParse(settings).data?.cancelReasonCode
        ? null
        : unsupported('The hotel has set no reason code of cancellations, which OPERA asks for.'),
    requests: LOCKED,
    send: (ctx, change) => withLock(ctx, change, (lockHandle) => cancel(ctx, change, lockHandle)),
  }),
  BOOKING_REINSTATE: bookingAction({
    carries: ['STATUS'],
    repeat: 'TRANSITION',
    requests: LOCKED,
    send: (ctx, change) => withLock(ctx, change, (lockHandle) => reinstate(ctx, change, lockHandle)),
  }),
  BOOKING_CHECK_IN: bookingAction({
    carries: ['STATUS'],
    repeat: 'TRANSITION',
    undo: 'BOOKING_UNDO_CHECK_IN',
    judge: notDue,
    may: (_, { values }) => (values.roomExternalId ? null : refused('No room has been given to the booking.')),
    requests: LOCKED,
    send: (ctx, change) => withLock(ctx, change, (lockHandle) => checkIn(ctx, change, lockHandle)),
  }),
  BOOKING_UNDO_CHECK_IN: bookingAction({
    carries: ['STATUS'],
    repeat: 'TRANSITION',
    send: undoCheckIn,
  }),
  BOOKING_CHECK_OUT: bookingAction({
    carries: ['STATUS'],
    repeat: 'TRANSITION',
    may: (_, __, { settings }) =>
      set.safeParse(settings).data?.cashierId
        ? null
        : unsupported('The hotel has set no cashier id, without which OPERA closes no folio.'),
    // Makes the folio, then checks out.
    requests: 2,
    send: checkOut,
  }),
} satisfies ProviderWrites

type May = (wanted: Values, theirs: Facts, ctx: MayContext) => Refusal | null

interface BookingAction extends Omit<Declared, 'read' | 'settleMs' | 'may'> {
  may?: May
  judge?: Judge
}

function bookingAction({ may = () => null, judge = () => null, ...declared }: BookingAction) {
  return action({
    ...declared,
    settleMs: SETTLE_MS,
    readsAtOnce: MOST_AT_ONCE,
    read: (ctx, ids) => readBookings(ctx, ids, judge),
    may: (wanted, theirs, ctx) => theirs.refusal ?? refusalOfStored(theirs.values.metadata) ?? may(wanted, theirs, ctx),
  })
}

const OVER: ReadonlySet<unknown> = new Set(['CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])

function mayChange({ roomTypeExternalId }: Values, { values }: Facts): Refusal | null {
  if (OVER.has(values.status)) return refused('A stay that is over cannot be changed.')
  const isOtherType = typeof roomTypeExternalId === 'string' && roomTypeExternalId !== values.roomTypeExternalId
  if (isOtherType && values.roomExternalId)
    return refused('A room of the old type has been given to the booking; it has to be taken off first.')
  return null
}

function mayMove({ roomExternalId }: Values, { values }: Facts): Refusal | null {
  if (OVER.has(values.status)) return refused('A stay that is over has no room any more.')
  if (!roomExternalId && values.status === 'CHECKED_IN') return refused('A guest in house needs a room.')
  return null
}

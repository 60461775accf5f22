import type { BookingStatus } from '../booking.ts'
import type { ActionName } from './actions.ts'

type StatusAction = Extract<
  ActionName,
  'BOOKING_CANCEL' | 'BOOKING_REINSTATE' | 'BOOKING_CHECK_IN' | 'BOOKING_UNDO_CHECK_IN' | 'BOOKING_CHECK_OUT'
>

/** From where an action may move a booking. What is not on this page is not done, whoever wrote last. */
export const MOVES_FROM: Readonly<Record<StatusAction, readonly BookingStatus[]>> = {
  BOOKING_CANCEL: ['PENDING', 'CONFIRMED'],
  BOOKING_REINSTATE: ['CANCELLED'],
  BOOKING_CHECK_IN: ['PENDING', 'CONFIRMED'],
  BOOKING_UNDO_CHECK_IN: ['CHECKED_IN'],
  BOOKING_CHECK_OUT: ['CHECKED_IN'],
}

/** How far a stay has come; what is further along overtakes a wish. */
const PROGRESS: Readonly<Record<BookingStatus, number>> = {
  PENDING: 0,
  CONFIRMED: 1,
  CHECKED_IN: 2,
  CHECKED_OUT: 3,
  CANCELLED: 3,
  NO_SHOW: 3,
}

export type StatusVerdict = 'MAY' | 'IS_SO' | 'OVERTAKEN' | 'REFUSED'

/** What becomes of a wish to move a booking that the PMS has at `theirs`. */
export function judgeStatus(action: ActionName, to: BookingStatus, theirs: BookingStatus): StatusVerdict {
  if (theirs === to) return 'IS_SO'
  const from = MOVES_FROM[action as StatusAction]
  if (from.includes(theirs)) return 'MAY'
  return PROGRESS[theirs] > Math.max(...from.map((each) => PROGRESS[each])) ? 'OVERTAKEN' : 'REFUSED'
}

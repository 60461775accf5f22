import { arrayLiteral } from './literal.ts'

/** Whose rows statements see: those of every hotel, or of the hotels in a list. An empty list sees nothing. */
export type HotelScope = '*' | readonly string[]

/**
 * The role that row-level security binds. It cannot log in: whoever may connect steps down to it. Roles belong to a server
 * and not to a database, so that all of its databases share this one.
 */
export const SCOPED_ROLE = 'pms_hotel_scoped'

/**
 * All of it ends with the transaction: whoever gets the connection next starts as its own self, and with no hotel. The
 * planner takes each hotel for a two-hundredth of a table, and a page that is larger than that it would sort out of all
 * rows of the hotel, unless it is told that single rows cost little to read, as they do from memory or an SSD.
 */
export const STEP_DOWN = `SELECT set_config('role', '${SCOPED_ROLE}', true), set_config('pms.hotel_ids', $1, true),
  set_config('random_page_cost', '1.1', true)`

/** The scope as the policies read it: `*`, or the literal of an array. */
export function scopeSetting(scope: HotelScope): string {
  return scope === '*' ? scope : arrayLiteral(scope)
}

/** What is left of `scope` when only these hotels are wanted; it never grows. */
export function intersectScope(scope: HotelScope, hotelIds: readonly string[]): readonly string[] {
  return scope === '*' ? hotelIds : hotelIds.filter((id) => scope.includes(id))
}

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
 * rows of the hotel, unless it is told that single rows cost little to read, as they do from memory or an SSD. The limits
 * hold from the next statement on, also when this process is frozen: the server ends what it has begun, and lets go of its
 * rows. They are set here and not for the connection, since poolers refuse that, and so that they cost no round trip.
 */
export const STEP_DOWN = `SELECT set_config('role', '${SCOPED_ROLE}', true), set_config('pms.hotel_ids', $1, true),
  set_config('random_page_cost', '1.1', true), set_config('statement_timeout', $2, true),
  set_config('idle_in_transaction_session_timeout', '5s', true)`

/** The parameters of `STEP_DOWN`. */
export const stepDownTo = (scope: HotelScope, { statementMs }: Pick<Limits, 'statementMs'>): [string, string] => [
  scopeSetting(scope),
  String(statementMs),
]

/** How long a statement may take. */
export interface Limits {
  /** Then the server ends it. */
  readonly statementMs: number
  /** Then the server counts as silent, and the connection as lost. */
  readonly answerMs: number
}

/** The answer is waited for less long than a lease lasts, so that whoever works on a run still holds it afterwards. */
export const QUICK: Limits = { statementMs: 10_000, answerMs: 8_000 }
/** For what looks at all rows of a hotel, and says so. */
export const LONG: Limits = { statementMs: 60_000, answerMs: 65_000 }

/** The scope as the policies read it: `*`, or the literal of an array. */
function scopeSetting(scope: HotelScope): string {
  return scope === '*' ? scope : arrayLiteral(scope)
}

/** What is left of `scope` when only these hotels are wanted; it never grows. */
export function intersectScope(scope: HotelScope, hotelIds: readonly string[]): readonly string[] {
  return scope === '*' ? hotelIds : hotelIds.filter((id) => scope.includes(id))
}

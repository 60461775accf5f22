import type { ChangeSet } from '../../../entities/change-set.ts'
import type { Sql } from '../../../platform/database/database.ts'

/** How far a set is that runs, by what is quickly found of it. */
export interface Standing {
  /** Let be sent, and not over yet. */
  readonly underWay: number
  /** Of these, those that no other change and nobody at the desk is in the way of. */
  readonly moving: number
  /** Over, or for a person to decide. */
  readonly ended: number
}

const IS_OPEN = `c.state IN ('PENDING', 'SENDING', 'AWAITING', 'UNKNOWN')`

export async function readStanding(sql: Sql, { hotelId, id, released }: ChangeSet): Promise<Standing> {
  const [row] = await sql.query<Omit<Standing, 'ended'>>(
    `SELECT count(*)::integer AS "underWay",
       count(*) FILTER (WHERE coalesce(c.waiting_for, '') NOT IN ('TURN', 'LOCKED'))::integer AS moving
     FROM pms_change c
     WHERE c.hotel_id = $1 AND c.set_id = $2 AND ${IS_OPEN} AND c.waiting_for IS DISTINCT FROM 'PERSON'`,
    [hotelId, id],
  )
  const { underWay, moving } = row ?? { underWay: 0, moving: 0 }
  return { underWay, moving, ended: Math.max(released - underWay, 0) }
}

/** How many of all items are as they were wanted. */
export async function countDone(sql: Sql, { hotelId, id }: ChangeSet): Promise<{ total: number; done: number }> {
  const [row] = await sql.query<{ total: number; done: number }>(
    `SELECT count(*)::integer AS total, count(*) FILTER (WHERE c.state = 'APPLIED' OR i.outcome = 'IS_SO')::integer AS done
     FROM pms_change_set_item i LEFT JOIN pms_change c ON c.id = i.change_id
     WHERE i.hotel_id = $1 AND i.set_id = $2`,
    [hotelId, id],
  )
  return row ?? { total: 0, done: 0 }
}

const LAST = 100

/** Of the last hundred that have ended, how many were refused or are left to a person. */
export async function countRefusals(sql: Sql, { hotelId, id }: ChangeSet): Promise<number> {
  const [row] = await sql.query<{ refused: number }>(
    `SELECT count(*) FILTER (WHERE "isRefused")::integer AS refused FROM (
       SELECT c.state IN ('REJECTED', 'EXPIRED', 'CONFLICT', 'UNKNOWN', 'AWAITING') AS "isRefused" FROM pms_change c
       WHERE c.hotel_id = $1 AND c.set_id = $2 AND c.state <> 'DRAFT' AND (NOT ${IS_OPEN} OR c.waiting_for = 'PERSON')
       ORDER BY c.updated_at DESC LIMIT ${LAST}) AS recent`,
    [hotelId, id],
  )
  return row?.refused ?? 0
}

/** Whether more of the last hundred was refused than the caller wants to bear; until the first few are over: of these. */
export function isOverLimit(
  { canary, stopPercent }: Pick<ChangeSet, 'canary' | 'stopPercent'>,
  { ended }: Pick<Standing, 'ended'>,
  refused: number,
): boolean {
  const counted = ended <= canary ? Math.min(canary, LAST) : LAST
  return refused * 100 > stopPercent * counted
}

/** So many of a request's worth are let at a time: enough for all hands, and few enough to be taken back at once. */
const HANDS = 4
const [FEWEST, MOST] = [20, 400]

/** How many may be let now. */
export function countToRelease(
  { canary }: Pick<ChangeSet, 'canary'>,
  { underWay, moving, ended }: Standing,
  batch: number,
): number {
  // The first few have to end before any other is let.
  const isCanary = ended < canary
  const room = isCanary ? canary - ended - underWay : Math.min(Math.max(HANDS * batch, FEWEST), MOST) - moving
  return Math.max(room, 0)
}

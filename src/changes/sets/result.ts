import type { Sql } from '../../platform/database/database.ts'

/** What is told of by others than its set: all but the items of sets that were never started. */
export const isToldOf = (change: string) =>
  `(${change}.set_id IS NULL OR ${change}.state <> ALL ('{DRAFT,CANCELLED}') OR ${change}.sendings > 0)`

/**
 * What has become of the item `i` of the set `s`, whose change is `c`. Null before the set is started; WAITING for what is
 * under way or will be; NOT_TRIED for what has never been sent, and has no other reason.
 */
const RESULT = `CASE
  WHEN s.started_at IS NULL AND s.ended_at IS NULL THEN NULL
  WHEN i.outcome = 'IS_SO' THEN 'DONE'
  WHEN i.outcome IN ('CONFLICT', 'REFUSED') THEN 'FAILED'
  WHEN c.state = 'APPLIED' THEN 'DONE'
  WHEN c.state IN ('REJECTED', 'CONFLICT') OR c.waiting_for = 'PERSON' THEN 'FAILED'
  WHEN c.state IN ('CANCELLED', 'SUPERSEDED', 'EXPIRED') THEN CASE WHEN c.sendings > 0 THEN 'FAILED' ELSE 'NOT_TRIED' END
  WHEN c.state = 'DRAFT' AND s.ended_at IS NOT NULL THEN 'NOT_TRIED'
  ELSE 'WAITING' END`

const JOINED = `pms_change_set_item i JOIN pms_change_set s ON s.id = i.set_id LEFT JOIN pms_change c ON c.id = i.change_id`

/** Items with their changes: what a list of them reads. What the sending has found out says more than the preview did. */
export const ITEMS = `(SELECT i.id, i.hotel_id, i.set_id, i.line, i.change_id, i.given, i.outcome, i.field,
    coalesce(c.error_code, i.error_code) AS error_code, coalesce(c.error, i.error) AS error, ${RESULT} AS result,
    s.action, c.state, c.entity_type, c.entity_id, c.base, c.wanted, c.theirs FROM ${JOINED})`

export interface SetCounts {
  readonly total: number
  /** That the preview has looked at. */
  readonly looked: number
  readonly toSend: number
  readonly isSo: number
  readonly conflicts: number
  readonly refused: number
  readonly waiting: number
  readonly done: number
  readonly failed: number
  readonly notTried: number
}

const COUNTS: Readonly<Record<keyof SetCounts, string>> = {
  total: 'true',
  looked: 'outcome IS NOT NULL',
  toSend: `outcome = 'SEND'`,
  isSo: `outcome = 'IS_SO'`,
  conflicts: `outcome = 'CONFLICT'`,
  refused: `outcome = 'REFUSED'`,
  waiting: `result = 'WAITING'`,
  done: `result = 'DONE'`,
  failed: `result = 'FAILED'`,
  notTried: `result = 'NOT_TRIED'`,
}

/** By the id of the set; one statement for all. */
export async function countItems(sql: Sql, setIds: readonly string[]): Promise<ReadonlyMap<string, SetCounts>> {
  const counts = Object.entries(COUNTS).map(
    ([name, condition]) => `count(*) FILTER (WHERE ${condition})::integer AS "${name}"`,
  )
  const rows = await sql.query<SetCounts & { setId: string }>(
    `SELECT t.set_id AS "setId", ${counts.join(', ')} FROM ${ITEMS} t WHERE t.set_id = ANY ($1::uuid[]) GROUP BY 1`,
    [setIds],
  )
  return new Map(rows.map(({ setId, ...each }) => [setId, each]))
}

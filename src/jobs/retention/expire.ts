import type { RetentionConfig } from '../../platform/config.ts'
import type { Sql } from '../../platform/database/database.ts'
import { ROW_TYPES } from '../../records/entity-type.ts'
import { syncedRows } from '../../sync/synced/synced-entities.ts'
import { deleteFrom, type Rule } from './rule.ts'
import { setRules } from './set-rules.ts'

/** So few that nobody waits long for the rows that it locks. */
const BATCH = 2_000
const DAY_MS = 86_400_000

/** The longest span of the statistics is 30 days, and a day's chart may begin a day before. */
const HOURS_DAYS = 35
const FIGURES_DAYS = 400

/** Ids begin with their time, so that the primary key finds what is old without another index. */
const IS_OLD = `id < (lpad(to_hex((extract(epoch FROM $1::timestamptz) * 1000)::bigint), 12, '0')
  || '70008000000000000000')::uuid`

const tombstones = (table: string): Rule => ({
  name: table,
  days: ({ tombstoneDays }) => tombstoneDays,
  statement: deleteFrom(table, 'deleted_at < $1::timestamptz'),
})

/** A rule for each time that histories are kept. */
function historyRules(): Rule[] {
  const byDays = Map.groupBy(ROW_TYPES, (type) => syncedRows[type].historyDays)
  return [...byDays].map(([days, types]) => ({
    name: `pms_history of ${days} days`,
    days: () => days,
    statement: deleteFrom(
      'pms_history',
      `${IS_OLD} AND entity_type IN (${types.map((type) => `'${type}'`).join(', ')})`,
    ),
  }))
}

const RULES: readonly Rule[] = [
  {
    name: 'pms_webhook_event',
    days: ({ payloadDays }) => payloadDays,
    statement: deleteFrom('pms_webhook_event', `${IS_OLD} AND next_attempt_at IS NULL`),
  },
  {
    name: 'pms_sync_failure',
    days: ({ payloadDays }) => payloadDays,
    statement: deleteFrom('pms_sync_failure', `${IS_OLD} AND resolved_at IS NOT NULL`),
  },
  {
    // The next sync continues where the last complete one began, however long ago.
    name: 'pms_sync_log',
    days: ({ syncLogDays }) => syncLogDays,
    statement: deleteFrom(
      'pms_sync_log',
      `${IS_OLD} AND completed_at IS NOT NULL AND NOT EXISTS (
         SELECT FROM pms_sync_walk walk WHERE walk.hotel_id = pms_sync_log.hotel_id
           AND walk.provider = pms_sync_log.provider AND walk.entity_type = pms_sync_log.entity_type
           AND walk.slice = pms_sync_log.slice
           AND walk.true_as_of = pms_sync_log.watermark_at)`,
    ),
  },
  ...historyRules(),
  tombstones('pms_booking'),
  tombstones('pms_guest'),
  tombstones('pms_room'),
  {
    name: 'pms_calendar_change',
    days: ({ payloadDays }) => payloadDays,
    statement: deleteFrom('pms_calendar_change', 'created_at < $1::timestamptz'),
  },
  {
    name: 'pms_sync_figure of hours',
    days: () => HOURS_DAYS,
    statement: deleteFrom('pms_sync_figure', `bucket = 'HOUR' AND at < $1::timestamptz`),
  },
  {
    name: 'pms_sync_figure of days',
    days: () => FIGURES_DAYS,
    statement: deleteFrom('pms_sync_figure', `bucket = 'DAY' AND at < $1::timestamptz`),
  },
  {
    name: 'pms_fleet_figure of hours',
    days: () => HOURS_DAYS,
    statement: deleteFrom('pms_fleet_figure', `bucket = 'HOUR' AND at < $1::timestamptz`),
  },
  {
    name: 'pms_fleet_figure of days',
    days: () => FIGURES_DAYS,
    statement: deleteFrom('pms_fleet_figure', `bucket = 'DAY' AND at < $1::timestamptz`),
  },
  {
    name: 'pms_sync_age',
    days: () => HOURS_DAYS,
    statement: deleteFrom('pms_sync_age', 'hour < $1::timestamptz'),
  },
  {
    name: 'values of pms_change',
    days: ({ payloadDays }) => payloadDays,
    statement: `WITH cleared AS (
       UPDATE pms_change SET base = NULL, wanted = NULL, theirs = NULL, alike = NULL, step = NULL
       WHERE ctid = ANY (ARRAY(
         SELECT ctid FROM pms_change WHERE wanted IS NOT NULL AND ended_at < $1::timestamptz
         LIMIT $2 FOR UPDATE SKIP LOCKED)) RETURNING 1
     ) SELECT count(*) FROM cleared`,
  },
  ...setRules(),
  {
    // Those of sets go with these.
    name: 'pms_change',
    days: ({ auditDays }) => auditDays,
    statement: deleteFrom('pms_change', 'ended_at < $1::timestamptz AND set_id IS NULL'),
  },
  {
    name: 'pms_audit_entry',
    days: ({ auditDays }) => auditDays,
    statement: 'SELECT pms_expire_audit_entries($1, $2) AS count',
  },
]

export interface ExpireOptions {
  readonly kept: RetentionConfig
  readonly now: Date
  readonly batch?: number
  readonly signal?: AbortSignal
}

/** Deletes what is older than it has to be kept, in small transactions. @returns rows by what they were; none is left out */
export async function expire(
  sql: Sql,
  { kept, now, batch = BATCH, signal }: ExpireOptions,
): Promise<Map<string, number>> {
  const deleted = new Map<string, number>()
  for (const { name, days, statement } of RULES) {
    const olderThan = new Date(now.getTime() - days(kept) * DAY_MS)
    const count = await inBatches(() => sql.query<{ count: number }>(statement, [olderThan, batch]), batch, signal)
    if (count > 0) deleted.set(name, count)
  }
  return deleted
}

/** @returns how many in all */
export async function inBatches(
  deleteSome: () => Promise<{ count: number }[]>,
  batch: number,
  signal?: AbortSignal,
): Promise<number> {
  let all = 0
  for (;;) {
    if (signal?.aborted) return all
    const [{ count } = { count: 0 }] = await deleteSome()
    all += count
    if (count < batch) return all
  }
}

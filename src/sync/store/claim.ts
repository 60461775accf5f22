import { selectList } from '../../entities/select.ts'
import { LANES, RUN_LANE, type SyncLog, SyncLogEntity } from '../../entities/sync-log.ts'
import type { Sql } from '../../platform/database/database.ts'
import { mayMove } from './life.ts'

/** How a run comes into the hands of a worker: by its turn, or by its id. */

const COLUMNS = selectList(SyncLogEntity, 'l')

/** Runs of one credential at a time, over all workers, so that a chain of hotels leaves room for others. */
const CREDENTIAL_CAP = 4
/** Of these, calendars: a walk through bookings that becomes due finds a place. */
const CALENDAR_CAP = 2
/** Of all credentials whose last request failed, together; each of them has one. */
const SICK_CAP = 32

/** A vendor's cursor is not trusted longer, so that no run may take longer. */
const DEADLINE = `interval '1 hour' * CASE WHEN operation = 'FULL' THEN 24 ELSE 6 END`

/** The server has started since the last beat of whoever had the run: the outage is ours, and that try does not count. */
const LOST_WITH_SERVER = `coalesce(lease_expires_at - $1 * interval '1 ms' < pg_postmaster_start_time(), false)`

/** Parameter $1 is the length of the lease. */
const TAKE = `UPDATE pms_sync_log l SET status = 'RUNNING', started_at = coalesce(started_at, now()),
  deadline_at = coalesce(deadline_at, now() + ${DEADLINE}), wait_reason = NULL,
  lease_token = lease_token + 1, lease_expires_at = now() + $1 * interval '1 ms',
  attempts = attempts + CASE WHEN ${LOST_WITH_SERVER} THEN 0 ELSE 1 END, sequence = sequence + 1`

/** What stands in no worker's hands and may. The conditions twice, for the index has only the plain ones. */
const CLAIMABLE = `status IN ('QUEUED', 'RUNNING') AND ready_at <= now() AND cancel_requested_at IS NULL
  AND ${mayMove('claim')}`

const IS_CALENDAR = `${RUN_LANE} = ${LANES.CALENDAR}`

/** Credentials that have no turn now: they have their share, or their vendor is down or being tried. */
const SHUT = `held AS MATERIALIZED (
    SELECT credential_key AS key, count(*)::integer AS n, count(*) FILTER (WHERE ${IS_CALENDAR})::integer AS calendars
    FROM pms_sync_log
    WHERE status = 'RUNNING' AND lease_expires_at > now() AND credential_key IS NOT NULL GROUP BY 1
  ), sick AS MATERIALIZED (
    SELECT key, open_until, coalesce(n, 0) AS n FROM pms_provider_health LEFT JOIN held USING (key) WHERE failures > 0
  ), shut AS MATERIALIZED (
    SELECT key FROM sick WHERE open_until > now() OR n >= 1 OR (SELECT sum(n) FROM sick) >= ${SICK_CAP}
    UNION ALL SELECT key FROM held WHERE n >= ${CREDENTIAL_CAP}
  )`
const NOT_SHUT = `(credential_key IS NULL OR credential_key NOT IN (SELECT key FROM shut)
  AND NOT (${IS_CALENDAR} AND credential_key IN (SELECT key FROM held WHERE calendars >= ${CALENDAR_CAP})))`

/** Takes a run that is due, or one whose worker let its lease run out; null when there is nothing to take. */
export async function claimRun(sql: Sql, id: string, leaseMs: number): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `${TAKE} WHERE id = $2 AND cancel_requested_at IS NULL AND ${mayMove('claim')} RETURNING ${COLUMNS}`,
    [leaseMs, id],
  )
  return log ?? null
}

/** What decides whose turn it is, beside the tables. */
export interface Turn {
  readonly leaseMs: number
  /** Whoever has been due longest, whatever its lane: so that none starves, some of the turns are. */
  readonly isOldest: boolean
  /** Providers that have their share of the worker who asks. */
  readonly without: readonly string[]
}

/** Takes the run whose turn it is; null when none is due. Any number of workers may ask at the same time. */
export async function claimNext(sql: Sql, { leaseMs, isOldest, without }: Turn): Promise<SyncLog | null> {
  const [log] = await sql.query<SyncLog>(
    `WITH ${SHUT}, next AS MATERIALIZED (
       SELECT id FROM pms_sync_log WHERE ${CLAIMABLE} AND ${NOT_SHUT} AND provider <> ALL ($2::text[])
       ORDER BY ${isOldest ? 'ready_at' : `${RUN_LANE}, ready_at`} LIMIT 1 FOR UPDATE SKIP LOCKED
     )
     ${TAKE} FROM next WHERE l.id = next.id RETURNING ${COLUMNS}`,
    [leaseMs, without],
  )
  return log ?? null
}

/** Who is due and has no worker. */
export interface Waiting {
  /** Some run that a free worker would take. */
  readonly isSomebody: boolean
  /** Of the credentials that were asked for, those with runs that are due and for which another one makes room. */
  readonly credentialKeys: readonly string[]
}

export async function findWaiting(sql: Sql, credentialKeys: readonly string[]): Promise<Waiting> {
  const [row] = await sql.query<Waiting>(
    `WITH ${SHUT} SELECT EXISTS (SELECT FROM pms_sync_log WHERE ${CLAIMABLE} AND ${NOT_SHUT}) AS "isSomebody",
       ARRAY(SELECT DISTINCT credential_key FROM pms_sync_log
         WHERE ${CLAIMABLE} AND NOT ${IS_CALENDAR} AND credential_key = ANY ($1::text[])) AS "credentialKeys"`,
    [credentialKeys],
  )
  return row ?? { isSomebody: false, credentialKeys: [] }
}

/**
 * For how many milliseconds some run has been due that any worker would take, while none works on anything; 0 when there is
 * no such run, or when somebody is at work.
 */
export async function neglectedMs(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ ms: number }>(
    `WITH ${SHUT} SELECT extract(epoch FROM now() - min(greatest(ready_at, lease_expires_at)))::float8 * 1000 AS ms
     FROM pms_sync_log WHERE ${CLAIMABLE} AND ${NOT_SHUT}
       AND NOT EXISTS (SELECT FROM pms_sync_log WHERE status = 'RUNNING' AND lease_expires_at > now())`,
  )
  return row?.ms ?? 0
}

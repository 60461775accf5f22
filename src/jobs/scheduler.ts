import { type ErrorCode, PmsIntegrationError, toPmsError } from '../errors.ts'
import { nextRun } from '../platform/cron.ts'
import type { Sql } from '../platform/database/database.ts'
import type { Logger } from '../platform/logger.ts'
import { NO_TRACING, type Tracing } from '../platform/tracing/tracing.ts'
import type { Clock } from '../providers/provider.ts'
import { ENTITY_TYPES, type EntityType } from '../records/entity-type.ts'
import type { SyncEngine } from '../sync/engine.ts'
import type { SyncRequest } from '../sync/run/request.ts'
import { syncedEntities } from '../sync/synced/synced-entities.ts'

export interface SchedulerDeps {
  database: Sql
  engine: Pick<SyncEngine, 'request'>
  clock: Clock
  log: Logger
  tracing?: Tracing
}

/** A schedule that is due, in the hands of one worker until `claimedUntil`. */
export interface DueSchedule {
  id: string
  hotelId: string
  provider: string
  syncSchedule: string | null
  timeZone: string
  claimedUntil: Date
  /** Only what failed before is tried again; its next due time is not yet. */
  isRetry: boolean
}

/** A claim that its worker could not finish is due again after this long. */
export const CLAIM_MS = 60_000
const BATCH = 10

/** Starts what is due; returns how many schedules that were. Any number of workers may do so at the same time. */
export async function runDueSchedules(deps: SchedulerDeps): Promise<number> {
  let count = 0
  for (;;) {
    const due = await claimDue(deps.database, deps.clock.now())
    await Promise.all(due.map((schedule) => runTraced(deps, schedule)))
    count += due.length
    if (due.length < BATCH) return count
  }
}

/**
 * Takes schedules that are due, each by one worker only, by moving `next_sync_at` a minute ahead. It moves on to the next
 * due time when the runs are recorded: a worker that dies between the two costs a minute, not the day's sync. Ticks that
 * were missed while no worker ran make one.
 */
export function claimDue(database: Sql, now: Date): Promise<DueSchedule[]> {
  return database.query<DueSchedule>(
    `WITH due AS MATERIALIZED (
       SELECT id, coalesce(next_sync_at > $1, true) AS is_retry FROM pms_configuration
       WHERE enabled AND (next_sync_at <= $1 OR retry_at <= $1)
       ORDER BY least(next_sync_at, retry_at) LIMIT ${BATCH} FOR UPDATE SKIP LOCKED
     )
     UPDATE pms_configuration configuration SET
       next_sync_at = CASE WHEN is_retry THEN next_sync_at ELSE $2 END,
       retry_at = CASE WHEN is_retry THEN $2::timestamptz END
     FROM due, pms_hotel hotel
     WHERE configuration.id = due.id AND hotel.id = configuration.hotel_id
     RETURNING configuration.id, hotel_id AS "hotelId", provider, sync_schedule AS "syncSchedule",
       time_zone AS "timeZone", $2::timestamptz AS "claimedUntil", is_retry AS "isRetry"`,
    [now, new Date(now.getTime() + CLAIM_MS)],
  )
}

/** What a schedule starts is a trace of its own. */
function runTraced(deps: SchedulerDeps, due: DueSchedule): Promise<void> {
  const { tracing = NO_TRACING } = deps
  const facts = { 'pms.hotel': due.hotelId, 'pms.provider': due.provider, 'pms.retry': due.isRetry }
  return tracing.span('schedule', { isRoot: true, facts }, () => runSchedule(deps, due))
}

async function runSchedule(deps: SchedulerDeps, due: DueSchedule): Promise<void> {
  const { hotelId, provider } = due
  try {
    if (due.isRetry) return await retryFailed(deps, due)
    const next = nextDue(deps, due)
    // Without a schedule nothing comes at times of its own either.
    if (due.syncSchedule === null) await makeSlicesDue(deps.database, due, deps.clock.now())
    if (next !== 'UNREADABLE')
      await requestAll(
        deps,
        due,
        SCHEDULED.map((entityType) => ({ entityType })),
      )
    await settle(deps.database, due, next === 'UNREADABLE' ? null : next)
  } catch (error) {
    deps.log.warn({ hotelId, provider, err: error }, 'A scheduled sync could not start; it is tried again')
  }
}

/** In place of a cron expression: a slice of a hotel without a schedule, which is due once. */
export const ONCE = ''

const SLICES = ENTITY_TYPES.flatMap((type) => {
  const { due } = syncedEntities[type]
  return due === 'SCHEDULE' ? [] : due.map(({ slice }) => ({ type, slice }))
})

/** Those of a type take turns, so that one request cannot ask for all of them. */
async function makeSlicesDue(sql: Sql, { id, hotelId, provider }: DueSchedule, now: Date): Promise<void> {
  await sql.query(
    `INSERT INTO pms_sync_due (configuration_id, hotel_id, provider, entity_type, slice, schedule, next_at)
     SELECT $1, $2, $3, type, slice, '${ONCE}', $6 FROM unnest($4::text[], $5::text[]) AS of (type, slice)
     ON CONFLICT (hotel_id, provider, entity_type, slice) DO UPDATE SET schedule = '${ONCE}', next_at = $6, retries = 0`,
    [id, hotelId, provider, SLICES.map(({ type }) => type), SLICES.map(({ slice }) => slice), now],
  )
}

/** Null: it was due once, and has no schedule. One that cannot be read rests until somebody saves it again. */
function nextDue({ clock, log }: SchedulerDeps, { hotelId, provider, syncSchedule, timeZone }: DueSchedule) {
  if (syncSchedule === null) return null
  try {
    return nextRun(syncSchedule, timeZone, clock.now())
  } catch (error) {
    const { message } = toPmsError(error)
    log.error({ hotelId, provider, syncSchedule, timeZone }, `A schedule is switched off: ${message}`)
    return 'UNREADABLE'
  }
}

/** What is asked for, and how many runs before it failed. */
type Wanted = Pick<SyncRequest, 'entityType' | 'slice' | 'retry'>

/** Types that are due with the configuration's schedule. */
const SCHEDULED = ENTITY_TYPES.filter((type) => syncedEntities[type].due === 'SCHEDULE')

/** Tries again what failed for a reason that may be over; everything else waits for its time, or for a person. */
async function retryFailed(deps: SchedulerDeps, due: DueSchedule): Promise<void> {
  await requestAll(deps, due, await findFailed(deps.database, due))
  await deps.database.query('UPDATE pms_configuration SET retry_at = NULL WHERE id = $1 AND retry_at = $2', [
    due.id,
    due.claimedUntil,
  ])
}

async function findFailed(database: Sql, { hotelId, provider }: DueSchedule): Promise<Wanted[]> {
  const last = await database.query<{ entityType: EntityType; status: string; code: ErrorCode; retry: number }>(
    `SELECT DISTINCT ON (entity_type) entity_type AS "entityType", status, error_code AS code,
       coalesce((metadata ->> 'retry')::integer, 0) AS retry
     FROM pms_sync_log WHERE hotel_id = $1 AND provider = $2 AND operation IN ('FULL', 'INCREMENTAL')
       AND entity_type = ANY ($3)
     ORDER BY entity_type, id DESC`,
    [hotelId, provider, SCHEDULED],
  )
  const failed = last.filter(({ status, code }) => status === 'FAILED' && new PmsIntegrationError(code, '').retryable)
  return failed.map(({ entityType, retry }) => ({ entityType, retry: retry + 1 }))
}

async function requestAll(deps: SchedulerDeps, due: DueSchedule, wanted: readonly Wanted[]): Promise<void> {
  const requests = await Promise.allSettled(wanted.map((each) => requestSync(deps, due, each)))
  for (const outcome of requests) if (outcome.status === 'rejected') throw outcome.reason
}

/**
 * Asks for any entity type; the engine knows which of them this provider has.
 * @returns why it was refused; null when it was not
 */
export async function requestSync(
  { engine, log }: SchedulerDeps,
  { hotelId, provider }: Pick<DueSchedule, 'hotelId' | 'provider'>,
  wanted: Wanted,
): Promise<PmsIntegrationError | null> {
  try {
    await engine.request({ hotelId, provider, ...wanted, trigger: 'SCHEDULED', triggeredBy: 'schedule' })
    return null
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || error.retryable) throw error
    const isNormal = error.code === 'SYNC_ALREADY_RUNNING' || error.code === 'UNSUPPORTED_CAPABILITY'
    const facts = { hotelId, provider, entityType: wanted.entityType, code: error.code }
    log[isNormal ? 'debug' : 'warn'](facts, `No scheduled sync: ${error.message}`)
    return error
  }
}

/** Leaves alone what a person saved in the meantime. */
async function settle(database: Sql, { id, claimedUntil }: DueSchedule, next: Date | null): Promise<void> {
  await database.query('UPDATE pms_configuration SET next_sync_at = $3 WHERE id = $1 AND next_sync_at = $2', [
    id,
    claimedUntil,
    next,
  ])
}

import type { Sql } from '../platform/database/database.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { ENTITY_TYPES, type EntityType } from '../records/entity-type.ts'
import { nextDue, type SliceSchedule, spreadMs } from '../sync/synced/due.ts'
import { syncedEntities } from '../sync/synced/synced-entities.ts'
import type { SyncedEntity } from '../sync/synced/synced-entity.ts'
import { CLAIM_MS, ONCE, requestSync, type SchedulerDeps } from './scheduler.ts'

/** A slice that is due, in the hands of one worker until `claimedUntil`. */
export interface DueSlice extends SliceSchedule {
  readonly entityType: EntityType
  readonly claimedUntil: Date
  /** How many runs before it failed. */
  readonly retries: number
}

const BATCH = 10
/** So many hotels may have got a slice at the same time, with a release, that it takes a while until each is read. */
const FIRST_WITHIN_MS = 15 * 60_000

type Declared = Readonly<Partial<Record<EntityType, Pick<SyncedEntity, 'kind' | 'due'>>>>

/** Slices of types that are due by themselves, for providers that have them. */
export function slicesOfProviders(providers: readonly PmsProviderAdapter[], declared: Declared = syncedEntities) {
  return ENTITY_TYPES.flatMap((entityType) => {
    const { kind, due } = declared[entityType] ?? { due: 'SCHEDULE' }
    if (kind === undefined || due === 'SCHEDULE') return []
    const having = providers.filter(({ fetch }) => fetch[kind] !== undefined)
    return having.flatMap(({ key }) => due.map(({ slice, every }) => ({ provider: key, entityType, slice, every })))
  })
}

export type OfProvider = ReturnType<typeof slicesOfProviders>[number]

/**
 * Gives every configuration that has a schedule the slices that its provider has, and those whose times have changed with a
 * release their new ones. The first time comes soon.
 */
export async function plantSlices(sql: Sql, slices: readonly OfProvider[]): Promise<void> {
  if (slices.length === 0) return
  await sql.query(
    `INSERT INTO pms_sync_due AS d (configuration_id, hotel_id, provider, entity_type, slice, schedule, next_at)
     SELECT c.id, c.hotel_id, c.provider, of.type, of.slice, of.schedule, now() + interval '1 ms' * of.within
       * ((hashtext(c.hotel_id || of.type || of.slice)::bigint + 2147483648) / 4294967296.0)
     FROM pms_configuration c
     JOIN unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::float8[])
       AS of (provider, type, slice, schedule, within) ON of.provider = c.provider
     LEFT JOIN pms_sync_due known ON known.hotel_id = c.hotel_id AND known.provider = c.provider
       AND known.entity_type = of.type AND known.slice = of.slice
     WHERE c.enabled AND c.sync_schedule IS NOT NULL AND known.schedule IS DISTINCT FROM of.schedule
     ON CONFLICT (hotel_id, provider, entity_type, slice) DO UPDATE SET
       schedule = excluded.schedule, next_at = least(d.next_at, excluded.next_at)`,
    [
      slices.map(({ provider }) => provider),
      slices.map(({ entityType }) => entityType),
      slices.map(({ slice }) => slice),
      slices.map(({ every }) => every),
      slices.map(({ every }) => Math.min(spreadMs(every), FIRST_WITHIN_MS)),
    ],
  )
}

/** Starts the slices that are due; returns how many that were. Any number of workers may do so at the same time. */
export async function runDueSlices(deps: SchedulerDeps): Promise<number> {
  let count = 0
  for (;;) {
    const due = await claimSlices(deps.database, deps.clock.now())
    await Promise.all(due.map((slice) => runSlice(deps, slice)))
    count += due.length
    if (due.length < BATCH) return count
  }
}

/** As schedules are claimed: it moves on to its next time when the run is recorded. */
function claimSlices(sql: Sql, now: Date): Promise<DueSlice[]> {
  return sql.query<DueSlice>(
    `WITH due AS MATERIALIZED (
       SELECT d.hotel_id, d.provider, d.entity_type, d.slice
       FROM pms_sync_due d JOIN pms_configuration c ON c.id = d.configuration_id
       WHERE d.next_at <= $1 AND d.entity_type = ANY ($3) AND c.enabled
         AND (c.sync_schedule IS NOT NULL OR d.schedule = '${ONCE}')
       ORDER BY d.next_at LIMIT ${BATCH} FOR UPDATE OF d SKIP LOCKED
     )
     UPDATE pms_sync_due d SET next_at = $2 FROM due, pms_hotel hotel
     WHERE d.hotel_id = due.hotel_id AND d.provider = due.provider AND d.entity_type = due.entity_type
       AND d.slice = due.slice AND hotel.id = d.hotel_id
     RETURNING d.hotel_id AS "hotelId", d.provider, d.entity_type AS "entityType", d.slice, d.schedule AS every,
       d.retries, hotel.time_zone AS "timeZone", $2::timestamptz AS "claimedUntil"`,
    [now, new Date(now.getTime() + CLAIM_MS), ENTITY_TYPES],
  )
}

async function runSlice(deps: SchedulerDeps, due: DueSlice): Promise<void> {
  const { hotelId, provider, entityType, slice, retries } = due
  try {
    const next = due.every === ONCE ? null : nextDue(due, deps.clock.now())
    const refusal = await requestSync(deps, due, { entityType, slice, ...(retries > 0 && { retry: retries }) })
    // Slices take turns: another one's run is waited for, its own is what would have been started.
    const isTaken = refusal?.code === 'SYNC_ALREADY_RUNNING' && (refusal.details?.slice ?? '') !== slice
    if (refusal?.code === 'BAD_USER_INPUT') return await withdraw(deps.database, due)
    if (isTaken) return
    if (next === null) await withdraw(deps.database, due)
    else await settle(deps.database, due, next)
  } catch (error) {
    deps.log.warn(
      { hotelId, provider, entityType, slice, err: error },
      'A scheduled sync could not start; it is tried again',
    )
  }
}

/** The type is not divided like this any more, or it was due once. */
async function withdraw(sql: Sql, { hotelId, provider, entityType, slice }: DueSlice): Promise<void> {
  await sql.query(
    'DELETE FROM pms_sync_due WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND slice = $4',
    [hotelId, provider, entityType, slice],
  )
}

/** Leaves alone what was made due at another time meanwhile. */
async function settle(sql: Sql, { hotelId, provider, entityType, slice, claimedUntil }: DueSlice, next: Date) {
  await sql.query(
    `UPDATE pms_sync_due SET next_at = $6, retries = 0
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND slice = $4 AND next_at = $5`,
    [hotelId, provider, entityType, slice, claimedUntil, next],
  )
}

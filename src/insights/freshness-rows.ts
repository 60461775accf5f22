import type { Sql } from '../platform/database/database.ts'
import { ENTITY_TYPES } from '../records/entity-type.ts'
import { syncedEntities } from '../sync/synced/synced-entities.ts'
import type { FreshnessFacts } from './freshness.ts'

/** The facts with the schedule that they are measured against. */
export interface FreshnessRow extends FreshnessFacts {
  syncSchedule: string | null
  /** The slice's own, which it has only where the configuration has one at all. */
  every: string | null
  timeZone: string
}

const SLICES = ENTITY_TYPES.flatMap((type) => {
  const { due } = syncedEntities[type]
  return (due === 'SCHEDULE' ? [{ slice: '', every: null }] : due).map((slice) => ({ type, ...slice }))
})

/** What is known of every configuration of these hotels, every entity type and slice, in one statement. */
export function readFreshness(sql: Sql, hotelIds: readonly string[]): Promise<FreshnessRow[]> {
  const columns = [SLICES.map(({ type }) => type), SLICES.map(({ slice }) => slice), SLICES.map(({ every }) => every)]
  return sql.query<FreshnessRow>(STATEMENT, [hotelIds, ...columns])
}

const STATEMENT = `
  SELECT c.hotel_id AS "hotelId", c.provider, of.type AS "entityType", of.slice, of.every, c.enabled, c.paused_at AS "pausedAt",
    c.created_at AS "configuredAt", c.sync_schedule AS "syncSchedule", hotel.time_zone AS "timeZone",
    walk.true_as_of AS "trueAsOf", coalesce(walk.failed_runs, 0) AS "failedRuns", walk.failing_since AS "failingSince",
    walk.last_error_code AS "lastErrorCode", walk.last_error AS "lastError"
  FROM pms_configuration c
  JOIN pms_hotel hotel ON hotel.id = c.hotel_id
  CROSS JOIN unnest($2::text[], $3::text[], $4::text[]) WITH ORDINALITY AS of (type, slice, every, position)
  LEFT JOIN pms_sync_walk walk
    ON walk.hotel_id = c.hotel_id AND walk.provider = c.provider AND walk.entity_type = of.type
    AND walk.slice = of.slice
  WHERE c.hotel_id = ANY($1::text[])
  ORDER BY c.hotel_id, c.provider, of.position`

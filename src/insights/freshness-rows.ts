import type { Sql } from '../platform/database/database.ts'
import { ENTITY_TYPES } from '../records/entity-type.ts'
import type { FreshnessFacts } from './freshness.ts'

/** The facts with the schedule that they are measured against. */
export interface FreshnessRow extends FreshnessFacts {
  syncSchedule: string | null
  timeZone: string
}

/** What is known of every configuration of these hotels and every entity type, in one statement; two index lookups each. */
export function readFreshness(sql: Sql, hotelIds: readonly string[]): Promise<FreshnessRow[]> {
  return sql.query<FreshnessRow>(STATEMENT, [hotelIds, ENTITY_TYPES])
}

const OF_THIS = 'run.hotel_id = c.hotel_id AND run.provider = c.provider AND run.entity_type = of.type'
const LAST_OF = (status: string) =>
  `(SELECT id FROM pms_sync_log run WHERE ${OF_THIS} AND status = '${status}' ORDER BY id DESC LIMIT 1)`

const STATEMENT = `
  SELECT c.hotel_id AS "hotelId", c.provider, of.type AS "entityType", c.enabled, c.paused_at AS "pausedAt",
    c.created_at AS "configuredAt", c.sync_schedule AS "syncSchedule", hotel.time_zone AS "timeZone",
    proven.watermark_at AS "trueAsOf", coalesce(failed.runs, 0) AS "failedRuns", failed.since AS "failingSince",
    failed.code AS "lastErrorCode", failed.summary AS "lastError"
  FROM pms_configuration c
  JOIN pms_hotel hotel ON hotel.id = c.hotel_id
  CROSS JOIN unnest($2::text[]) WITH ORDINALITY AS of (type, position)
  LEFT JOIN LATERAL (
    SELECT watermark_at FROM pms_sync_log run WHERE ${OF_THIS} AND watermark_at IS NOT NULL
    ORDER BY watermark_at DESC LIMIT 1
  ) AS proven ON true
  CROSS JOIN LATERAL (
    SELECT coalesce(greatest(${LAST_OF('COMPLETED')}, ${LAST_OF('PARTIAL')}), '00000000-0000-0000-0000-000000000000') AS id
  ) AS went_well
  LEFT JOIN LATERAL (
    SELECT count(*) AS runs, min(completed_at) AS since, (array_agg(error_code ORDER BY id DESC))[1] AS code,
      (array_agg(error_summary ORDER BY id DESC))[1] AS summary
    FROM (
      SELECT id, completed_at, error_code, error_summary FROM pms_sync_log run
      WHERE ${OF_THIS} AND status = 'FAILED' AND id > went_well.id ORDER BY id DESC LIMIT 100
    ) AS last_failed
  ) AS failed ON true
  WHERE c.hotel_id = ANY($1::text[])
  ORDER BY c.hotel_id, c.provider, of.position`

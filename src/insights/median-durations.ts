import type { Sql } from '../platform/database/database.ts'
import type { EntityType } from '../records/entity-type.ts'

/** What a run is compared with. */
export interface RunKind {
  hotelId: string
  provider: string
  entityType: EntityType
  slice?: string
  operation: string
}

/** So many of its last like a run is compared with. */
export const COMPARED_RUNS = 100

/**
 * Median duration, in milliseconds, of the last complete runs of each kind; null where there is none. One statement.
 */
export async function medianDurations(sql: Sql, kinds: readonly RunKind[]): Promise<(number | null)[]> {
  const rows = await sql.query<{ median: number | null }>(
    `SELECT median.ms AS median
     FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY
       AS kind (hotel_id, provider, entity_type, operation, slice, position)
     CROSS JOIN LATERAL (
       SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY duration) AS ms FROM (
         SELECT duration FROM pms_sync_log run
         WHERE run.hotel_id = kind.hotel_id AND run.provider = kind.provider AND run.entity_type = kind.entity_type
           AND run.status = 'COMPLETED' AND run.operation = kind.operation AND run.slice = kind.slice
         ORDER BY id DESC LIMIT ${COMPARED_RUNS}
       ) AS last_runs
     ) AS median ORDER BY kind.position`,
    [
      kinds.map(({ hotelId }) => hotelId),
      kinds.map(({ provider }) => provider),
      kinds.map(({ entityType }) => entityType),
      kinds.map(({ operation }) => operation),
      kinds.map(({ slice = '' }) => slice),
    ],
  )
  return rows.map(({ median }) => median)
}

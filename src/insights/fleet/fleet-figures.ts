import type { Sql } from '../../platform/database/database.ts'
import { SLOTS } from '../duration-histogram.ts'

const COUNTS = [
  ...['runs', 'items_processed', 'items_created', 'items_updated', 'items_deleted'],
  ...Array.from({ length: SLOTS }, (_, slot) => `d${slot}`),
]

/** What figures are made of, of one hotel or of all. */
export const FIGURES = ['provider', 'bucket', 'at', 'outcome', 'shortest_ms', 'longest_ms', ...COUNTS].join(', ')

/** A run that ended shortly before its hour did may still be about to commit. */
const SETTLED_AFTER = `interval '10 minutes'`

/**
 * Adds up the hours and days that are over and were not added up before. Two workers at the same time add up the same.
 * @returns how many rows
 */
export async function rollUpFigures(sql: Sql): Promise<number> {
  const [{ count } = { count: 0 }] = await sql.query<{ count: number }>(
    `WITH rolled AS (
       INSERT INTO pms_fleet_figure (${FIGURES})
       SELECT provider, bucket, at, outcome, min(shortest_ms), max(longest_ms), ${COUNTS.map((c) => `sum(${c})`).join(', ')}
       FROM unnest('{HOUR,DAY}'::text[]) AS of (name)
       CROSS JOIN LATERAL (SELECT max(at) AS at FROM pms_fleet_figure WHERE bucket = of.name) AS last (until)
       CROSS JOIN LATERAL (
         SELECT * FROM pms_sync_figure WHERE bucket = of.name AND at > coalesce(last.until, '-infinity')
           AND at < date_trunc(of.name, now() - ${SETTLED_AFTER}, 'UTC')
       ) AS figure
       GROUP BY provider, bucket, at, outcome ON CONFLICT DO NOTHING RETURNING 1
     ) SELECT count(*) FROM rolled`,
  )
  return count
}

/** Up to which hour or day, itself included, all hotels are added up; null where none is, or where not all may be seen. */
export async function rolledUntil(sql: Sql, bucket: 'HOUR' | 'DAY'): Promise<Date | null> {
  const [row] = await sql.query<{ until: Date | null }>(
    'SELECT max(at) AS until FROM pms_fleet_figure WHERE bucket = $1',
    [bucket],
  )
  return row?.until ?? null
}

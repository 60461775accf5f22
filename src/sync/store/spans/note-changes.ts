import type { Sql } from '../../../platform/database/database.ts'
import { changedRanges } from './changed-ranges.ts'
import type { MergedMonth } from './merge.ts'
import type { MonthsOf } from './months.ts'

/** Which run brought what is to be stored. */
export interface Brought {
  readonly syncLogId: string
}

/**
 * Notes what changed, a row a range, in the transaction that changes it. Ranges of a hotel have positions without gaps, given
 * under the lock of the hotel's counter: whoever reads them in order, up to any of them, has missed none that commits later.
 * @returns their positions
 */
export async function noteChanges(
  tx: Sql,
  of: MonthsOf,
  { syncLogId }: Brought,
  months: readonly MergedMonth[],
): Promise<string[]> {
  const { entity, hotelId, provider, fetchedAt } = of
  const known = await withoutFirstLoad(tx, of, syncLogId, months)
  const ranges = known.flatMap(changedRanges)
  if (ranges.length === 0) return []
  const seriesPart = (field: string) => {
    const at = entity.series.indexOf(field)
    return ranges.map(({ series }) => (at < 0 ? null : (series[at] ?? null)))
  }
  const rows = await tx.query<{ position: number }>(
    `WITH counter AS (
       INSERT INTO pms_calendar_position AS p (hotel_id, position) VALUES ($1, $6)
       ON CONFLICT (hotel_id) DO UPDATE SET position = p.position + $6 RETURNING position
     )
     INSERT INTO pms_calendar_change (hotel_id, position, provider, entity_type, rate_plan_external_id,
       room_type_external_id, currency, from_day, to_day, before, after, seen_at, seen_after, sync_log_id)
     SELECT $1, counter.position - $6 + u.n, $2, $3, u.plan, u.type, nullif(u.currency, ''), u.from_day, u.to_day,
       u.before::jsonb, u.after::jsonb, $4,
       (SELECT walk.true_as_of FROM pms_sync_log log JOIN pms_sync_walk walk ON walk.hotel_id = log.hotel_id
          AND walk.provider = log.provider AND walk.entity_type = log.entity_type AND walk.slice = log.slice
        WHERE log.id = $5), $5
     FROM counter, unnest($7::text[], $8::text[], $9::text[], $10::date[], $11::date[], $12::text[], $13::text[])
       WITH ORDINALITY AS u (plan, type, currency, from_day, to_day, before, after, n)
     RETURNING position`,
    [
      ...[hotelId, provider, entity.type, fetchedAt, syncLogId, ranges.length],
      ...[seriesPart('ratePlanExternalId'), seriesPart('roomTypeExternalId')],
      ranges.map(({ currency }) => currency),
      ranges.map(({ from }) => from),
      ranges.map(({ to }) => to),
      ranges.map(({ before }) => JSON.stringify(before)),
      ranges.map(({ after }) => JSON.stringify(after)),
    ],
  )
  return rows.map(({ position }) => String(position))
}

/** Months that are there for the first time are no change before a walk of their slice has come to its end. */
async function withoutFirstLoad(
  tx: Sql,
  { hotelId, provider, entity }: MonthsOf,
  syncLogId: string,
  months: readonly MergedMonth[],
): Promise<readonly MergedMonth[]> {
  if (months.every(({ before }) => before !== null)) return months
  const [slice] = await tx.query(
    `SELECT FROM pms_sync_log log JOIN pms_sync_walk walk ON walk.slice = log.slice
     WHERE log.id = $1 AND walk.hotel_id = $2 AND walk.provider = $3 AND walk.entity_type = $4
       AND walk.true_as_of IS NOT NULL`,
    [syncLogId, hotelId, provider, entity.type],
  )
  return slice === undefined ? months.filter(({ before }) => before !== null) : months
}

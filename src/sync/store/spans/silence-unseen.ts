import type { SyncLog } from '../../../entities/sync-log.ts'
import type { Sql } from '../../../platform/database/database.ts'
import { dayNumber, dayOf, monthOf } from '../../../records/days.ts'
import type { SpanEntity } from '../../synced/synced-entity.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { BRAKE, isProven, type TombstoneOutcome } from '../tombstones.ts'
import type { MonthKey } from './cut.ts'
import { type MergedMonth, silenceDays } from './merge.ts'
import { type MonthsOf, readMonths, updateMonths } from './months.ts'
import { noteChanges } from './note-changes.ts'
import { gapsBetween, seenDays } from './seen.ts'
import { monthTableOf } from './statements.ts'

/**
 * Nulls what no span of an ended walk named, within the days that it proved. Days before and behind them stay as they are:
 * what is past stays as it was sold. The brake counts series, not days.
 */
export async function silenceUnseen(
  tx: Sql,
  entity: SpanEntity,
  log: SyncLog,
  { range, pages, until }: Checkpoint,
  acceptDeletions: boolean,
): Promise<TombstoneOutcome> {
  if (!range || !(await isProven(tx, log.id, pages))) return { kind: 'UNPROVEN' }
  const of = { entity, hotelId: log.hotelId, provider: log.provider, fetchedAt: until }
  const unseen = await findUnseen(tx, of, log.id, [dayNumber(range.from), dayNumber(range.to)])
  const merged = await silence(tx, of, unseen)
  const candidates = new Set(merged.map(({ series }) => JSON.stringify(series))).size
  const allowed = Math.max(Math.floor((await countSeries(tx, of)) * BRAKE.share), BRAKE.rows)
  if (candidates > allowed && !acceptDeletions) return { kind: 'NEEDS_REVIEW', candidates, allowed }
  await updateMonths(tx, of, merged)
  const ids = await noteChanges(tx, of, { syncLogId: log.id }, merged)
  return { kind: 'APPLIED', ids, deleted: candidates }
}

/** A stored month with days that were not named. */
interface UnseenMonth extends MonthKey {
  readonly currency: string
  readonly runs: readonly { readonly at: number; readonly length: number }[]
}

async function findUnseen(tx: Sql, of: MonthsOf, syncLogId: string, [from, to]: readonly [number, number]) {
  const noted = await tx.query<{ note: string }>(
    'SELECT unnest(external_ids) AS note FROM pms_sync_seen WHERE sync_log_id = $1',
    [syncLogId],
  )
  const seen = seenDays(noted.map(({ note }) => note))
  const stored = await storedMonths(tx, of, from, to)
  return stored.flatMap(({ series, currency, month: first }): UnseenMonth[] => {
    const month = monthOf(dayNumber(first))
    const days = seen.get(JSON.stringify([...series, currency])) ?? []
    const last = Math.min(to, month.first + month.length - 1)
    const gaps = gapsBetween(days, Math.max(from, month.first), last)
    const runs = gaps.map(([a, b]) => ({ at: a - month.first, length: b - a + 1 }))
    return runs.length === 0 ? [] : [{ series, currency, month: first, length: month.length, runs }]
  })
}

interface StoredKey {
  readonly series: string[]
  readonly currency: string
  readonly month: string
}

/** In the order in which all writers lock. */
async function storedMonths(tx: Sql, of: MonthsOf, from: number, to: number): Promise<StoredKey[]> {
  const { table, series, hasCurrency } = monthTableOf(of.entity)
  const rows = await tx.query<StoredKey>(
    `SELECT ARRAY[${series.join(', ')}] AS series, ${hasCurrency ? 'currency' : `''`} AS currency, month
     FROM ${table} WHERE hotel_id = $1 AND provider = $2 AND month BETWEEN $3::date AND $4::date`,
    [of.hotelId, of.provider, dayOf(monthOf(from).first), dayOf(monthOf(to).first)],
  )
  const keyOf = ({ series, month }: StoredKey) => JSON.stringify([...series, month])
  return rows.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

async function silence(tx: Sql, of: MonthsOf, unseen: readonly UnseenMonth[]): Promise<MergedMonth[]> {
  if (unseen.length === 0) return []
  const stored = await readMonths(tx, of, unseen, true)
  return unseen.flatMap((month, i) => {
    const own = stored[i]?.find(({ currency }) => currency === month.currency)
    return (own && silenceDays(month, own, month.runs)) ?? []
  })
}

async function countSeries(tx: Sql, { entity, hotelId, provider }: MonthsOf): Promise<number> {
  const { table, series } = monthTableOf(entity)
  const [row] = await tx.query<{ live: number }>(
    `SELECT count(*) AS live FROM (SELECT DISTINCT ${series.join(', ')} FROM ${table}
       WHERE hotel_id = $1 AND provider = $2) AS one`,
    [hotelId, provider],
  )
  return row?.live ?? 0
}

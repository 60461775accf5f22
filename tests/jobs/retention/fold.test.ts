import { expect, test } from 'vitest'
import { freshnessSeries } from '../../../src/insights/freshness-ages.ts'
import { readFreshness } from '../../../src/insights/freshness-rows.ts'
import { medianDurations } from '../../../src/insights/median-durations.ts'
import { failureRates, type StatisticsScope, syncChanges, syncDurations } from '../../../src/insights/statistics.ts'
import { foldUnchangedRuns } from '../../../src/jobs/retention/fold.ts'
import type { Sql } from '../../../src/platform/database/database.ts'
import { ENTITY_TYPES } from '../../../src/records/entity-type.ts'
import { findWatermark } from '../../../src/sync/store/runs.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { addAccount, addRuns } from '../../kit/rows.ts'

const now = new Date('2026-06-15T12:30:00Z')

const told = async (sql: Sql, hotelId: string) => {
  const week: StatisticsScope = { hotelIds: [hotelId], span: 'WEEK', now }
  const walks = ENTITY_TYPES.map((entityType) => ({ hotelId, provider: 'mock', entityType }))
  return {
    changes: await syncChanges(sql, week, 'HOUR'),
    durations: await syncDurations(sql, week, 'DAY'),
    failures: await failureRates(sql, week),
    ages: await freshnessSeries(sql, hotelId, week, 'HOUR'),
    freshness: await readFreshness(sql, [hotelId]),
    medians: await medianDurations(
      sql,
      walks.map((walk) => ({ ...walk, operation: 'INCREMENTAL' })),
    ),
    watermarks: await Promise.all(walks.map((walk) => findWatermark(sql, walk))),
  }
}

test('runs that changed nothing leave the table, and no figure changes by that', async () => {
  await using database = await openTestDatabase()
  const [one, other] = [await addAccount(database), await addAccount(database)]
  for (const hotelId of [one, other]) await addRuns(database, { hotelId, runs: 900, until: now, changedOf: 10 })
  const sql = database.within('*')
  const before = [await told(sql, one), await told(sql, other)]
  const folded = await foldUnchangedRuns(sql, { batch: 100 })
  expect(folded).toBeGreaterThan(700)
  expect([await told(sql, one), await told(sql, other)]).toEqual(before)
  const [left] = await database.query<{ unchanged: number; others: number }>(
    `SELECT count(*) FILTER (WHERE is_unchanged) AS unchanged, count(*) FILTER (WHERE NOT is_unchanged) AS others
     FROM pms_sync_log, LATERAL (SELECT status = 'COMPLETED' AND items_unchanged = items_processed AS is_unchanged) AS of`,
  )
  expect(left).toEqual({ unchanged: 2 * 3 * 100, others: 1_800 - folded - 600 })
  expect(await foldUnchangedRuns(sql)).toBe(0)
})

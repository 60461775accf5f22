import { afterAll, beforeAll, expect, test } from 'vitest'
import { countEndedRuns } from '../../src/entities/migrations/20261130040000-figures.ts'
import { rollUpFigures } from '../../src/insights/fleet/fleet-figures.ts'
import { freshnessSeries } from '../../src/insights/freshness-ages.ts'
import { readFreshness } from '../../src/insights/freshness-rows.ts'
import { failureRates, type StatisticsScope, syncChanges, syncDurations } from '../../src/insights/statistics.ts'
import type { Database, Sql } from '../../src/platform/database/database.ts'
import { ENTITY_TYPES } from '../../src/records/entity-type.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { slicesOf } from '../../src/sync/synced/synced-entity.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addAccount, addHotel, addRuns } from '../kit/rows.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const now = new Date('2026-06-15T12:30:00Z')
const week = (hotelIds: readonly string[] | null): StatisticsScope => ({ hotelIds, span: 'WEEK', now })

/** Everything that is told of a hotel's runs. */
const allFigures = async (sql: Sql, hotelId: string) => ({
  changes: await syncChanges(sql, week([hotelId]), 'HOUR'),
  byDay: await syncChanges(sql, week([hotelId]), 'DAY'),
  durations: await syncDurations(sql, week([hotelId]), 'HOUR'),
  failures: await failureRates(sql, week([hotelId])),
  ages: await freshnessSeries(sql, hotelId, week(null), 'HOUR'),
  freshness: await readFreshness(sql, [hotelId]),
})

test('the figures of a hotel are the sums over its runs, whatever became of them', async () => {
  const hotelId = await addHotel(database)
  await addRuns(database, { hotelId, runs: 500, until: now })
  const told = await syncChanges(database.within('*'), week([hotelId]), 'HOUR')
  const summed = await database.query(
    `SELECT provider, date_trunc('hour', completed_at, 'UTC') AS at, count(*) AS runs,
       sum(items_processed) AS "itemsProcessed", sum(items_created) AS "itemsCreated",
       sum(items_updated) AS "itemsUpdated", sum(items_deleted) AS "itemsDeleted"
     FROM pms_sync_log WHERE hotel_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
    [hotelId],
  )
  expect(told.length).toBeGreaterThan(40)
  expect(told).toEqual(summed)
  const days = await syncChanges(database.within('*'), week([hotelId]), 'DAY')
  expect(days.reduce((sum, { runs }) => sum + runs, 0)).toBe(500)
  const [failed] = await database.query<{ runs: number }>(
    `SELECT count(*) AS runs FROM pms_sync_log WHERE hotel_id = $1 AND status = 'FAILED'`,
    [hotelId],
  )
  const [rate] = await failureRates(database.within('*'), week([hotelId]))
  expect(rate?.failedRuns).toBe(failed?.runs)
})

test('a percentile is off by less than half of what the runs took', async () => {
  const hotelId = await addHotel(database)
  await addRuns(database, { hotelId, runs: 500, until: now })
  const told = await syncDurations(database.within('*'), week([hotelId]), 'DAY')
  const quantile = (p: number) => `percentile_disc(${p}) WITHIN GROUP (ORDER BY duration)`
  const exact = await database.query<{ p50Ms: number; p95Ms: number; p99Ms: number }>(
    `SELECT ${quantile(0.5)} AS "p50Ms", ${quantile(0.95)} AS "p95Ms", ${quantile(0.99)} AS "p99Ms"
     FROM pms_sync_log WHERE hotel_id = $1 AND status IN ('COMPLETED', 'PARTIAL')
     GROUP BY provider, date_trunc('day', completed_at, 'UTC')
     ORDER BY provider, date_trunc('day', completed_at, 'UTC')`,
    [hotelId],
  )
  expect(told).toHaveLength(exact.length)
  exact.forEach((day, n) => {
    for (const of of ['p50Ms', 'p95Ms', 'p99Ms'] as const) {
      expect(Math.abs((told[n]?.[of] ?? 0) / day[of] - 1)).toBeLessThan(0.5)
    }
  })
})

test('runs that ended before the figures were kept are counted as if they ended now', async () => {
  await using own = await openTestDatabase()
  const hotelId = await addAccount(own)
  await addRuns(own, { hotelId, runs: 500, until: now })
  const before = await allFigures(own.within('*'), hotelId)
  await own.query('TRUNCATE pms_sync_figure, pms_sync_age, pms_sync_walk')
  for (const statement of countEndedRuns) await own.query(statement)
  expect(await allFigures(own.within('*'), hotelId)).toEqual(before)
  expect(before.ages.length).toBe(3)
})

test('what all hotels add up to is the same once it is added up, is not read again, and is for nobody who sees only some', async () => {
  await using own = await openTestDatabase()
  const hotelIds = [await addHotel(own), await addHotel(own)]
  for (const hotelId of hotelIds) await addRuns(own, { hotelId, runs: 400, until: now })
  const fleet = own.within('*')
  const figures = async (sql: Sql) => ({
    changes: await syncChanges(sql, week(null), 'HOUR'),
    byDay: await syncChanges(sql, week(null), 'DAY'),
    durations: await syncDurations(sql, week(null), 'HOUR'),
    failures: await failureRates(sql, week(null)),
    ofProvider: await syncChanges(sql, { ...week(null), provider: 'none' }, 'DAY'),
  })
  const before = await figures(fleet)
  const ofOne = await figures(own.within(hotelIds.slice(0, 1)))
  expect(await rollUpFigures(fleet)).toBeGreaterThan(50)
  expect(await rollUpFigures(fleet)).toBe(0)
  expect(await figures(fleet)).toEqual(before)
  expect(await figures(own.within(hotelIds.slice(0, 1)))).toEqual(ofOne)
  await own.query('DELETE FROM pms_sync_figure WHERE at < $1', [now])
  expect(await figures(fleet)).toEqual(before)
  expect(await own.within(hotelIds).query('SELECT FROM pms_fleet_figure')).toEqual([])
  await addRuns(own, { hotelId: hotelIds[0] ?? '', runs: 6, until: new Date() })
  const today = await syncChanges(fleet, { hotelIds: null, span: 'DAY', now: new Date() }, 'HOUR')
  expect(today.reduce((sum, { runs }) => sum + runs, 0)).toBe(6)
})

test('what is no longer proven is not known to be true as of any time', async () => {
  const hotelId = await addAccount(database)
  const walks = ENTITY_TYPES.flatMap((type) => slicesOf(syncedEntities[type]).map((slice) => ({ type, slice })))
  await addRuns(database, { hotelId, runs: 20 * walks.length, until: now, walks })
  const trueAsOf = async () => (await readFreshness(database.within('*'), [hotelId])).map((line) => line.trueAsOf)
  expect(await trueAsOf()).not.toContain(null)
  await database.query(`UPDATE pms_sync_log SET watermark_at = NULL WHERE hotel_id = $1 AND entity_type = 'BOOKING'`, [
    hotelId,
  ])
  expect((await trueAsOf()).filter((time) => time === null)).toHaveLength(1)
  const ages = await freshnessSeries(database.within('*'), hotelId, week(null), 'HOUR')
  expect(new Set(ages.map(({ entityType, slice }) => `${entityType} ${slice}`))).toEqual(
    new Set(walks.filter(({ type }) => type !== 'BOOKING').map(({ type, slice }) => `${type} ${slice}`)),
  )
})

test('runs of a hotel that end at the same time are all counted', async () => {
  const hotelId = await addHotel(database)
  const ends = Array.from({ length: 8 }, () =>
    database.within([hotelId]).transaction((tx) => addRuns(tx, { hotelId, runs: 5, until: now })),
  )
  await Promise.all(ends)
  const days = await syncChanges(database.within('*'), week([hotelId]), 'DAY')
  expect(days.reduce((sum, { runs }) => sum + runs, 0)).toBe(40)
})

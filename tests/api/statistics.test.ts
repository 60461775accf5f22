import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const HOUR = 3_600_000
const ago = (ms: number) => new Date(Date.now() - ms)

test('durations are told by provider and hour: median, 95 and 99 of 100', async () => {
  const hotelId = await addHotel(api.database)
  for (let n = 1; n <= 100; n++) await addSyncLog(api.database, { hotelId, duration: n * 10, completedAt: ago(0) })
  await addSyncLog(api.database, { hotelId, duration: 7, completedAt: ago(3 * HOUR), provider: 'mews' })
  await addSyncLog(api.database, { hotelId, duration: 9, completedAt: ago(30 * HOUR) })
  await addSyncLog(api.database, { hotelId, duration: 9, completedAt: ago(0), status: 'FAILED' })
  const { data } = await api.query(Statistics, { hotelId })
  expect(data.syncDurations.filter(({ provider }) => provider === 'mews')).toMatchObject([{ runs: 1, p50Ms: 7 }])
  const mock = data.syncDurations.filter(({ provider }) => provider === 'mock')
  expect(mock).toMatchObject([{ runs: 100 }])
  const { p50Ms = 0, p95Ms = 0, p99Ms = 0 } = mock[0] ?? {}
  const off = [p50Ms / 500, p95Ms / 950, p99Ms / 990].map((ratio) => Math.abs(ratio - 1))
  expect(Math.max(...off)).toBeLessThan(0.05)
  expect(mock[0]?.at).toMatch(/T\d\d:00:00/)
  const week = await api.query(Statistics, { hotelId, span: 'WEEK', bucket: 'DAY' })
  expect(week.data.syncDurations.reduce((sum, { runs }) => sum + runs, 0)).toBe(102)
})

test('failures are told by class with the number of runs that they are a part of; cancelled ones do not count', async () => {
  const hotelId = await addHotel(api.database)
  const ended = (status: 'COMPLETED' | 'FAILED' | 'CANCELLED', errorCode: string | null = null) =>
    addSyncLog(api.database, { hotelId, status, errorCode, completedAt: ago(HOUR) })
  for (const code of ['PROVIDER_TIMEOUT', 'PROVIDER_UNAVAILABLE', 'PROVIDER_TIMEOUT', 'PROVIDER_UNAUTHORIZED']) {
    await ended('FAILED', code)
  }
  await ended('COMPLETED')
  await ended('CANCELLED', 'SYNC_CANCELLED')
  const { data } = await api.query(Statistics, { hotelId })
  expect(data.syncFailureRates).toEqual([
    {
      provider: 'mock',
      runs: 5,
      failedRuns: 4,
      classes: [
        { errorClass: 'PROVIDER', runs: 3, errorCodes: ['PROVIDER_TIMEOUT', 'PROVIDER_UNAVAILABLE'] },
        { errorClass: 'AUTH', runs: 1, errorCodes: ['PROVIDER_UNAUTHORIZED'] },
      ],
    },
  ])
})

test('what runs changed is summed by provider and hour, those that failed on their way with it', async () => {
  const hotelId = await addHotel(api.database)
  const ended = (counts: Partial<SyncLog>, hours = 0) =>
    addSyncLog(api.database, { hotelId, completedAt: ago(hours * HOUR), ...counts })
  await ended({ itemsProcessed: 9, itemsCreated: 5, itemsUpdated: 2, itemsUnchanged: 2, itemsDeleted: 1 })
  await ended({ itemsProcessed: 3, itemsCreated: 0, itemsUpdated: 3, status: 'FAILED' })
  await ended({ itemsProcessed: 4, itemsCreated: 4, provider: 'mews' })
  await ended({ itemsProcessed: 7, itemsUnchanged: 7 }, 30)
  const { data } = await api.query(Changes, { hotelId })
  const sums = { itemsProcessed: 12, itemsCreated: 5, itemsUpdated: 5, itemsDeleted: 1 }
  expect(data.syncChanges).toMatchObject([
    { provider: 'mews', runs: 1, itemsProcessed: 4, itemsCreated: 4 },
    { provider: 'mock', runs: 2, ...sums },
  ])
  const theirs = await api.query(Changes, { hotelId }, await api.token({ hotelIds: ['another'] }))
  expect(theirs.errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

test('the age of a type over time has no gaps, and knows what was proven before the span', async () => {
  const hotelId = await addHotel(api.database)
  await api.database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials) VALUES ($1, $2, 'mock', '')`,
    [randomUUID(), hotelId],
  )
  const proof = (hours: number) =>
    addSyncLog(api.database, { hotelId, watermarkAt: ago(hours * HOUR), completedAt: ago(hours * HOUR) })
  await proof(30)
  await proof(2)
  const { data } = await api.query(Ages, { hotelId })
  const [series] = data.freshnessAges
  expect(data.freshnessAges).toHaveLength(1)
  expect(series).toMatchObject({ provider: 'mock', entityType: 'BOOKING' })
  expect(series?.points.length).toBeGreaterThanOrEqual(24)
  const ages = series?.points.map(({ maxAgeMs }) => Math.round(maxAgeMs / HOUR)) ?? []
  expect(Math.max(...ages)).toBe(28)
  expect(ages.at(-1)).toBe(2)
  const gaps = series?.points.map(({ at }, n, all) => Date.parse(at) - Date.parse(all[n - 1]?.at ?? at)).slice(1)
  expect(new Set(gaps)).toEqual(new Set([HOUR]))
})

test('statistics over all hotels are those of the viewer’s', async () => {
  const [ours, theirs] = [await addHotel(api.database), await addHotel(api.database)]
  for (const hotelId of [ours, theirs]) {
    await addSyncLog(api.database, { hotelId, duration: 5, completedAt: ago(0), provider: 'opera' })
  }
  const token = await api.token({ hotelIds: [ours] })
  const { data } = await api.query(Statistics, { provider: 'opera' }, token)
  expect(data.syncDurations).toMatchObject([{ runs: 1 }])
  expect(data.syncFailureRates).toMatchObject([{ runs: 1, failedRuns: 0, classes: [] }])
  const { errors } = await api.query(Statistics, { hotelId: theirs }, token)
  expect(errors?.[0]?.extensions.code).toBe('NOT_FOUND')
})

test('a run is compared with the median of its like, for a whole page in one statement more', async () => {
  await using own = await startApi()
  const hotelId = await addHotel(own.database)
  for (const duration of [10, 20, 30]) await addSyncLog(own.database, { hotelId, duration })
  await addSyncLog(own.database, { hotelId, duration: 1, operation: 'INCREMENTAL' })
  await addSyncLog(own.database, { hotelId, duration: 999, status: 'FAILED', entityType: 'ROOM' })
  own.statements.length = 0
  const { data } = await own.query(History, { hotelId })
  expect(data.syncLogs.nodes.map(({ p50DurationMs }) => p50DurationMs)).toEqual([null, 1, 20, 20, 20])
  expect(own.statements).toHaveLength(2)
})

test('the history of several hotels narrows to those asked for, by start, page by page', async () => {
  const [a, b, other] = [await addHotel(api.database), await addHotel(api.database), await addHotel(api.database)]
  const started = (hotelId: string, hours: number) =>
    addSyncLog(api.database, { hotelId, startedAt: ago(hours * HOUR), trigger: 'SCHEDULED' })
  await started(a, 3)
  await started(b, 2)
  await started(a, 1)
  await started(other, 0)
  const token = await api.token({ hotelIds: [a, b] })
  const ask = async (hotelIds: string[] | null, after: string | null = null) =>
    (await api.query(Histories, { hotelIds, after, first: 2 }, token)).data.syncLogs
  const first = await ask(null)
  expect(first.nodes.map(({ hotelId }) => hotelId)).toEqual([a, b])
  expect(first.totalCount).toBe(3)
  expect((await ask(null, first.pageInfo.endCursor)).nodes.map(({ hotelId }) => hotelId)).toEqual([a])
  expect((await ask([b, other])).nodes.map(({ hotelId }) => hotelId)).toEqual([b])
})

const Statistics = graphql(`
  query Statistics($hotelId: ID, $provider: String, $span: PmsStatisticsSpan! = DAY, $bucket: PmsStatisticsBucket! = HOUR) {
    syncDurations(hotelId: $hotelId, provider: $provider, span: $span, bucket: $bucket) {
      provider
      at
      runs
      p50Ms
      p95Ms
      p99Ms
    }
    syncFailureRates(hotelId: $hotelId, provider: $provider, span: $span) {
      provider
      runs
      failedRuns
      classes {
        errorClass
        runs
        errorCodes
      }
    }
  }
`)
const Changes = graphql(`
  query ChangesOverTime($hotelId: ID!) {
    syncChanges(hotelId: $hotelId) {
      provider
      at
      runs
      itemsProcessed
      itemsCreated
      itemsUpdated
      itemsDeleted
    }
  }
`)
const Ages = graphql(`
  query Ages($hotelId: ID!) {
    freshnessAges(hotelId: $hotelId) {
      provider
      entityType
      points {
        at
        maxAgeMs
      }
    }
  }
`)
const History = graphql(`
  query History($hotelId: ID!) {
    syncLogs(hotelId: $hotelId, first: 50) {
      nodes {
        p50DurationMs
      }
    }
  }
`)
const Histories = graphql(`
  query Histories($hotelIds: [ID!], $first: Int, $after: String) {
    syncLogs(
      first: $first
      after: $after
      filter: { hotelIds: $hotelIds, trigger: SCHEDULED }
      orderBy: { field: STARTED_AT, direction: DESC }
    ) {
      totalCount
      nodes {
        hotelId
      }
      pageInfo {
        endCursor
      }
    }
  }
`)

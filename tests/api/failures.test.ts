import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { SimulatorFaults } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { explain } from '../kit/plans.ts'
import { addFailure, addHotel, addSyncLog } from '../kit/rows.ts'
import type { PmsReplayInput } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

async function hotelWithRun() {
  const hotelId = await addHotel(api.database)
  await api.database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, settings) VALUES ($1, $2, 'mock', '', $3)`,
    [randomUUID(), hotelId, JSON.stringify({ baseUrl: 'http://127.0.0.1:1' })],
  )
  const { id } = await addSyncLog(api.database, { hotelId, status: 'PARTIAL', entityType: 'ROOM' })
  return { hotelId, syncLogId: id, entityType: 'ROOM' } as const
}

test('a failure shows what came, what it became and every rule that it breaks, to who may change things', async () => {
  const run = await hotelWithRun()
  await using vendor = await mock.simulate({ bookings: 1, rooms: 1, guests: 1 })
  const good = vendor.data.items('rooms')[0] as Record<string, unknown>
  await addFailure(api.database, { ...run, raw: good as never })
  await addFailure(api.database, { ...run, raw: { ...good, number: '' } as never })
  const token = await api.token({ permissions: ['ADMIN_EDIT'] })
  const { data, errors } = await api.query(Failures, { id: run.syncLogId }, token)
  expect(errors).toBeUndefined()
  const [first, second] = data.syncLog?.failures.nodes ?? []
  expect(first).toMatchObject({ raw: good, mapping: { issues: [] } })
  expect(first?.mapping?.normalized).toMatchObject({ roomNumber: expect.any(String) })
  expect(second?.mapping).toMatchObject({
    normalized: { roomNumber: '' },
    issues: [{ path: 'roomNumber', rule: expect.any(String), message: expect.any(String) }],
  })
})

test('an item that cannot be mapped at all says so', async () => {
  const run = await hotelWithRun()
  await addFailure(api.database, { ...run, raw: { broken: ['by', 'design'] } })
  const { data } = await api.query(Failures, { id: run.syncLogId })
  const [failure] = data.syncLog?.failures.nodes ?? []
  expect(failure?.mapping?.issues.length).toBeGreaterThan(0)
})

test('who may only look sees the reason and nothing of the item', async () => {
  const run = await hotelWithRun()
  await addFailure(api.database, { ...run, raw: { email: 'ada@example.com' }, path: 'roomNumber' })
  const token = await api.token({ permissions: ['ADMIN_VIEW'] })
  const answer = await api.query(Failures, { id: run.syncLogId }, token)
  expect(answer.data.syncLog?.failures.nodes).toEqual([
    { raw: null, mapping: null, path: 'roomNumber', reason: 'must be a date' },
  ])
  expect(JSON.stringify(answer)).not.toContain('ada@example.com')
})

test('the failures of a run come grouped by what is wrong, and those of its hotel as far as they are open', async () => {
  const run = await hotelWithRun()
  const { hotelId } = run
  const settled = { resolvedAt: new Date(), resolution: 'REPLAYED' } as const
  for (const more of [{}, {}, settled]) await addFailure(api.database, { ...run, path: 'floor', ...more })
  await addFailure(api.database, { ...run, ...settled })
  const nameless = { path: null, count: 1, openCount: 0 }
  const { data, errors } = await api.query(FailureGroups, { id: run.syncLogId, hotelId })
  expect(errors).toBeUndefined()
  expect(data.syncLog?.failureGroups).toMatchObject([{ path: 'floor', count: 3, openCount: 2 }, nameless])
  expect(data.syncFailureGroups).toMatchObject([{ entityType: 'ROOM', path: 'floor', count: 2, openCount: 2 }])
  expect(data.syncFailures.nodes.map(({ path }) => path)).toEqual([null, 'floor', 'floor', 'floor'])
})

test('failures without a field at fault are replayed apart from those with one', async () => {
  const run = await hotelWithRun()
  for (const path of ['floor', null]) await addFailure(api.database, { ...run, path })
  const { hotelId, entityType } = run
  const input = { hotelId, entityType, provider: 'mock', dryRun: true, filter: { path: '' } }
  const { data } = await api.query(Replay, { input: input as never })
  expect(data.replayFailures.count).toBe(1)
})

test('a replay is counted first, and takes what matches alone', async () => {
  const run = await hotelWithRun()
  for (const path of ['roomNumber', 'roomNumber', 'floor']) await addFailure(api.database, { ...run, path, raw: {} })
  const replay = async (more: Partial<PmsReplayInput>) => {
    const { hotelId, entityType } = run
    const { data } = await api.query(Replay, { input: { hotelId, entityType, provider: 'mock', ...more } as never })
    return data.replayFailures
  }
  expect(await replay({ dryRun: true })).toMatchObject({ count: 3, syncLog: null, errors: [] })
  expect(await replay({ dryRun: true, filter: { path: 'roomNumber' } })).toMatchObject({ count: 2, syncLog: null })
  expect(await replay({ dryRun: true, filter: { errorCode: 'NONE' } })).toMatchObject({ count: 0, errors: [] })
  const active = await api.database.query('SELECT 1 FROM pms_sync_log WHERE hotel_id = $1', [run.hotelId])
  expect(active).toHaveLength(1)

  const { count, syncLog } = await replay({ filter: { path: 'floor' } })
  expect(count).toBe(1)
  const { metadata } = await api.engine.waitForEnd(String(syncLog?.id))
  expect(metadata).toMatchObject({ path: 'floor' })
  const [log] = await api.database.query<{ processed: number }>(
    'SELECT items_processed AS processed FROM pms_sync_log WHERE id = $1',
    [syncLog?.id],
  )
  expect(log).toBeDefined()
})

test.each<[string, SimulatorFaults, object]>([
  ['a wrong key', { unauthorized: true }, { Credentials: 'FAILED', 'The PMS answers': 'PASSED', Rights: 'UNKNOWN' }],
  [
    'a busy PMS',
    { rateLimited: 1, retryAfter: 'seconds' },
    { Allowance: 'FAILED', 'The PMS answers': 'PASSED', Credentials: 'UNKNOWN' },
  ],
])('a test of a connection tells how far %s let it get', async (_, faults, expected) => {
  await using vendor = await mock.simulate({ bookings: 1, rooms: 1, guests: 1, faults })
  expect(await outcomes(vendor)).toMatchObject(expected)
})

test('a test of a connection tells that nobody answers', async () => {
  const vendor = await mock.simulate({ bookings: 1, rooms: 1, guests: 1 })
  await vendor[Symbol.asyncDispose]()
  expect(await outcomes(vendor)).toMatchObject({ 'The PMS answers': 'FAILED', Credentials: 'UNKNOWN' })
})

async function outcomes({ credentials, settings }: { credentials: object; settings: object }) {
  const hotelId = await addHotel(api.database)
  const { data } = await api.query(TryConnection, {
    input: { hotelId, provider: 'mock', credentials, settings } as never,
  })
  const { steps } = data.testConfiguration
  return Object.fromEntries((steps ?? []).map(({ name, outcome }) => [name, outcome]))
}

const Failures = graphql(`
  query Failures($id: ID!) {
    syncLog(id: $id) {
      failures(first: 50) {
        nodes {
          reason
          path
          raw
          mapping {
            normalized
            issues {
              path
              rule
              message
            }
          }
        }
      }
    }
  }
`)
const FailureGroups = graphql(`
  query FailureGroups($id: ID!, $hotelId: ID!) {
    syncLog(id: $id) {
      failureGroups {
        path
        count
        openCount
      }
    }
    syncFailureGroups(hotelId: $hotelId) {
      entityType
      path
      count
      openCount
    }
    syncFailures(hotelId: $hotelId, first: 50, orderBy: { field: CREATED_AT, direction: DESC }) {
      nodes {
        path
      }
    }
  }
`)
const Replay = graphql(`
  mutation ReplayMatching($input: PmsReplayInput!) {
    replayFailures(input: $input) {
      count
      syncLog {
        id
      }
      errors {
        code
      }
    }
  }
`)
const TryConnection = graphql(`
  mutation TryConnection($input: PmsConfigurationTestInput!) {
    testConfiguration(input: $input) {
      steps {
        name
        outcome
      }
    }
  }
`)

test('what went wrong with one item is found by an index, however much went wrong', async () => {
  const { database } = api
  const hotelId = await addHotel(database)
  const { id: syncLogId } = await addSyncLog(database, { hotelId })
  await database.query(
    `INSERT INTO pms_sync_failure (id, hotel_id, provider, entity_type, sync_log_id, external_id, fingerprint, raw,
       error_code, reason, fetched_at)
     SELECT gen_random_uuid(), $1, 'mock', 'BOOKING', $2, 'x-' || n % 1000, n::text, '{}', 'RECORD_INVALID', 'r', now()
     FROM generate_series(1, 5000) AS n`,
    [hotelId, syncLogId],
  )
  await database.query('ANALYZE pms_sync_failure')
  const query = `query ($hotelId: ID!) {
    syncFailures(hotelId: $hotelId, first: 10, filter: { externalId: "x-77" }) { nodes { id } } }`
  const { data } = await api.send({ query, variables: { hotelId } })
  expect(data).toMatchObject({ syncFailures: { nodes: Array(5).fill({ id: expect.any(String) }) } })
  const page = api.sent.find(({ text, params }) => text.includes('pms_sync_failure') && params.includes('x-77'))
  if (page === undefined) throw new Error('nothing was read')
  const { wholeTables, rowsRead, plan } = await explain(database, page)
  expect(wholeTables, plan).toEqual([])
  expect(rowsRead, plan).toBeLessThanOrEqual(20)
})

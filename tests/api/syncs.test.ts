import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import { type ScriptedVendor, scriptedVendor } from '../kit/scripted-provider.ts'
import type { PmsSyncInput } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** A hotel of its own that is connected, through the API, to a vendor of its own. */
async function connectHotel(vendor: { key: string; credentials: object; settings?: object }) {
  const hotelId = await addHotel(api.database)
  const { key: provider, credentials, settings } = vendor
  const { data } = await api.query(Connect, { input: { hotelId, provider, credentials, settings } as never })
  expect(data.upsertConfiguration.errors).toEqual([])
  return { hotelId, provider }
}

/** A vendor whose pages wait until the test lets them go. */
function heldVendor() {
  const vendor = scriptedVendor(`held-${crypto.randomUUID()}`)
  const { promise, resolve } = Promise.withResolvers<void>()
  vendor.beforePage = ({ signal }) => Promise.race([promise, aborted(signal)])
  api.adapters.set(vendor.adapter.key, vendor.adapter)
  return { vendor, letGo: resolve, credentials: { apiKey: 'k' }, key: vendor.adapter.key }
}
const aborted = (signal: AbortSignal) =>
  new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

describe('the main job, over a real wire:', () => {
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await mock.simulate({ bookings: 30, rooms: 12, guests: 20 })
  })
  afterAll(() => simulator[Symbol.asyncDispose]())

  test('rooms, guests and bookings come in and hang together', async () => {
    const { hotelId, provider } = await connectHotel({ key: 'mock', ...simulator })
    const input = { hotelId, provider, wait: true }
    const { data: rooms } = await api.query(SyncRooms, { input })
    const { data: guests } = await api.query(SyncGuests, { input })
    const { data: bookings } = await api.query(SyncBookings, { input })
    expect([rooms.syncRooms, guests.syncGuests, bookings.syncBookings]).toMatchObject([
      { errors: [], syncLog: { status: 'COMPLETED', entityType: 'ROOM', itemsCreated: 12, triggeredBy: 'tester' } },
      { errors: [], syncLog: { status: 'COMPLETED', entityType: 'GUEST', itemsCreated: 20, operation: 'FULL' } },
      { errors: [], syncLog: { status: 'COMPLETED', entityType: 'BOOKING', itemsCreated: 30, itemsFailed: 0 } },
    ])
    const { data } = await api.query(Everything, { hotelId })
    expect(data.bookings.totalCount).toBe(30)
    expect(data.bookings.nodes.filter(({ guest }) => guest !== null).length).toBeGreaterThan(0)
    expect(data.syncLogs.nodes.map(({ entityType }) => entityType)).toEqual(['BOOKING', 'GUEST', 'ROOM'])
    expect(data.configurations.nodes).toMatchObject([{ provider: 'mock', lastSyncAt: expect.any(String) }])
  })
})

test('a sync answers at once with its queued run; a second one is told of it', async () => {
  const { letGo, ...held } = heldVendor()
  const input = await connectHotel(held)
  const { data } = await api.query(SyncBookings, { input })
  expect(data.syncBookings).toMatchObject({ errors: [], syncLog: { status: 'QUEUED', completedAt: null } })
  const { data: second } = await api.query(SyncBookings, { input })
  expect(second.syncBookings).toEqual({
    syncLog: null,
    errors: [
      {
        code: 'SYNC_ALREADY_RUNNING',
        message: expect.any(String),
        field: null,
        syncLogId: data.syncBookings.syncLog?.id,
      },
    ],
  })
  letGo()
  await api.engine.waitForEnd(data.syncBookings.syncLog?.id ?? '')
})

test('a run is cancelled, once', async () => {
  const input = await connectHotel(heldVendor())
  const { data } = await api.query(SyncBookings, { input })
  const syncLogId = data.syncBookings.syncLog?.id ?? ''
  expect((await api.query(CancelSync, { syncLogId })).data.cancelSync.errors).toEqual([])
  expect((await api.engine.waitForEnd(syncLogId)).status).toBe('CANCELLED')
  const { data: again } = await api.query(CancelSync, { syncLogId })
  expect(again.cancelSync).toMatchObject({ syncLog: null, errors: [{ code: 'SYNC_NOT_ACTIVE' }] })
  const { data: unknown } = await api.query(CancelSync, { syncLogId: 'nonsense' })
  expect(unknown.cancelSync).toMatchObject({ errors: [{ code: 'NOT_FOUND', field: 'syncLogId' }] })
})

test('what could not be stored is replayed once the mapping is mended', async () => {
  const { vendor, letGo, ...held } = heldVendor()
  letGo()
  vendor.items.rooms.push(...['a', 'b'].map((externalId) => ({ ...room, externalId })))
  vendor.map = (item) => ({ ...item, ...(item.externalId === 'b' && { roomNumber: '' }) })
  const { hotelId, provider } = await connectHotel(held)
  const { data } = await api.query(SyncRooms, { input: { hotelId, provider, wait: true } })
  expect(data.syncRooms.syncLog).toMatchObject({ status: 'PARTIAL', itemsFailed: 1 })
  expect(data.syncRooms.syncLog?.failures.nodes).toMatchObject([{ externalId: 'b', path: 'roomNumber', raw: room }])

  vendor.map = (item) => item
  const input = { hotelId, provider, entityType: 'ROOM' as const }
  const { data: replay } = await api.query(Replay, { input })
  expect(replay.replayFailures).toMatchObject({ errors: [], count: 1 })
  const ended = await api.engine.waitForEnd(replay.replayFailures.syncLog?.id ?? '')
  expect(ended).toMatchObject({ status: 'COMPLETED', operation: 'REPLAY', itemsCreated: 1 })
  const { data: nothing } = await api.query(Replay, { input })
  expect(nothing.replayFailures).toMatchObject({ syncLog: null, errors: [{ code: 'NOT_FOUND' }] })
})
const room = { roomNumber: '1', status: 'AVAILABLE', cleaningStatus: 'CLEAN' }

describe('bad input is told by its field:', () => {
  let hotel: { hotelId: string; provider: string }
  beforeAll(async () => {
    hotel = await connectHotel(heldVendor())
  })
  const future = new Date(Date.now() + 86_400_000).toISOString()

  test.each<[string, Partial<PmsSyncInput>, object]>([
    ['an unknown provider', { provider: 'nobody' }, { code: 'UNKNOWN_PROVIDER', field: 'provider' }],
    ['an unknown hotel', { hotelId: 'nowhere' }, { code: 'NOT_FOUND', field: 'hotelId' }],
    ['no such account', { provider: 'mock' }, { code: 'NOT_FOUND', field: 'provider' }],
    ['a limit of none', { limit: 0 }, { code: 'BAD_USER_INPUT', field: 'limit' }],
    ['since the future', { since: future }, { code: 'BAD_USER_INPUT', field: 'since' }],
  ])('%s', async (_, change, expected) => {
    const { data, errors } = await api.query(SyncBookings, { input: { ...hotel, ...change } })
    expect(errors).toBeUndefined()
    expect(data.syncBookings).toMatchObject({ syncLog: null, errors: [expected] })
  })

  test.each([
    ['in a variable', { query: SINCE_VARIABLE, variables: { since: 'yesterday' } }],
    [
      'in a variable of an input',
      { query: SINCE_INPUT, variables: { input: { hotelId: 'h', provider: 'p', since: 'yesterday' } } },
    ],
    [
      'written out',
      {
        query:
          'mutation { syncBookings(input: { hotelId: "h", provider: "p", since: "yesterday" }) { syncLog { id } } }',
      },
    ],
  ])('since nonsense, %s', async (_, body) => {
    const { status, errors } = await api.send(body)
    expect([status, errors?.length]).toEqual([200, 1])
    expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'since' })
  })

  test.each([
    ['failureIds', { failureIds: ['nonsense'] }],
    ['syncLogId', { syncLogId: 'nonsense' }],
  ])('ids that cannot be ours, as %s', async (field, change) => {
    const { data } = await api.query(Replay, { input: { ...hotel, entityType: 'ROOM', ...change } })
    expect(data.replayFailures.errors).toMatchObject([{ code: 'BAD_USER_INPUT', field }])
  })

  test('a configuration that is switched off', async () => {
    const vendor: ScriptedVendor = scriptedVendor(`off-${crypto.randomUUID()}`)
    api.adapters.set(vendor.adapter.key, vendor.adapter)
    const input = await connectHotel({ key: vendor.adapter.key, credentials: { apiKey: 'k' } })
    await api.query(Connect, { input: { ...input, enabled: false } })
    const { data } = await api.query(SyncBookings, { input })
    expect(data.syncBookings.errors).toMatchObject([{ code: 'CONFIGURATION_DISABLED' }])
  })
})

const SINCE_VARIABLE =
  'mutation ($since: DateTime) { syncBookings(input: { hotelId: "h", provider: "p", since: $since }) { syncLog { id } } }'
const SINCE_INPUT = 'mutation ($input: PmsSyncInput!) { syncBookings(input: $input) { syncLog { id } } }'

const Connect = graphql(`
  mutation Connect($input: PmsConfigurationInput!) {
    upsertConfiguration(input: $input) {
      errors {
        code
        field
      }
    }
  }
`)
const SyncBookings = graphql(`
  mutation SyncBookings($input: PmsSyncInput!) {
    syncBookings(input: $input) {
      syncLog {
        id
        status
        entityType
        itemsCreated
        itemsFailed
        completedAt
      }
      errors {
        code
        message
        field
        syncLogId
      }
    }
  }
`)
const SyncRooms = graphql(`
  mutation SyncRooms($input: PmsSyncInput!) {
    syncRooms(input: $input) {
      syncLog {
        id
        status
        entityType
        itemsCreated
        itemsFailed
        triggeredBy
        failures(first: 50) {
          nodes {
            externalId
            path
            raw
          }
        }
      }
      errors {
        code
      }
    }
  }
`)
const SyncGuests = graphql(`
  mutation SyncGuests($input: PmsSyncInput!) {
    syncGuests(input: $input) {
      syncLog {
        status
        entityType
        itemsCreated
        operation
      }
      errors {
        code
      }
    }
  }
`)
const CancelSync = graphql(`
  mutation CancelSync($syncLogId: ID!) {
    cancelSync(syncLogId: $syncLogId) {
      syncLog {
        id
      }
      errors {
        code
        field
      }
    }
  }
`)
const Replay = graphql(`
  mutation Replay($input: PmsReplayInput!) {
    replayFailures(input: $input) {
      count
      syncLog {
        id
      }
      errors {
        code
        field
      }
    }
  }
`)
const Everything = graphql(`
  query Everything($hotelId: ID!) {
    bookings(hotelId: $hotelId, first: 50) {
      totalCount
      nodes {
        guest {
          id
        }
      }
    }
    syncLogs(hotelId: $hotelId, first: 50) {
      nodes {
        entityType
      }
    }
    configurations(hotelId: $hotelId, first: 50) {
      nodes {
        provider
        lastSyncAt
      }
    }
  }
`)

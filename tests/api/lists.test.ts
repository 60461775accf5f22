import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addFailure, addGuest, addHotel, addRoom, addSyncLog } from '../kit/rows.ts'
import type { PmsGuestFilter, PmsRoomFilter, PmsSyncFailureFilter, PmsSyncLogFilter } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
let hotelId: string
beforeAll(async () => {
  api = await startApi()
  hotelId = await addHotel(api.database)
})
afterAll(() => api[Symbol.asyncDispose]())

describe('rooms:', () => {
  beforeAll(async () => {
    const room = (externalId: string, given: object) => addRoom(api.database, { hotelId, externalId, ...given })
    await room('a', {
      roomNumber: '101',
      floor: '1',
      roomType: 'Double',
      amenities: ['Wi-Fi', 'Bath'],
      rateCents: 9900,
    })
    await room('b', { roomNumber: '201', floor: '2', status: 'OUT_OF_ORDER', cleaningStatus: 'DIRTY' })
    await room('c', { roomNumber: '202', floor: '2', provider: 'other', deletedAt: new Date() })
  })
  test.each<[string, PmsRoomFilter, string[]]>([
    ['none', {}, ['a', 'b']],
    ['status', { status: ['OUT_OF_ORDER', 'BLOCKED'] }, ['b']],
    ['cleaning status', { cleaningStatus: ['CLEAN'] }, ['a']],
    ['kind', { roomType: ['Double', 'Suite'] }, ['a']],
    ['floor', { floor: ['2'] }, ['b']],
    ['number', { roomNumber: '101' }, ['a']],
    ['provider, deleted ones included', { provider: 'other', includeDeleted: true }, ['c']],
  ])('filter %s', async (_, filter, expected) => {
    const { data } = await api.query(RoomList, { hotelId, filter })
    expect(data.rooms.nodes.map(({ externalId }) => externalId)).toEqual(expected)
  })

  test('a room shows all that is stored', async () => {
    const { data } = await api.query(RoomList, { hotelId, filter: { externalId: 'a' } })
    expect(data.rooms.nodes).toMatchObject([{ amenities: ['Wi-Fi', 'Bath'], rateCents: 9900, maxOccupancy: null }])
  })
})

describe('guests:', () => {
  beforeAll(async () => {
    const guest = (externalId: string, given: object) => addGuest(api.database, { hotelId, externalId, ...given })
    await guest('ada', { email: 'Ada@Example.com', country: 'GB', totalSpent: 5_000_000_000 })
    await guest('grace', { firstName: 'Grace', lastName: 'Hopper', country: 'US', phone: '+1 555 0100' })
  })
  test.each<[string, PmsGuestFilter, string[]]>([
    ['none', {}, ['grace', 'ada']],
    ['whole name', { search: 'ada love' }, ['ada']],
    ['phone', { search: '555' }, ['grace']],
    ['mail address in any case', { email: 'ADA@example.COM' }, ['ada']],
    ['countries', { country: ['us', 'PT'] }, ['grace']],
  ])('filter %s', async (_, filter, expected) => {
    const { data } = await api.query(GuestList, { hotelId, filter })
    expect(data.guests.nodes.map(({ externalId }) => externalId)).toEqual(expected)
  })
})

describe('syncs:', () => {
  let other: string
  beforeAll(async () => {
    other = await addHotel(api.database)
    const log = (given: object) => addSyncLog(api.database, { hotelId: other, ...given })
    await log({ triggeredBy: 'first', startedAt: new Date('2026-01-01T00:00:00Z') })
    await log({
      triggeredBy: 'second',
      entityType: 'ROOM',
      status: 'FAILED',
      startedAt: new Date('2026-01-02T00:00:00Z'),
    })
    await log({ triggeredBy: 'third', provider: 'other', operation: 'REPLAY', trigger: 'SCHEDULED' })
  })
  test.each<[string, PmsSyncLogFilter, string[]]>([
    ['none: newest first', {}, ['third', 'second', 'first']],
    ['status', { status: ['FAILED', 'CANCELLED'] }, ['second']],
    ['type', { entityType: 'ROOM' }, ['second']],
    ['provider', { provider: 'other' }, ['third']],
    ['operation', { operation: 'REPLAY' }, ['third']],
    ['trigger', { trigger: 'SCHEDULED' }, ['third']],
    ['span, the end left out', { startedAt: { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' } }, ['first']],
  ])('filter %s', async (_, filter, expected) => {
    const { data } = await api.query(SyncLogList, { hotelId: other, filter })
    expect(data.syncLogs.nodes.map(({ triggeredBy }) => triggeredBy)).toEqual(expected)
  })

  test.each<[string, PmsSyncFailureFilter, string[]]>([
    ['none: oldest first', {}, ['x1', 'x2']],
    ['open ones', { open: true }, ['x1']],
    ['settled ones', { open: false }, ['x2']],
    ['code', { errorCode: 'RECORD_REJECTED' }, ['x2']],
    ['field', { path: 'checkIn' }, ['x1']],
    ['no field', { path: '' }, ['x2']],
    ['type', { entityType: 'ROOM' }, []],
    ['provider', { provider: 'nobody' }, []],
    ['external id', { externalId: 'x1' }, ['x1']],
  ])('failures of a run, filter %s', async (_, filter, expected) => {
    // Not of the hotel whose syncs others count meanwhile.
    const { id } = await addSyncLog(api.database, { hotelId, provider: `p-${expected}-${JSON.stringify(filter)}` })
    const failure = (given: object) => addFailure(api.database, { hotelId, syncLogId: id, ...given })
    await failure({ externalId: 'x1', raw: { broken: ['by', 'design'] }, path: 'checkIn' })
    await failure({ externalId: 'x2', resolvedAt: new Date(), resolution: 'REPLAYED', errorCode: 'RECORD_REJECTED' })
    const { data } = await api.query(FailureList, { id, filter })
    expect(data.syncLog?.failures.nodes.map(({ externalId }) => externalId)).toEqual(expected)
    expect(data.syncLog?.failures.nodes.every(({ syncLog }) => syncLog?.id === id)).toBe(true)
  })
})

const RoomList = graphql(`
  query RoomList($hotelId: ID!, $filter: PmsRoomFilter) {
    rooms(hotelId: $hotelId, first: 50, filter: $filter) {
      nodes {
        externalId
        amenities
        rateCents
        maxOccupancy
      }
    }
  }
`)
const GuestList = graphql(`
  query GuestList($hotelId: ID!, $filter: PmsGuestFilter) {
    guests(hotelId: $hotelId, first: 50, filter: $filter, orderBy: { field: LAST_NAME }) {
      nodes {
        externalId
        totalSpent
      }
    }
  }
`)
const SyncLogList = graphql(`
  query SyncLogList($hotelId: ID!, $filter: PmsSyncLogFilter) {
    syncLogs(hotelId: $hotelId, first: 50, filter: $filter) {
      nodes {
        triggeredBy
      }
    }
  }
`)
const FailureList = graphql(`
  query FailureList($id: ID!, $filter: PmsSyncFailureFilter) {
    syncLog(id: $id) {
      failures(first: 50, filter: $filter) {
        nodes {
          externalId
          raw
          path
          syncLog {
            id
          }
        }
      }
    }
  }
`)

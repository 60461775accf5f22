import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ENTITY_TYPES } from '../../src/records/entity-type.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addFailure, addHotel, addSyncLog } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)

/** A hotel that is synced each quarter of an hour; returns its id. */
async function addAccount({ provider = 'mock', enabled = true } = {}): Promise<string> {
  const hotelId = await addHotel(api.database)
  await api.database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, enabled, credentials, sync_schedule)
     VALUES ($1, $2, $3, $4, '', '*/15 * * * *')`,
    [randomUUID(), hotelId, provider, enabled],
  )
  return hotelId
}

const proven = async (hotelId: string, minutes: number) => {
  for (const entityType of ENTITY_TYPES) {
    const { due } = syncedEntities[entityType]
    for (const { slice } of due === 'SCHEDULE' ? [{ slice: '' }] : due) {
      const proof = { watermarkAt: ago(minutes), completedAt: ago(minutes) }
      await addSyncLog(api.database, { hotelId, entityType, slice, ...proof })
    }
  }
}

const refused = async (hotelId: string, minutes: number) => {
  for (const _ of [1, 2]) {
    const failure = { status: 'FAILED', errorCode: 'PROVIDER_UNAUTHORIZED', completedAt: ago(minutes) } as const
    await addSyncLog(api.database, { hotelId, ...failure })
  }
}

/** One hotel in each state, and two that fail, in the order of severity. */
async function addFleet() {
  const [failing, failingLately, stale, never] = [
    await addAccount(),
    await addAccount(),
    await addAccount(),
    await addAccount(),
  ]
  const [paused, unconnected, fresh] = [
    await addAccount({ enabled: false }),
    await addHotel(api.database),
    await addAccount(),
  ]
  for (const hotelId of [failing, failingLately, fresh]) await proven(hotelId, 1)
  await refused(failing, 90)
  await refused(failingLately, 5)
  await proven(stale, 600)
  return { failing, failingLately, stale, never, paused, unconnected, fresh }
}

test('the fleet stands in the order of severity: the worse state first, then the longer in it', async () => {
  const hotels = await addFleet()
  const inOrder = Object.values(hotels)
  const token = await api.token({ hotelIds: inOrder.toReversed() })
  const { data } = await api.query(Fleet, { first: 50 }, token)
  expect(data.fleet.nodes.map(({ hotelId }) => hotelId)).toEqual(inOrder)
  expect(data.fleet.nodes.map(({ state }) => state)).toEqual([
    ...['FAILING', 'FAILING', 'STALE', 'NEVER', 'PAUSED'],
    ...[null, 'FRESH'],
  ])
  expect(data.fleetStates.find(({ state }) => state === 'FAILING')).toEqual({ state: 'FAILING', hotels: 2 })
  expect(data.fleetStates.reduce((sum, each) => sum + each.hotels, 0)).toBe(inOrder.length)
  const line = data.fleet.nodes[0]?.freshness.find(({ entityType }) => entityType === 'BOOKING')
  expect(line).toMatchObject({ state: 'FAILING', lastErrorCode: 'PROVIDER_UNAUTHORIZED', lastErrorClass: 'AUTH' })
})

test('it is paged forth and back, and a page that is read again is the same', async () => {
  const inOrder = Object.values(await addFleet())
  const token = await api.token({ hotelIds: inOrder })
  const ask = async (place: object) => (await api.query(Fleet, place, token)).data.fleet
  const idsOf = ({ nodes }: Awaited<ReturnType<typeof ask>>) => nodes.map(({ hotelId }) => hotelId)
  const first = await ask({ first: 3 })
  expect(idsOf(first)).toEqual(inOrder.slice(0, 3))
  expect(first.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false })
  const second = await ask({ first: 3, after: first.pageInfo.endCursor })
  expect(idsOf(second)).toEqual(inOrder.slice(3, 6))
  const last = await ask({ first: 3, after: second.pageInfo.endCursor })
  expect([idsOf(last), last.pageInfo.hasNextPage, last.totalCount]).toEqual([inOrder.slice(6), false, 7])
  expect(idsOf(await ask({ last: 3, before: second.pageInfo.startCursor }))).toEqual(inOrder.slice(0, 3))
  expect(idsOf(await ask({ last: 2 }))).toEqual(inOrder.slice(5))
  const wrong = await api.query(Fleet, { first: 1, after: 'nonsense' }, token)
  expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', field: 'after' })
})

test('it narrows by state, by a part of the name, and to what one provider brings', async () => {
  const hotels = await addFleet()
  const twice = await addAccount()
  await proven(twice, 1)
  await api.database.query('UPDATE pms_hotel SET name = $2 WHERE id = $1', [twice, 'Bela Vista'])
  const token = await api.token({ hotelIds: [...Object.values(hotels), twice] })
  const ask = async (filter: object) =>
    (await api.query(Fleet, { first: 50, filter }, token)).data.fleet.nodes.map(({ hotelId }) => hotelId)
  expect(await ask({ state: ['STALE', 'PAUSED'] })).toEqual([hotels.stale, hotels.paused])
  expect(await ask({ search: 'a VISTA' })).toEqual([twice])
  expect(await ask({ provider: 'mews' })).toEqual([])
  expect(await ask({ provider: 'mock' })).toHaveLength(7)
})

test('hotels with items that could not be stored are found, and say how many', async () => {
  const [whole, broken, resolved] = [await addAccount(), await addAccount(), await addAccount()]
  for (const hotelId of [broken, broken, resolved]) {
    const { id: syncLogId } = await addSyncLog(api.database, { hotelId })
    const settled = hotelId === resolved ? ({ resolvedAt: new Date(), resolution: 'SYNCED' } as const) : {}
    await addFailure(api.database, { hotelId, syncLogId, ...settled })
  }
  const token = await api.token({ hotelIds: [whole, broken, resolved] })
  const ask = async (hasOpenFailures: boolean) =>
    (await api.query(Fleet, { first: 50, filter: { hasOpenFailures } }, token)).data.fleet.nodes
  expect(await ask(true)).toMatchObject([{ hotelId: broken, openFailures: 2 }])
  expect((await ask(false)).map(({ openFailures }) => openFailures)).toEqual([0, 0])
})

test('hotels with changes that wait for a person are found, and say how many of each kind', async () => {
  const [none, both, foreign] = [await addAccount(), await addAccount(), await addAccount()]
  const add = (hotelId: string, state: string, waitingFor: string | null = null) =>
    api.database.query(
      `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, state,
         waiting_for, sent_at, ended_at, expires_at, requested_by)
       VALUES ($1, $2, 'mock', 'a', 'BOOKING', $1, 'B', 'BOOKING_CHANGE', '[]', $3::text, $4, now(),
         CASE WHEN $3::text = 'APPLIED' THEN now() END, now(), 'ada')`,
      [randomUUID(), hotelId, state, waitingFor],
    )
  for (const state of ['CONFLICT', 'CONFLICT', 'APPLIED', 'PENDING']) await add(both, state)
  await add(both, 'UNKNOWN', 'PERSON')
  // It is still looked for at the PMS.
  for (const hotelId of [both, none]) await add(hotelId, 'UNKNOWN')
  await add(foreign, 'CONFLICT')
  const token = await api.token({ hotelIds: [none, both] })
  const ask = async (hasUndecidedChanges: boolean) =>
    (await api.query(Fleet, { first: 50, filter: { hasUndecidedChanges } }, token)).data.fleet.nodes
  expect(await ask(true)).toMatchObject([{ hotelId: both, openConflicts: 2, unknownChanges: 1 }])
  expect(await ask(false)).toMatchObject([{ hotelId: none, openConflicts: 0, unknownChanges: 0 }])
})

test('a viewer’s fleet has their own hotels and counts no other', async () => {
  const [ours, theirs] = [await addAccount(), await addAccount()]
  const { data } = await api.query(Fleet, { first: 50 }, await api.token({ hotelIds: [ours] }))
  expect(data.fleet.nodes.map(({ hotelId }) => hotelId)).toEqual([ours])
  expect(data.fleet.totalCount).toBe(1)
  expect(data.fleetStates).toEqual([{ state: 'NEVER', hotels: 1 }])
  expect(JSON.stringify(data)).not.toContain(theirs)
})

test('arrivals of today are those of the hotel’s calendar that may still come', async () => {
  const hotelId = await addAccount()
  const zone = 'Pacific/Kiritimati'
  await api.database.query('UPDATE pms_hotel SET time_zone = $2 WHERE id = $1', [hotelId, zone])
  const dayAt = (time: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(time)
  const today = dayAt(Date.now())
  const arrives = (checkIn: string, more = {}) =>
    addBooking(api.database, { hotelId, checkIn, checkOut: '2999-01-01', ...more })
  for (const checkIn of [today, today, dayAt(Date.now() + 86_400_000)]) await arrives(checkIn)
  await arrives(today, { status: 'CANCELLED' })
  await arrives(today, { deletedAt: new Date() })
  const { data } = await api.query(Fleet, { first: 1 }, await api.token({ hotelIds: [hotelId] }))
  expect(data.fleet.nodes).toMatchObject([{ hotelId, arrivalsToday: 2 }])
})

const Fleet = graphql(`
  query RankedFleet($first: Int, $after: String, $last: Int, $before: String, $filter: PmsFleetFilter) {
    fleet(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes {
        hotelId
        state
        since
        arrivalsToday
        openFailures
        openConflicts
        unknownChanges
        freshness {
          entityType
          state
          lastErrorCode
          lastErrorClass
        }
      }
      pageInfo {
        hasNextPage
        hasPreviousPage
        startCursor
        endCursor
      }
    }
    fleetStates {
      state
      hotels
    }
  }
`)

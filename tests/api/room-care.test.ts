import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BookingStatus } from '../../src/records/booking.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addHotel, addHousekeeping, addRatePlan, addRoom, addRoomBlock, addRoomType } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const Rooms = graphql(`
  query RoomCare($hotelId: ID!) {
    rooms(hotelId: $hotelId, first: 20) {
      nodes {
        externalId
        housekeeping {
          condition
          stay
          room {
            externalId
          }
        }
        blocks(first: 5) {
          nodes {
            externalId
          }
        }
      }
    }
  }
`)

const Stays = graphql(`
  query Stays($hotelId: ID!, $stay: [PmsStay!]) {
    housekeeping(hotelId: $hotelId, first: 20, filter: { stay: $stay }) {
      nodes {
        externalId
        stay
      }
    }
  }
`)

const Blocks = graphql(`
  query Blocks($hotelId: ID!, $filter: PmsRoomBlockFilter) {
    roomBlocks(hotelId: $hotelId, first: 20, filter: $filter) {
      nodes {
        externalId
        conflictingBookings {
          externalId
          conflictingBlocks {
            externalId
          }
        }
      }
    }
  }
`)

const Sold = graphql(`
  query Sold($hotelId: ID!, $filter: PmsBookingFilter) {
    bookings(hotelId: $hotelId, first: 20, filter: $filter) {
      nodes {
        externalId
        bookedRoomType {
          name
        }
        ratePlan {
          name
          derivedFrom {
            kind
            value
            ratePlanExternalId
            ratePlan {
              name
            }
          }
        }
      }
    }
  }
`)

const DAY = '2026-12-10'

test('a room has its state and its blocks, each of its own provider', async () => {
  const hotelId = await addHotel(api.database)
  for (const provider of ['mock', 'other']) {
    await addRoom(api.database, { hotelId, provider, externalId: 'R-1' })
    await addHousekeeping(api.database, {
      ...{ hotelId, provider, externalId: 'R-1', stay: 'FREE' },
      condition: provider === 'mock' ? 'PICKUP' : 'DIRTY',
    })
    await addRoomBlock(api.database, { hotelId, provider, externalId: `${provider}-block`, roomExternalId: 'R-1' })
  }
  await addRoom(api.database, { hotelId, externalId: 'R-2', roomNumber: '102' })
  const { data, errors } = await api.query(Rooms, { hotelId })
  expect(errors).toBeUndefined()
  const found = data.rooms.nodes.map(({ externalId, housekeeping, blocks }) => [
    externalId,
    housekeeping?.condition,
    blocks.nodes.map((block) => block.externalId),
  ])
  expect(found).toHaveLength(3)
  expect(found).toEqual(
    expect.arrayContaining([
      ['R-1', 'PICKUP', ['mock-block']],
      ['R-1', 'DIRTY', ['other-block']],
      ['R-2', undefined, []],
    ]),
  )
})

describe('what guests do in a room', () => {
  const stay = (checkIn: string, checkOut: string, status: BookingStatus = 'CHECKED_IN') => ({
    checkIn,
    checkOut,
    status,
  })
  test.each([
    ['FREE', []],
    ['ARRIVAL', [stay(DAY, '2026-12-12', 'CONFIRMED')]],
    ['ARRIVAL', [stay(DAY, '2026-12-12')]],
    ['DEPARTURE', [stay('2026-12-08', DAY)]],
    ['DEPARTURE', [stay('2026-12-08', DAY, 'CHECKED_OUT')]],
    ['TURNOVER', [stay('2026-12-08', DAY, 'CHECKED_OUT'), stay(DAY, '2026-12-12', 'PENDING')]],
    ['STAYOVER', [stay('2026-12-08', '2026-12-12')]],
    ['FREE', [stay(DAY, '2026-12-12', 'CANCELLED'), stay('2026-12-08', DAY, 'NO_SHOW')]],
    ['FREE', [stay('2026-12-11', '2026-12-12', 'CONFIRMED'), stay('2026-12-01', '2026-12-09', 'CHECKED_OUT')]],
  ] as const)('is %s by its bookings %j where the PMS does not say', async (expected, stays) => {
    const hotelId = await addHotel(api.database)
    await addHousekeeping(api.database, { hotelId, externalId: 'R-1', businessDate: DAY })
    for (const booking of stays) await addBooking(api.database, { hotelId, roomExternalId: 'R-1', ...booking })
    await addBooking(api.database, { hotelId, roomExternalId: 'R-2', ...stay('2026-12-08', '2026-12-12') })
    const other = await addHotel(api.database)
    await addBooking(api.database, { hotelId: other, roomExternalId: 'R-1', ...stay('2026-12-08', '2026-12-12') })
    const { data } = await api.query(Stays, { hotelId, stay: null })
    expect(data.housekeeping.nodes).toEqual([{ externalId: 'R-1', stay: expected }])
    expect((await api.query(Stays, { hotelId, stay: [expected] })).data.housekeeping.nodes).toHaveLength(1)
    const rest = (['ARRIVAL', 'DEPARTURE', 'TURNOVER', 'STAYOVER', 'FREE'] as const).filter((each) => each !== expected)
    expect((await api.query(Stays, { hotelId, stay: rest })).data.housekeeping.nodes).toEqual([])
  })

  test('is what the PMS says, whatever the bookings say', async () => {
    const hotelId = await addHotel(api.database)
    await addHousekeeping(api.database, { hotelId, externalId: 'R-1', businessDate: DAY, stay: 'ARRIVAL' })
    await addBooking(api.database, { hotelId, roomExternalId: 'R-1', ...stay('2026-12-08', '2026-12-12') })
    expect((await api.query(Stays, { hotelId, stay: ['ARRIVAL'] })).data.housekeeping.nodes).toHaveLength(1)
  })
})

test('a row that is read with another one tells of its changes as it does alone', async () => {
  const hotelId = await addHotel(api.database)
  await addRoom(api.database, { hotelId, externalId: 'R-9' })
  const { id, provider } = await addHousekeeping(api.database, { hotelId, externalId: 'R-9' })
  await api.database.query(
    `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, state,
       expires_at, requested_by)
     VALUES (gen_random_uuid(), $1, $2, 'account', 'HOUSEKEEPING', $3, 'R-9', 'HOUSEKEEPING_CONDITION', '["CONDITION"]',
       'PENDING', now() + interval '1 hour', 'ada')`,
    [hotelId, provider, id],
  )
  const { data } = await api.send({
    query: `{ rooms(hotelId: "${hotelId}", first: 1) { nodes { housekeeping { syncStatus } } } }`,
  })
  expect(data).toEqual({ rooms: { nodes: [{ housekeeping: { syncStatus: 'PENDING' } }] } })
})

test('a block over an assigned booking names it, and the booking names the block', async () => {
  const hotelId = await addHotel(api.database)
  const block = (externalId: string, firstNight: string, lastNight: string | null) =>
    addRoomBlock(api.database, { hotelId, externalId, roomExternalId: 'R-1', firstNight, lastNight })
  await block('before', '2026-12-01', '2026-12-04')
  await block('over', '2026-12-07', '2026-12-10')
  await block('open', '2026-12-11', null)
  const book = (externalId: string, checkIn: string, checkOut: string, more = {}) =>
    addBooking(api.database, { hotelId, externalId, roomExternalId: 'R-1', checkIn, checkOut, ...more })
  // Leaves on the first blocked day, comes on the day behind the last one: no night is shared.
  await book('leaves', '2026-12-05', '2026-12-07')
  await book('stays', '2026-12-10', '2026-12-11')
  await book('cancelled', '2026-12-08', '2026-12-09', { status: 'CANCELLED' })
  await book('gone', '2026-12-08', '2026-12-09', { status: 'CHECKED_OUT' })
  await book('other room', '2026-12-08', '2026-12-09', { roomExternalId: 'R-2' })
  await book('other provider', '2026-12-08', '2026-12-09', { provider: 'other' })
  await book('deleted', '2026-12-08', '2026-12-09', { deletedAt: new Date() })
  const { data, errors } = await api.query(Blocks, { hotelId, filter: null })
  expect(errors).toBeUndefined()
  const both = [{ externalId: 'stays', conflictingBlocks: [{ externalId: 'over' }] }]
  expect(data.roomBlocks.nodes).toEqual([
    { externalId: 'before', conflictingBookings: [] },
    { externalId: 'over', conflictingBookings: both },
    { externalId: 'open', conflictingBookings: [] },
  ])
  const ids = async (filter: object) =>
    (await api.query(Blocks, { hotelId, filter })).data.roomBlocks.nodes.map(({ externalId }) => externalId)
  expect(await ids({ isOverBooking: true })).toEqual(['over'])
  expect(await ids({ isOverBooking: false })).toEqual(['before', 'open'])
  expect(await ids({ covers: '2026-12-10' })).toEqual(['over'])
  expect(await ids({ covers: '2030-01-01' })).toEqual(['open'])
  expect(await ids({ nights: { from: '2026-12-04', to: '2026-12-07' } })).toEqual(['before', 'over'])
})

test('a booking has its room type and rate plan, and a plan the one that it follows', async () => {
  const hotelId = await addHotel(api.database)
  await addRoomType(api.database, { hotelId, externalId: 'T-1', name: 'Suite' })
  await addRatePlan(api.database, { hotelId, externalId: 'P-1', name: 'Flexible' })
  const follows = { derivedFromExternalId: 'P-1', derivationKind: 'PERCENT', derivationValue: -1_550 } as const
  await addRatePlan(api.database, { hotelId, externalId: 'P-2', name: 'Long stay', ...follows })
  await addBooking(api.database, { hotelId, externalId: 'B-1', roomTypeExternalId: 'T-1', ratePlanExternalId: 'P-2' })
  await addBooking(api.database, { hotelId, externalId: 'B-2', roomTypeExternalId: 'T-9', ratePlanExternalId: 'P-1' })
  const { data, errors } = await api.query(Sold, { hotelId, filter: null })
  expect(errors).toBeUndefined()
  const derivedFrom = { kind: 'PERCENT', value: -1_550, ratePlanExternalId: 'P-1', ratePlan: { name: 'Flexible' } }
  expect(data.bookings.nodes.toSorted((a, b) => a.externalId.localeCompare(b.externalId))).toEqual([
    { externalId: 'B-1', bookedRoomType: { name: 'Suite' }, ratePlan: { name: 'Long stay', derivedFrom } },
    { externalId: 'B-2', bookedRoomType: null, ratePlan: { name: 'Flexible', derivedFrom: null } },
  ])
  const one = await api.query(Sold, { hotelId, filter: { ratePlanExternalId: 'P-2', roomTypeExternalId: 'T-1' } })
  expect(one.data.bookings.nodes.map(({ externalId }) => externalId)).toEqual(['B-1'])
})

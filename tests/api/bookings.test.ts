import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addBooking, addGuest, addHotel, addRoom } from '../kit/rows.ts'
import type { PmsBookingFilter } from './gql/graphql.ts'
import { graphql } from './gql/index.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const Bookings = graphql(`
  query Bookings($hotelId: ID!, $filter: PmsBookingFilter) {
    bookings(hotelId: $hotelId, first: 50, filter: $filter) {
      nodes {
        externalId
        totalAmountCents
        metadata
        checkIn
        externalUpdatedAt
        guest {
          lastName
        }
        room {
          roomNumber
        }
        hotel {
          id
          pmsRegistration {
            timeZone
          }
        }
      }
    }
  }
`)
const BookingById = graphql(`
  query BookingById($id: ID!) {
    booking(id: $id) {
      id
      externalId
      deletedAt
    }
  }
`)

async function list(hotelId: string, filter?: PmsBookingFilter) {
  const { data, errors } = await api.query(Bookings, { hotelId, filter })
  expect(errors).toBeUndefined()
  return data.bookings.nodes
}
const ids = async (hotelId: string, filter?: PmsBookingFilter) =>
  (await list(hotelId, filter)).map(({ externalId }) => externalId).sort()

test('a booking brings its guest, room and hotel', async () => {
  const hotelId = await addHotel(api.database)
  await addGuest(api.database, { hotelId, externalId: 'g1', lastName: 'Hopper' })
  await addRoom(api.database, { hotelId, externalId: 'r1', roomNumber: '7' })
  // The same external ids at another provider and another hotel are other things.
  await addGuest(api.database, { hotelId, provider: 'other', externalId: 'g1', lastName: 'Wrong' })
  await addGuest(api.database, { hotelId: await addHotel(api.database), externalId: 'g1', lastName: 'Foreign' })
  await addBooking(api.database, { hotelId, externalId: 'b1', guestExternalId: 'g1', roomExternalId: 'r1' })
  await addBooking(api.database, { hotelId, externalId: 'b2', guestExternalId: 'nobody yet' })
  const nodes = await list(hotelId)
  expect(nodes).toMatchObject([
    { externalId: 'b1', guest: { lastName: 'Hopper' }, room: { roomNumber: '7' } },
    { externalId: 'b2', guest: null, room: null },
  ])
  expect(nodes[0]?.hotel).toEqual({ id: hotelId, pmsRegistration: { timeZone: 'Europe/Lisbon' } })
})

test('values travel as they are stored: money beyond 32 bits, days without a zone, instants in UTC', async () => {
  const hotelId = await addHotel(api.database)
  const externalUpdatedAt = new Date('2026-05-04T03:02:01.000Z')
  const metadata = { floor: 3, tags: ['vip'] }
  await addBooking(api.database, { hotelId, totalAmountCents: 9_007_199_254_740_991, metadata, externalUpdatedAt })
  expect(await list(hotelId)).toMatchObject([
    {
      totalAmountCents: 9_007_199_254_740_991,
      metadata,
      checkIn: '2026-12-01',
      externalUpdatedAt: '2026-05-04T03:02:01.000Z',
    },
  ])
})

test('a booking is found by id; nonsense finds nothing', async () => {
  const hotelId = await addHotel(api.database)
  const { id } = await addBooking(api.database, { hotelId, externalId: 'b1' })
  expect((await api.query(BookingById, { id })).data.booking).toMatchObject({ id, externalId: 'b1' })
  for (const nonsense of ['', 'x', '00000000-0000-7000-8000-000000000000', "' OR 1=1 --"]) {
    const { data, errors } = await api.query(BookingById, { id: nonsense })
    expect([data.booking, errors]).toEqual([null, undefined])
  }
})

test('what the PMS no longer has is hidden from lists, not from who knows its id', async () => {
  const hotelId = await addHotel(api.database)
  await addBooking(api.database, { hotelId, externalId: 'here' })
  const { id } = await addBooking(api.database, { hotelId, externalId: 'gone', deletedAt: new Date() })
  expect(await ids(hotelId)).toEqual(['here'])
  expect(await ids(hotelId, {})).toEqual(['here'])
  expect(await ids(hotelId, { includeDeleted: true })).toEqual(['gone', 'here'])
  expect((await api.query(BookingById, { id })).data.booking?.deletedAt).not.toBeNull()
})

test('a hotel that does not exist is not found; one without bookings has none', async () => {
  expect(await ids(await addHotel(api.database))).toEqual([])
  const { errors } = await api.query(Bookings, { hotelId: 'nowhere' })
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND', field: 'hotelId' })
})

describe('filters:', () => {
  let hotelId: string
  beforeAll(async () => {
    hotelId = await addHotel(api.database)
    const add = (externalId: string, given: object) => addBooking(api.database, { hotelId, externalId, ...given })
    await add('may', { checkIn: '2026-05-01', checkOut: '2026-05-04', roomNumber: '11', roomExternalId: 'r11' })
    await add('day-use', { checkIn: '2026-05-04', checkOut: '2026-05-04', status: 'CANCELLED' })
    await add('june', { checkIn: '2026-06-01', checkOut: '2026-06-02', provider: 'other', guestExternalId: 'g9' })
    await add('percent', { guestName: '100%_sure', guestEmail: 'Sure@Example.com', confirmationNumber: 'CONF-77' })
    await api.database.query(
      `UPDATE pms_booking SET updated_at = '2020-01-01' WHERE hotel_id = $1 AND external_id = 'may'`,
      [hotelId],
    )
  })

  test.each<[string, PmsBookingFilter, string[]]>([
    ['status', { status: ['CANCELLED'] }, ['day-use']],
    ['one of several statuses', { status: ['CANCELLED', 'NO_SHOW'] }, ['day-use']],
    ['no status at all', { status: [] }, []],
    ['arrival, both ends included', { checkIn: { from: '2026-05-01', to: '2026-05-04' } }, ['day-use', 'may']],
    ['arrival, open end', { checkIn: { from: '2026-06-01' } }, ['june', 'percent']],
    ['departure', { checkOut: { to: '2026-05-04' } }, ['day-use', 'may']],
    ['a night in the middle', { stayCovers: '2026-05-03' }, ['may']],
    ['the day of departure is not covered, a day use is', { stayCovers: '2026-05-04' }, ['day-use']],
    ['part of a name', { search: 'ADA' }, ['day-use', 'june', 'may']],
    ['words in any order', { search: 'love ada' }, ['day-use', 'june', 'may']],
    ['a word by its beginning alone', { search: 'velace' }, []],
    ['wildcards are no words', { search: '%_s' }, ['percent']],
    ['without a word nothing is found', { search: '%' }, []],
    ['part of a mail address', { search: 'sure@example' }, ['percent']],
    ['a mail address by its domain', { search: 'EXAMPLE.com' }, ['percent']],
    ['a confirmation number', { search: 'conf-77' }, ['percent']],
    ['a quote is only a quote', { search: `'; DROP TABLE pms_booking; --` }, []],
    ['room number', { roomNumber: '11' }, ['may']],
    ['room id', { roomExternalId: 'r11' }, ['may']],
    ['guest id', { guestExternalId: 'g9' }, ['june']],
    ['provider', { provider: 'other' }, ['june']],
    ['external id', { externalId: 'may' }, ['may']],
    ['changed since', { updatedSince: '2021-01-01T00:00:00Z' }, ['day-use', 'june', 'percent']],
    [
      'all at once',
      { status: ['CONFIRMED'], checkIn: { from: '2026-05-01' }, provider: 'mock', search: 'ada' },
      ['may'],
    ],
    ['null is no filter', { status: null, search: null, checkIn: null }, ['day-use', 'june', 'may', 'percent']],
  ])('%s', async (_, filter, expected) => {
    expect(await ids(hotelId, filter)).toEqual(expected)
  })
})

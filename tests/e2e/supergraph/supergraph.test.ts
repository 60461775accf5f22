import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, serveSchema, startGateway } from '../../../examples/supergraph/gateway.ts'
import { createHotelsSubgraph, hotelsSdl } from '../../../examples/supergraph/hotels.ts'
import { printSubgraph } from '../../../src/resolvers/subgraph.ts'
import { startApi, type TestApi } from '../../kit/api.ts'
import { addBooking, addHotel, addHousekeeping, addRatePlan, addRoom, addRoomBlock } from '../../kit/rows.ts'

let api: TestApi
let hotels: Listening
let gateway: Listening
let hotelId: string
beforeAll(async () => {
  api = await startApi()
  hotelId = await addHotel(api.database)
  const hotel = { id: hotelId, slug: 'lisboa', name: 'Lisboa', timeZone: 'Europe/Lisbon' }
  hotels = await serveSchema(createHotelsSubgraph([hotel]))
  gateway = await startGateway([
    { name: 'hotels', url: hotels.url, sdl: hotelsSdl },
    { name: 'pms', url: `${api.url}/graphql`, sdl: printSubgraph() },
  ])
})
afterAll(async () => {
  await gateway?.[Symbol.asyncDispose]()
  await hotels?.[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

async function ask(query: string, variables: object, token?: string) {
  const response = await fetch(gateway.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token ?? (await api.token())}` },
    body: JSON.stringify({ query, variables }),
  })
  return response.json()
}

test('a hotel of one subgraph has the bookings of the other', async () => {
  await addBooking(api.database, { hotelId, guestName: 'Grace' })
  const query = 'query ($id: ID!) { hotel(id: $id) { name bookings(first: 1) { nodes { guestName } } } }'
  expect(await ask(query, { id: hotelId })).toEqual({
    data: { hotel: { name: 'Lisboa', bookings: { nodes: [{ guestName: 'Grace' }] } } },
  })
})

test('a hotel of one subgraph has the floor and the calendar of the other', async () => {
  const own = { hotelId, externalId: '101' }
  await addRoom(api.database, own)
  await addHousekeeping(api.database, { ...own, condition: 'DIRTY' })
  await addRoomBlock(api.database, { hotelId, roomExternalId: '101', firstNight: '2026-12-01' })
  await addRatePlan(api.database, { hotelId, externalId: 'BAR' })
  await api.database.query(
    `INSERT INTO pms_rate_month (hotel_id, provider, month, rate_plan_external_id, room_type_external_id, currency, amounts,
       last_synced_at)
     VALUES ($1, 'mock', '2026-12-01', 'BAR', 'STDO', 'EUR', ARRAY[array_fill(9000::bigint, ARRAY[31])], now())`,
    [hotelId],
  )
  await api.database.query(
    `INSERT INTO pms_availability_month (hotel_id, provider, month, room_type_external_id, available, last_synced_at)
     VALUES ($1, 'mock', '2026-12-01', 'STDO', array_fill(4, ARRAY[31]), now())`,
    [hotelId],
  )
  const days = 'from: "2026-12-24", to: "2026-12-25"'
  const query = `query ($id: ID!) { hotel(id: $id) {
    name
    housekeeping(first: 1) { nodes { condition hotel { name } } }
    rooms(first: 1) { nodes { housekeeping { condition } blocks(first: 1) { nodes { firstNight } } } }
    rates(${days}) { days series { ratePlan { name } amounts } }
    availability(${days}) { series { roomTypeExternalId available } }
  } }`
  expect(await ask(query, { id: hotelId })).toEqual({
    data: {
      hotel: {
        name: 'Lisboa',
        housekeeping: { nodes: [{ condition: 'DIRTY', hotel: { name: 'Lisboa' } }] },
        rooms: { nodes: [{ housekeeping: { condition: 'DIRTY' }, blocks: { nodes: [{ firstNight: '2026-12-01' }] } }] },
        rates: {
          days: ['2026-12-24', '2026-12-25'],
          series: [{ ratePlan: { name: 'Best flexible rate' }, amounts: [[9_000, 9_000]] }],
        },
        availability: { series: [{ roomTypeExternalId: 'STDO', available: [4, 4] }] },
      },
    },
  })
})

test('a booking of one subgraph knows its hotel of the other', async () => {
  const { id } = await addBooking(api.database, { hotelId })
  const query = 'query ($id: ID!) { booking(id: $id) { hotel { name timeZone } } }'
  expect(await ask(query, { id })).toEqual({
    data: { booking: { hotel: { name: 'Lisboa', timeZone: 'Europe/Lisbon' } } },
  })
})

test('the caller’s token decides what is seen through the gateway', async () => {
  const { id } = await addBooking(api.database, { hotelId })
  const query = 'query ($id: ID!) { booking(id: $id) { id } }'
  const foreign = await api.token({ hotelIds: ['elsewhere'] })
  expect(await ask(query, { id }, foreign)).toEqual({ data: { booking: null } })
})

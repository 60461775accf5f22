import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, serveSchema, startGateway } from '../../../examples/supergraph/gateway.ts'
import { createHotelsSubgraph, hotelsSdl } from '../../../examples/supergraph/hotels.ts'
import { printSubgraph } from '../../../src/resolvers/subgraph.ts'
import { startApi, type TestApi } from '../../kit/api.ts'
import { addBooking, addHotel } from '../../kit/rows.ts'

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

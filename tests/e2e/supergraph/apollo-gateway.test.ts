import { composeServices } from '@apollo/composition'
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway'
import { ApolloServer } from '@apollo/server'
import { parse } from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Listening, serveSchema } from '../../../examples/supergraph/gateway.ts'
import { createHotelsSubgraph, hotelsSdl } from '../../../examples/supergraph/hotels.ts'
import { printSubgraph } from '../../../src/resolvers/subgraph.ts'
import { startApi, type TestApi } from '../../kit/api.ts'
import { addBooking, addHotel } from '../../kit/rows.ts'
import { silentLog } from '../../kit/services.ts'

/** The other gateway. Its licence keeps it out of the example, not out of what has to work. */

interface Caller {
  authorization: string
}

let api: TestApi
let hotels: Listening
let gateway: ApolloServer<Caller>
let hotelId: string
beforeAll(async () => {
  api = await startApi()
  hotelId = await addHotel(api.database)
  const hotel = { id: hotelId, slug: 'lisboa', name: 'Lisboa', timeZone: 'Europe/Lisbon' }
  hotels = await serveSchema(createHotelsSubgraph([hotel]))
  gateway = new ApolloServer({
    gateway: new ApolloGateway({
      supergraphSdl: compose(),
      buildService: ({ url = '' }) => new Subgraph({ url }),
      logger: silentLog,
    }),
    logger: silentLog,
  })
  await gateway.start()
})
afterAll(async () => {
  await gateway?.stop()
  await hotels?.[Symbol.asyncDispose]()
  await api[Symbol.asyncDispose]()
})

function compose(): string {
  const { supergraphSdl, errors } = composeServices([
    { name: 'hotels', url: hotels.url, typeDefs: parse(hotelsSdl) },
    { name: 'pms', url: `${api.url}/graphql`, typeDefs: parse(printSubgraph()) },
  ])
  if (supergraphSdl === undefined) throw new Error(errors?.map(({ message }) => message).join('\n'))
  return supergraphSdl
}

/** Passes the caller's token on. */
class Subgraph extends RemoteGraphQLDataSource<Caller> {
  override willSendRequest({
    request,
    context,
  }: Parameters<NonNullable<RemoteGraphQLDataSource<Caller>['willSendRequest']>>[0]) {
    if ('authorization' in context) request.http?.headers.set('authorization', context.authorization)
  }
}

async function ask(query: string, variables: Record<string, unknown>, hotelIds = ['*']) {
  const contextValue = { authorization: `Bearer ${await api.token({ hotelIds })}` }
  const { body } = await gateway.executeOperation({ query, variables }, { contextValue })
  return body.kind === 'single' ? { ...body.singleResult } : null
}

test('a hotel of one subgraph has the bookings of the other, which know their hotel', async () => {
  const { id } = await addBooking(api.database, { hotelId, guestName: 'Grace' })
  const query = `query ($id: ID!, $booking: ID!) {
    hotel(id: $id) { name bookings(first: 1) { totalCount nodes { guestName hotel { timeZone } } } }
    booking(id: $booking) { hotel { slug } }
  }`
  expect(await ask(query, { id: hotelId, booking: id })).toEqual({
    data: {
      hotel: {
        name: 'Lisboa',
        bookings: { totalCount: 1, nodes: [{ guestName: 'Grace', hotel: { timeZone: 'Europe/Lisbon' } }] },
      },
      booking: { hotel: { slug: 'lisboa' } },
    },
  })
})

test('what belongs to a hotel that the token does not cover is null there too', async () => {
  const { id } = await addBooking(api.database, { hotelId: await addHotel(api.database) })
  const query = 'query ($id: ID!) { booking(id: $id) { hotel { slug } } }'
  expect(await ask(query, { id }, [hotelId])).toEqual({ data: { booking: null } })
})

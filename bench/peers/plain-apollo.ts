import { ApolloServer } from '@apollo/server'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { SqlEntityManager } from '@mikro-orm/postgresql'
import Fastify from 'fastify'
import { type Booking, BookingEntity } from '../../src/entities/synced/booking.ts'
import { type Guest, GuestEntity } from '../../src/entities/synced/guest.ts'
import { type Room, RoomEntity } from '../../src/entities/synced/room.ts'
import type { Database } from '../../src/platform/database/database.ts'

const typeDefs = `
  type Query { bookings(hotelId: ID!, status: String!, first: Int!): BookingConnection! }
  type BookingConnection { nodes: [Booking!]! pageInfo: PageInfo! }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type Booking {
    id: ID! confirmationNumber: String status: String! guestName: String! checkIn: String! checkOut: String!
    adults: Int! totalAmountCents: Float currency: String guest: Guest room: Room
  }
  type Guest { id: ID! firstName: String! lastName: String! email: String }
  type Room { id: ID! roomNumber: String! roomType: String status: String! }
`

interface ListArgs {
  hotelId: string
  status: Booking['status']
  first: number
}

/** Apollo Server on Fastify over MikroORM entities as most would write it: no authentication, policies or limits. */
export async function startPlainApollo({ orm }: Database): Promise<string> {
  const bookings = (_: unknown, args: ListArgs) => findPage(orm.em.fork(), args)
  const apollo = new ApolloServer({ typeDefs, resolvers: { Query: { bookings } } })
  await apollo.start()
  const fastify = Fastify()
  fastify.post('/graphql', fastifyApolloHandler(apollo))
  return `${await fastify.listen({ host: '127.0.0.1', port: 0 })}/graphql`
}

async function findPage(em: SqlEntityManager, { hotelId, status, first }: ListArgs) {
  const found = await em.find(
    BookingEntity,
    { hotelId, status },
    { orderBy: { checkIn: 'asc', id: 'asc' }, limit: first + 1 },
  )
  const nodes = await populate(em, hotelId, found.slice(0, first))
  return { nodes, pageInfo: { hasNextPage: found.length > first, endCursor: nodes.at(-1)?.id } }
}

/** What `populate` does in its "select-in" strategy; it needs relations, which these entities do without. */
async function populate(em: SqlEntityManager, hotelId: string, bookings: readonly Booking[]) {
  const [guests, rooms] = await Promise.all([
    em.find(GuestEntity, { hotelId, externalId: { $in: externalIds(bookings, 'guestExternalId') } }),
    em.find(RoomEntity, { hotelId, externalId: { $in: externalIds(bookings, 'roomExternalId') } }),
  ])
  const guestOf = new Map<string | null, Guest>(guests.map((guest) => [guest.externalId, guest]))
  const roomOf = new Map<string | null, Room>(rooms.map((room) => [room.externalId, room]))
  return bookings.map((booking) =>
    Object.assign(booking, { guest: guestOf.get(booking.guestExternalId), room: roomOf.get(booking.roomExternalId) }),
  )
}

const externalIds = (bookings: readonly Booking[], key: 'guestExternalId' | 'roomExternalId') => [
  ...new Set(bookings.flatMap((booking) => booking[key] ?? [])),
]

import { buildSubgraphSchema } from '@apollo/subgraph'
import { parse } from 'graphql'

export interface Hotel {
  id: string
  slug: string
  name: string
  timeZone: string
}

export const hotelsSdl = `#graphql
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])

  "A hotel of the platform."
  type Hotel @key(fields: "id") {
    id: ID!
    slug: String!
    name: String!
    timeZone: String!
  }

  type Query {
    hotel(id: ID!): Hotel
    hotels: [Hotel!]!
  }
`

/** The subgraph that owns hotels. A real one would read them from its own database. */
export function createHotelsSubgraph(hotels: readonly Hotel[]) {
  const find = ({ id }: { id: string }) => hotels.find((hotel) => hotel.id === id) ?? null
  return buildSubgraphSchema([
    {
      typeDefs: parse(hotelsSdl),
      resolvers: {
        Query: { hotels: () => hotels, hotel: (_: unknown, args: { id: string }) => find(args) },
        Hotel: { __resolveReference: find },
      },
    },
  ])
}

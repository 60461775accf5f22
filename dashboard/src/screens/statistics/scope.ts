import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import type { StatisticsSearch } from './route.ts'

/** What the charts look at. */
export interface Scope {
  readonly span: NonNullable<StatisticsSearch['span']>
  readonly bucket: 'HOUR' | 'DAY'
  readonly provider: string | null
  readonly hotelId: string | null
  /** The same, or the only one that the viewer has. */
  readonly onlyHotelId: string | null
  /** The hotel's; without a hotel that of the screen's clock. */
  readonly timeZone: string
}

const document = graphql(`
  query StatisticsHotel($hotelIds: [ID!]) {
    registrations(first: 2, filter: { hotelIds: $hotelIds }) {
      nodes {
        timeZone
        hotel {
          id
        }
      }
    }
  }
`)

const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone

/** Whoever has one hotel does not have to choose it. Null until it is known whether they have. */
export function useScope({ span = 'DAY', hotel, provider }: StatisticsSearch): Scope | null {
  const variables = { hotelIds: hotel === undefined ? null : [hotel] }
  const { data, error } = useQuery(document, { variables, fetchPolicy: 'cache-first' })
  if (data === undefined && !error) return null
  const nodes = data?.registrations.nodes ?? []
  const only = nodes.length === 1 ? nodes[0] : undefined
  return {
    span,
    bucket: span === 'MONTH' ? 'DAY' : 'HOUR',
    provider: provider ?? null,
    hotelId: hotel ?? null,
    onlyHotelId: hotel ?? only?.hotel.id ?? null,
    timeZone: only?.timeZone ?? HERE,
  }
}

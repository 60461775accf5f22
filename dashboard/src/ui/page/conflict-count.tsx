import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import { formatNumber } from '../values/format.ts'

const document = graphql(`
  query ConflictCount($hotelId: ID!) {
    conflicts(hotelId: $hotelId) {
      totalCount
    }
  }
`)

const EVERY_MS = 60_000

/** How many conflicts of a hotel wait for somebody, in brackets; nothing where there are none. */
export function ConflictCount({ hotelId }: { hotelId: string }) {
  const { data } = useQuery(document, {
    variables: { hotelId },
    fetchPolicy: 'cache-and-network',
    pollInterval: EVERY_MS,
  })
  const count = data?.conflicts.totalCount ?? 0
  return count > 0 && ` (${formatNumber(count)})`
}

import { graphql } from '../../../gql/gql.ts'
import type { NightChangesQuery } from '../../../gql/graphql.ts'

export const nightChangesDocument = graphql(`
  query NightChanges($hotelId: ID!, $last: Int!, $filter: PmsAriChangeFilter) {
    ariChanges(hotelId: $hotelId, last: $last, filter: $filter) {
      nodes {
        from
        to
        currency
        fields
        before {
          ...NightValues
        }
        after {
          ...NightValues
        }
        seenAt
        seenAfter
        changeId
        syncLogId
      }
      pageInfo {
        hasPreviousPage
      }
    }
  }
`)

export const nightValuesFragment = graphql(`
  fragment NightValues on PmsAriValues {
    amounts
    extraAdult
    extraChild
    closed
    closedToArrival
    closedToDeparture
    minStayArrival
    minStayThrough
    maxStay
    cutoffDays
    available
    sold
    physical
    outOfOrder
  }
`)

export type NightChange = NightChangesQuery['ariChanges']['nodes'][number]

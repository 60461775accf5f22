import { graphql } from '../../gql/gql.ts'
import type { FleetQuery } from '../../gql/graphql.ts'

export type FleetHotel = FleetQuery['fleet']['nodes'][number]
export type StreamDownHotel = FleetQuery['streamDown']['nodes'][number]
export type Freshness = FleetHotel['freshness'][number]

/** `filter` is for the table; `scope`, the same without the state, for the counts and for what needs attention. */
export const fleetDocument = graphql(`
  query Fleet(
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsFleetFilter!
    $scope: PmsFleetFilter!
    $urgent: PmsFleetFilter!
    $incomplete: PmsFleetFilter!
    $streamDown: PmsFleetFilter!
    $undecided: PmsFleetFilter!
  ) {
    fleetStates(filter: $scope) {
      state
      hotels
    }
    urgent: fleet(first: 5, filter: $urgent) {
      totalCount
      nodes {
        ...FleetHotel
      }
    }
    incomplete: fleet(first: 5, filter: $incomplete) {
      totalCount
      nodes {
        ...FleetHotel
      }
    }
    undecided: fleet(first: 5, filter: $undecided) {
      totalCount
      nodes {
        ...FleetHotel
      }
    }
    streamDown: fleet(first: 5, filter: $streamDown) {
      totalCount
      nodes {
        ...FleetHotel
        hotel {
          configurations(first: 20) {
            nodes {
              id
              stream {
                state
                reason
                since
                nextAttemptAt
                lastMessageAt
              }
            }
          }
        }
      }
    }
    fleet(first: $first, after: $after, last: $last, before: $before, filter: $filter) {
      totalCount
      nodes {
        ...FleetHotel
      }
      pageInfo {
        ...PageFields
      }
    }
  }

  fragment FleetHotel on PmsFleetHotel {
    hotelId
    state
    arrivalsToday
    openFailures
    openConflicts
    unknownChanges
    hotel {
      id
      pmsRegistration {
        name
        timeZone
      }
      configurations(first: 20) {
        nodes {
          id
          provider
          pausedAt
          pausedBy
          pausedReason
        }
      }
    }
    freshness {
      provider
      entityType
      state
      since
      trueAsOf
      lastErrorCode
      lastErrorClass
    }
  }
`)

export const nameOf = ({ hotelId, hotel }: FleetHotel) => hotel.pmsRegistration?.name ?? hotelId
export const zoneOf = ({ hotel }: FleetHotel) => hotel.pmsRegistration?.timeZone ?? 'UTC'

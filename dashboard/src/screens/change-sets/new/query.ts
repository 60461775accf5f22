import { graphql } from '../../../gql/gql.ts'
import type { PmsEntityType } from '../../../gql/graphql.ts'
import type { NewSetSearch } from './search.ts'

/** How many there are of what was chosen, and at which PMS what may be done. */
export const newSetDocument = graphql(`
  query NewSet(
    $hotelId: ID!
    $bookings: PmsBookingFilter
    $ofBookings: Boolean!
    $rooms: PmsRoomFilter
    $ofRooms: Boolean!
    $housekeeping: PmsHousekeepingFilter
    $ofHousekeeping: Boolean!
    $roomBlocks: PmsRoomBlockFilter
    $ofRoomBlocks: Boolean!
    $maintenanceRequests: PmsMaintenanceRequestFilter
    $ofMaintenanceRequests: Boolean!
  ) {
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        provider
        enabled
        writeEnabled
        actions
      }
    }
    bookings(hotelId: $hotelId, filter: $bookings) @include(if: $ofBookings) {
      totalCount
    }
    rooms(hotelId: $hotelId, filter: $rooms) @include(if: $ofRooms) {
      totalCount
    }
    housekeeping(hotelId: $hotelId, filter: $housekeeping) @include(if: $ofHousekeeping) {
      totalCount
    }
    roomBlocks(hotelId: $hotelId, filter: $roomBlocks) @include(if: $ofRoomBlocks) {
      totalCount
    }
    maintenanceRequests(hotelId: $hotelId, filter: $maintenanceRequests) @include(if: $ofMaintenanceRequests) {
      totalCount
    }
  }
`)

/** @param search a filter of another type than is asked for is refused by the API, which is shown */
export function newSetVariables(hotelId: string, { type, filter, ids }: NewSetSearch) {
  const counts = (counted: PmsEntityType) => ids === undefined && type === counted
  const of = (counted: PmsEntityType) => (counts(counted) ? (filter ?? null) : null)
  return {
    hotelId,
    ...{ bookings: of('BOOKING'), ofBookings: counts('BOOKING') },
    ...{ rooms: of('ROOM'), ofRooms: counts('ROOM') },
    ...{ housekeeping: of('HOUSEKEEPING'), ofHousekeeping: counts('HOUSEKEEPING') },
    ...{ roomBlocks: of('ROOM_BLOCK'), ofRoomBlocks: counts('ROOM_BLOCK') },
    maintenanceRequests: of('MAINTENANCE_REQUEST'),
    ofMaintenanceRequests: counts('MAINTENANCE_REQUEST'),
  }
}

export const createSetDocument = graphql(`
  mutation CreateChangeSet($input: PmsCreateChangeSetInput!) {
    createChangeSet(input: $input) {
      changeSet {
        id
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

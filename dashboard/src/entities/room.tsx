import { graphql } from '../gql/gql.ts'
import { statusLabels } from '../ui/values/status-badge.tsx'
import { defineEntity } from './entity.tsx'
import { oneOf } from './list/filters.ts'
import { roomColumns } from './room-columns.tsx'
import { RoomFacts } from './room-facts.tsx'

const listDocument = graphql(`
  query Rooms(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsRoomFilter
    $orderBy: PmsRoomOrder
  ) {
    rows: rooms(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...RoomRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

const roomDocument = graphql(`
  query Room($id: ID!) {
    row: room(id: $id) {
      id
      hotelId
      provider
      externalId
      externalUpdatedAt
      lastSyncedAt
      deletedAt
      createdAt
      updatedAt
      roomNumber
      roomType
      floor
      status
      cleaningStatus
      occupancy
      maxOccupancy
      rateCents
      currency
      amenities
      metadata
      syncError
      bookings(first: 10, orderBy: { field: CHECK_IN, direction: DESC }) {
        nodes {
          ...BookingRow
        }
      }
    }
  }
`)

const syncDocument = graphql(`
  mutation SyncRooms($input: PmsSyncInput!) {
    sync: syncRooms(input: $input) {
      ...StartedSync
    }
  }
`)

const STATUSES = statusLabels(['AVAILABLE', 'OCCUPIED', 'OUT_OF_ORDER', 'OUT_OF_SERVICE', 'BLOCKED'])
const CLEANING_STATUSES = statusLabels(['CLEAN', 'DIRTY', 'INSPECTED', 'IN_PROGRESS'])

export const room = defineEntity({
  type: 'ROOM',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['ROOM_NUMBER', 'ROOM_TYPE', 'FLOOR', 'STATUS', 'CLEANING_STATUS', 'UPDATED_AT'],
    hasPersonalData: false,
    columns: roomColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      floor: { kind: 'text', label: 'Floor', width: 100 },
      status: { kind: 'choice', label: 'Status', choices: STATUSES },
      cleaning: { kind: 'choice', label: 'Cleaning', choices: CLEANING_STATUSES },
    },
    toFilter: ({ room, floor, status, cleaning }) => ({
      roomNumber: room ?? null,
      floor: oneOf(floor),
      status: oneOf(status),
      cleaningStatus: oneOf(cleaning),
    }),
  },
  details: { document: roomDocument, Facts: RoomFacts },
})

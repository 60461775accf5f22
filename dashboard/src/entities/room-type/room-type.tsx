import { graphql } from '../../gql/gql.ts'
import { defineEntity } from '../entity.tsx'
import { roomTypeColumns } from './room-type-columns.tsx'
import { RoomTypeFacts } from './room-type-facts.tsx'

const listDocument = graphql(`
  query RoomTypes(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsRoomTypeFilter
    $orderBy: PmsRoomTypeOrder
  ) {
    rows: roomTypes(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...RoomTypeRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

const roomTypeDocument = graphql(`
  query RoomType($id: ID!) {
    row: roomType(id: $id) {
      id
      hotelId
      provider
      externalId
      externalUpdatedAt
      lastSyncedAt
      deletedAt
      createdAt
      updatedAt
      code
      name
      capacity
      roomCount
      sellable
      metadata
      syncError
    }
  }
`)

const syncDocument = graphql(`
  mutation SyncRoomTypes($input: PmsSyncInput!) {
    sync: syncRoomTypes(input: $input) {
      ...StartedSync
    }
  }
`)

export const roomType = defineEntity({
  type: 'ROOM_TYPE',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['NAME', 'CODE', 'CAPACITY', 'ROOM_COUNT', 'UPDATED_AT'],
    hasPersonalData: false,
    columns: roomTypeColumns,
    filters: { code: { kind: 'text', label: 'Code', width: 100 } },
    toFilter: ({ code }) => ({ code: code ?? null }),
  },
  details: { document: roomTypeDocument, Facts: RoomTypeFacts },
})

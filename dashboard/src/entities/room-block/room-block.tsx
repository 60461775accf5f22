import { graphql } from '../../gql/gql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { roomBlockColumns } from './room-block-columns.tsx'
import { RoomBlockFacts } from './room-block-facts.tsx'
import { KINDS } from './words.ts'

const listDocument = graphql(`
  query RoomBlocks(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsRoomBlockFilter
    $orderBy: PmsRoomBlockOrder
  ) {
    rows: roomBlocks(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...RoomBlockRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

const roomBlockDocument = graphql(`
  query RoomBlock($id: ID!) {
    row: roomBlock(id: $id) {
      id
      hotelId
      provider
      externalId
      externalUpdatedAt
      lastSyncedAt
      deletedAt
      createdAt
      updatedAt
      kind
      roomNumber
      firstNight
      lastNight
      startsAt
      endsAt
      reasonCode
      reason
      returnCondition
      room {
        id
      }
      metadata
      syncError
    }
  }
`)

const syncDocument = graphql(`
  mutation SyncRoomBlocks($input: PmsSyncInput!) {
    sync: syncRoomBlocks(input: $input) {
      ...StartedSync
    }
  }
`)

export const roomBlock = defineEntity({
  type: 'ROOM_BLOCK',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['FIRST_NIGHT', 'LAST_NIGHT', 'ROOM_NUMBER', 'KIND', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: roomBlockColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      kind: { kind: 'choice', label: 'Kind', choices: KINDS },
      night: { kind: 'day', label: 'On the night of' },
    },
    toFilter: ({ room, kind, night }) => ({ roomNumber: room ?? null, kind: oneOf(kind), covers: night ?? null }),
  },
  details: { document: roomBlockDocument, Facts: RoomBlockFacts },
})

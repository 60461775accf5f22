import { graphql } from '../../gql/gql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { housekeepingColumns } from './housekeeping-columns.tsx'
import { HousekeepingFacts } from './housekeeping-facts.tsx'
import { CONDITIONS, OCCUPANCIES } from './words.ts'

const listDocument = graphql(`
  query Housekeeping(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsHousekeepingFilter
    $orderBy: PmsHousekeepingOrder
  ) {
    rows: housekeeping(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...HousekeepingRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

const housekeepingDocument = graphql(`
  query HousekeepingDetails($id: ID!) {
    row: housekeepingById(id: $id) {
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
      condition
      occupancy
      reportedOccupancy
      discrepancy
      roomStatus
      doNotDisturb
      serviceRefused
      turndown
      attendant
      note
      businessDate
      room {
        id
      }
      metadata
      syncError
    }
  }
`)

const syncDocument = graphql(`
  mutation SyncHousekeeping($input: PmsSyncInput!) {
    sync: syncHousekeeping(input: $input) {
      ...StartedSync
    }
  }
`)

export const housekeeping = defineEntity({
  type: 'HOUSEKEEPING',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['ROOM_NUMBER', 'CONDITION', 'OCCUPANCY', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: housekeepingColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      condition: { kind: 'choice', label: 'Condition', choices: CONDITIONS },
      occupancy: { kind: 'choice', label: 'Occupancy', choices: OCCUPANCIES },
    },
    toFilter: ({ room, condition, occupancy }) => ({
      roomNumber: room ?? null,
      condition: oneOf(condition),
      occupancy: oneOf(occupancy),
    }),
  },
  details: { document: housekeepingDocument, Facts: HousekeepingFacts },
})

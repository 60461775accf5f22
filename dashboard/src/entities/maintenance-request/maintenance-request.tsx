import { graphql } from '../../gql/gql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { maintenanceRequestColumns } from './maintenance-request-columns.tsx'
import { MaintenanceRequestFacts } from './maintenance-request-facts.tsx'
import { PRIORITIES, STATUSES } from './words.ts'

const listDocument = graphql(`
  query MaintenanceRequests(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsMaintenanceRequestFilter
    $orderBy: PmsMaintenanceRequestOrder
  ) {
    rows: maintenanceRequests(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...MaintenanceRequestRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

const maintenanceRequestDocument = graphql(`
  query MaintenanceRequest($id: ID!) {
    row: maintenanceRequest(id: $id) {
      id
      hotelId
      provider
      externalId
      externalUpdatedAt
      lastSyncedAt
      deletedAt
      createdAt
      updatedAt
      status
      code
      title
      description
      priority
      roomNumber
      place
      assignee
      dueAt
      reportedAt
      resolvedAt
      room {
        id
      }
      metadata
      syncError
    }
  }
`)

const syncDocument = graphql(`
  mutation SyncMaintenanceRequests($input: PmsSyncInput!) {
    sync: syncMaintenanceRequests(input: $input) {
      ...StartedSync
    }
  }
`)

export const maintenanceRequest = defineEntity({
  type: 'MAINTENANCE_REQUEST',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['REPORTED_AT', 'DUE_AT', 'RESOLVED_AT', 'STATUS', 'ROOM_NUMBER', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: maintenanceRequestColumns,
    filters: {
      room: { kind: 'text', label: 'Room', width: 100 },
      status: { kind: 'choice', label: 'Status', choices: STATUSES },
      priority: { kind: 'choice', label: 'Priority', choices: PRIORITIES },
    },
    toFilter: ({ room, status, priority }) => ({
      roomNumber: room ?? null,
      status: oneOf(status),
      priority: oneOf(priority),
    }),
  },
  details: { document: maintenanceRequestDocument, Facts: MaintenanceRequestFacts },
})

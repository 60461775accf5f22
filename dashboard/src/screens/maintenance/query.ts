import { graphql } from '../../gql/gql.ts'
import type { OpenMaintenanceQuery } from '../../gql/graphql.ts'

export const openDocument = graphql(`
  query OpenMaintenance($hotelId: ID!, $after: String, $filter: PmsMaintenanceRequestFilter) {
    rows: maintenanceRequests(hotelId: $hotelId, first: 200, after: $after, filter: $filter) {
      nodes {
        ...MaintenanceRequestRow
        createdAt
        dueAt
        room {
          id
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

export const changedDocument = graphql(`
  subscription OpenMaintenanceChanged($hotelId: ID!) {
    maintenanceRequestChanged(hotelId: $hotelId) {
      id
    }
  }
`)

export type OpenRequest = OpenMaintenanceQuery['rows']['nodes'][number]

const URGENCY = { URGENT: 0, HIGH: 1, NORMAL: 2, LOW: 3 } as const

/** Since when somebody waits for it; where the PMS does not say, since it was first seen. */
export const reportedAtOf = ({ reportedAt, createdAt }: OpenRequest) => reportedAt ?? createdAt

/** The most urgent first, of those the oldest. Without a priority: as urgent as a normal one, but after it. */
export function byUrgency(a: OpenRequest, b: OpenRequest): number {
  const rank = ({ priority }: OpenRequest) => (priority ? URGENCY[priority] : URGENCY.NORMAL + 0.5)
  return rank(a) - rank(b) || (reportedAtOf(a) < reportedAtOf(b) ? -1 : 1)
}

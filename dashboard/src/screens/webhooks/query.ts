import { graphql } from '../../gql/gql.ts'
import type { WebhookEventsQuery } from '../../gql/graphql.ts'

export const eventsDocument = graphql(`
  query WebhookEvents(
    $hotelId: ID!
    $hotelIds: [ID!]!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsWebhookEventFilter
  ) {
    registrations(first: 1, filter: { hotelIds: $hotelIds }) {
      nodes {
        timeZone
      }
    }
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        provider
        webhookEndpoint {
          hasKey
          headerNames
          lastEventAt
          refusedCount
          lastRefusedAt
        }
      }
    }
    webhookEvents(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
    ) {
      nodes {
        id
        provider
        eventType
        status
        deliveries
        tries
        receivedAt
        nextAttemptAt
        subjects {
          entityType
          externalId
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

export type Event = WebhookEventsQuery['webhookEvents']['nodes'][number]
export type Sender = WebhookEventsQuery['configurations']['nodes'][number]

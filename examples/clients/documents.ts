import { graphql } from './gql/index.ts'

/** Run `npm run schema` after a change: it makes the types of what is asked and answered from these texts. */
export const Arrivals = graphql(`
  query Arrivals($hotelId: ID!, $day: LocalDate!, $first: Int!, $after: String) {
    bookings(
      hotelId: $hotelId
      first: $first
      after: $after
      filter: { checkIn: { from: $day, to: $day } }
      orderBy: { field: GUEST_NAME }
    ) {
      edges {
        cursor
        node {
          id
          guestName
          checkOut
          room {
            id
            roomNumber
          }
        }
      }
      pageInfo {
        startCursor
        endCursor
        hasNextPage
        hasPreviousPage
      }
    }
  }
`)

export const StartSync = graphql(`
  mutation StartSync($hotelId: ID!, $provider: String!) {
    syncBookings(input: { hotelId: $hotelId, provider: $provider }) {
      syncLog {
        id
      }
      errors {
        code
        message
        syncLogId
      }
    }
  }
`)

export const SyncProgress = graphql(`
  subscription SyncProgress($hotelId: ID!, $syncLogId: ID!) {
    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {
      phase
      status
      processed
      total
    }
  }
`)

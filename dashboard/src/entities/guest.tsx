import { graphql } from '../gql/gql.ts'
import { defineEntity } from './entity.tsx'
import { guestColumns } from './guest-columns.tsx'
import { GuestFacts } from './guest-facts.tsx'
import { oneOf } from './list/filters.ts'

const listDocument = graphql(`
  query Guests(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsGuestFilter
    $orderBy: PmsGuestOrder
  ) {
    rows: guests(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...GuestRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

const guestDocument = graphql(`
  query Guest($id: ID!) {
    row: guest(id: $id) {
      id
      hotelId
      provider
      externalId
      externalUpdatedAt
      lastSyncedAt
      deletedAt
      createdAt
      updatedAt
      firstName
      lastName
      email
      phone
      country
      dateOfBirth
      loyaltyTier
      totalStays
      totalSpent
      preferences
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
  mutation SyncGuests($input: PmsSyncInput!) {
    sync: syncGuests(input: $input) {
      ...StartedSync
    }
  }
`)

export const guest = defineEntity({
  type: 'GUEST',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['LAST_NAME', 'FIRST_NAME', 'EMAIL', 'COUNTRY', 'TOTAL_STAYS', 'TOTAL_SPENT', 'UPDATED_AT'],
    hasPersonalData: true,
    columns: guestColumns,
    filters: {
      q: { kind: 'search', label: 'Search', placeholder: 'Name, e-mail or phone' },
      country: { kind: 'text', label: 'Country', placeholder: 'PT', maxLength: 2, width: 100, isUpperCase: true },
    },
    toFilter: ({ q, country }) => ({ search: q ?? null, country: oneOf(country) }),
  },
  details: { document: guestDocument, Facts: GuestFacts },
})

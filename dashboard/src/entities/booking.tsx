import { graphql } from '../gql/gql.ts'
import { statusLabels } from '../ui/values/status-badge.tsx'
import { bookingColumns } from './booking-columns.tsx'
import { BookingFacts } from './booking-facts.tsx'
import { defineEntity } from './entity.tsx'
import { daysBetween, oneOf } from './list/filters.ts'
import { fromToday, nothingFromToday, Today } from './today.tsx'

const listDocument = graphql(`
  query Bookings(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsBookingFilter
    $orderBy: PmsBookingOrder
  ) {
    rows: bookings(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...BookingRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

export const bookingDocument = graphql(`
  query Booking($id: ID!) {
    row: booking(id: $id) {
      id
      hotelId
      provider
      externalId
      externalUpdatedAt
      lastSyncedAt
      deletedAt
      createdAt
      updatedAt
      confirmationNumber
      status
      source
      guestName
      guestEmail
      guest {
        id
      }
      checkIn
      checkOut
      roomNumber
      roomType
      room {
        id
      }
      bookedRoomType {
        id
        name
      }
      ratePlan {
        id
        name
      }
      adults
      children
      totalAmountCents
      currency
      notes
      metadata
      syncError
    }
  }
`)

const syncDocument = graphql(`
  mutation SyncBookings($input: PmsSyncInput!) {
    sync: syncBookings(input: $input) {
      ...StartedSync
    }
  }
`)

const STATUSES = statusLabels(['PENDING', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])

export const booking = defineEntity({
  type: 'BOOKING',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['CHECK_IN', 'GUEST_NAME', 'CHECK_OUT', 'ROOM_NUMBER', 'STATUS', 'TOTAL_AMOUNT', 'UPDATED_AT'],
    hasPersonalData: true,
    Shortcuts: Today,
    presets: fromToday,
    nothingByPreset: nothingFromToday,
    columns: bookingColumns,
    filters: {
      q: { kind: 'search', label: 'Search', placeholder: 'Name, e-mail or number' },
      status: { kind: 'choice', label: 'Status', choices: STATUSES },
      inHouse: { kind: 'day', label: 'In house on' },
      arrivalFrom: { kind: 'day', label: 'Arrival from', isRare: true },
      arrivalTo: { kind: 'day', label: 'Arrival to', isRare: true },
      departureFrom: { kind: 'day', label: 'Departure from', isRare: true },
      departureTo: { kind: 'day', label: 'Departure to', isRare: true },
      room: { kind: 'text', label: 'Room', isRare: true, width: 100 },
    },
    toFilter: ({ q, status, inHouse, arrivalFrom, arrivalTo, departureFrom, departureTo, room }) => ({
      search: q ?? null,
      status: oneOf(status),
      stayCovers: inHouse ?? null,
      checkIn: daysBetween(arrivalFrom, arrivalTo),
      checkOut: daysBetween(departureFrom, departureTo),
      roomNumber: room ?? null,
    }),
  },
  details: { document: bookingDocument, Facts: BookingFacts },
})

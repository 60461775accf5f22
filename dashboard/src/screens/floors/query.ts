import { graphql } from '../../gql/gql.ts'

export const roomsDocument = graphql(`
  query FloorRooms($hotelId: ID!, $after: String) {
    rows: rooms(hotelId: $hotelId, first: 200, after: $after, orderBy: { field: ROOM_NUMBER }) {
      nodes {
        id
        provider
        externalId
        roomNumber
        roomType
        floor
        status
        cleaningStatus
        housekeeping {
          id
          condition
          occupancy
          discrepancy
          stay
          doNotDisturb
          serviceRefused
          syncStatus
          syncError
        }
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

export const blocksDocument = graphql(`
  query FloorBlocks($hotelId: ID!, $after: String, $today: LocalDate!) {
    rows: roomBlocks(hotelId: $hotelId, first: 200, after: $after, filter: { covers: $today }) {
      nodes {
        id
        provider
        roomExternalId
        kind
        lastNight
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

export const staysDocument = graphql(`
  query FloorStays($hotelId: ID!, $after: String, $filter: PmsBookingFilter) {
    rows: bookings(hotelId: $hotelId, first: 200, after: $after, filter: $filter) {
      nodes {
        id
        provider
        roomExternalId
        roomNumber
        guestName
        status
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

export const housekeepingChangedDocument = graphql(`
  subscription FloorHousekeepingChanged($hotelId: ID!) {
    housekeepingChanged(hotelId: $hotelId) {
      id
    }
  }
`)

export const roomChangedDocument = graphql(`
  subscription FloorRoomChanged($hotelId: ID!) {
    roomChanged(hotelId: $hotelId) {
      id
    }
  }
`)

export const blockChangedDocument = graphql(`
  subscription FloorBlockChanged($hotelId: ID!) {
    roomBlockChanged(hotelId: $hotelId) {
      id
    }
  }
`)

export const bookingChangedDocument = graphql(`
  subscription FloorBookingChanged($hotelId: ID!) {
    bookingChanged(hotelId: $hotelId) {
      id
    }
  }
`)

/** Where the condition of rooms can be changed. */
export const accountsDocument = graphql(`
  query FloorAccounts($hotelId: ID!) {
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        provider
        actions
      }
    }
  }
`)

export const setConditionDocument = graphql(`
  mutation SetCondition($input: PmsHousekeepingUpdateInput!) {
    updateHousekeeping(input: $input) {
      changes {
        id
        state
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

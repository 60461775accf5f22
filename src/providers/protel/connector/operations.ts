/** The operations of the connector contract that this provider sends; tests hold them against the contract. */

const RESERVATION = /* GraphQL */ `
  fragment ReservationParts on Reservation {
    id crsConfirmation status pmsStatusCode pmsStatusName
    arrival departure checkedInAt checkedOutAt
    roomId roomNumber roomLocked roomTypeCode ratePlanCode
    adults children
    total { amount currency }
    guests { profileId givenName surname email phone countryCode isPrimary }
    comments createdAt updatedAt
  }
`

export const RESERVATIONS = /* GraphQL */ `
  query Reservations($propertyId: ID!, $updatedSince: DateTime, $first: Int!, $after: String) {
    reservations(propertyId: $propertyId, updatedSince: $updatedSince, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { ...ReservationParts } }
    }
  }
  ${RESERVATION}
`

export const RESERVATION_BY_ID = /* GraphQL */ `
  query ReservationById($propertyId: ID!, $id: ID!) {
    reservation(propertyId: $propertyId, id: $id) { ...ReservationParts }
  }
  ${RESERVATION}
`

export const ROOMS = /* GraphQL */ `
  query Rooms($propertyId: ID!, $updatedSince: DateTime, $first: Int!, $after: String) {
    rooms(propertyId: $propertyId, updatedSince: $updatedSince, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id number updatedAt roomType { id code name } } }
    }
  }
`

export const ROOM_STATES = /* GraphQL */ `
  query RoomStates($propertyId: ID!, $updatedSince: DateTime, $first: Int!, $after: String) {
    rooms(propertyId: $propertyId, updatedSince: $updatedSince, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id number hkStatus updatedAt } }
    }
  }
`

export const ROOM_BLOCKS = /* GraphQL */ `
  query RoomBlocks($propertyId: ID!, $from: Date!, $to: Date!, $first: Int!, $after: String) {
    roomBlocks(propertyId: $propertyId, from: $from, to: $to, first: $first, after: $after) {
      pageInfo { hasNextPage endCursor }
      edges { node { id roomId kind from to reason } }
    }
  }
`

export const RATES = /* GraphQL */ `
  query Rates($propertyId: ID!, $from: Date!, $to: Date!) {
    rates(propertyId: $propertyId, from: $from, to: $to) {
      date roomTypeCode ratePlanCode numberOfGuests amountAfterTax currency
    }
  }
`

export const AVAILABILITY = /* GraphQL */ `
  query Availability($propertyId: ID!, $from: Date!, $to: Date!) {
    availability(propertyId: $propertyId, from: $from, to: $to) { date roomTypeCode available }
  }
`

export const PROPERTY = /* GraphQL */ `
  query Property($propertyId: ID!) {
    property(id: $propertyId) {
      id name timeZone currency
      capabilities { flavour reservationRead roomStatusRead checkIn checkOut roomStatusWrite }
    }
  }
`

const COMMAND = /* GraphQL */ `
  fragment CommandParts on CommandResult { correlationId state errors { code message } }
`

export const CHECK_IN = /* GraphQL */ `
  mutation CheckIn($propertyId: ID!, $id: ID!, $roomId: ID, $idempotencyKey: ID!) {
    checkIn(propertyId: $propertyId, id: $id, roomId: $roomId, idempotencyKey: $idempotencyKey) { ...CommandParts }
  }
  ${COMMAND}
`

export const CHECK_OUT = /* GraphQL */ `
  mutation CheckOut($propertyId: ID!, $id: ID!, $idempotencyKey: ID!) {
    checkOut(propertyId: $propertyId, id: $id, idempotencyKey: $idempotencyKey) { ...CommandParts }
  }
  ${COMMAND}
`

export const SET_ROOM_STATUS = /* GraphQL */ `
  mutation SetRoomStatus($propertyId: ID!, $roomId: ID!, $hkStatus: ProtelHKStatus!, $idempotencyKey: ID!) {
    setRoomStatus(propertyId: $propertyId, roomId: $roomId, hkStatus: $hkStatus, idempotencyKey: $idempotencyKey) {
      ...CommandParts
    }
  }
  ${COMMAND}
`

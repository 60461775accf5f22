import { graphql } from '../../gql/gql.ts'

export const changeBookingDocument = graphql(`
  mutation ChangeBooking($input: PmsBookingChangeInput!) {
    result: changeBooking(input: $input) {
      ...ChangeAnswer
    }
  }
`)

export const moveBookingDocument = graphql(`
  mutation MoveBooking($input: PmsBookingMoveInput!) {
    result: moveBooking(input: $input) {
      ...ChangeAnswer
    }
  }
`)

export const cancelBookingDocument = graphql(`
  mutation CancelBooking($input: PmsBookingCancelInput!) {
    result: cancelBooking(input: $input) {
      ...ChangeAnswer
    }
  }
`)

export const reinstateBookingDocument = graphql(`
  mutation ReinstateBooking($input: PmsBookingActionInput!) {
    result: reinstateBooking(input: $input) {
      ...ChangeAnswer
    }
  }
`)

export const checkInBookingDocument = graphql(`
  mutation CheckInBooking($input: PmsBookingActionInput!) {
    result: checkInBooking(input: $input) {
      ...ChangeAnswer
    }
  }
`)

export const checkOutBookingDocument = graphql(`
  mutation CheckOutBooking($input: PmsBookingActionInput!) {
    result: checkOutBooking(input: $input) {
      ...ChangeAnswer
    }
  }
`)

export const addBookingNoteDocument = graphql(`
  mutation AddBookingNote($input: PmsBookingNoteInput!) {
    result: addBookingNote(input: $input) {
      ...ChangeAnswer
    }
  }
`)

export const bookingChangesDocument = graphql(`
  query BookingChanges($hotelId: ID!, $bookingId: ID!) {
    configurations(hotelId: $hotelId, first: 20) {
      nodes {
        id
        provider
        enabled
        writeEnabled
        actions
      }
    }
    changes(
      hotelId: $hotelId
      first: 5
      filter: { entityId: $bookingId }
      orderBy: { field: CREATED_AT, direction: DESC }
    ) {
      nodes {
        ...ChangeRow
      }
    }
  }
`)

import { describe, expect, test } from 'vitest'
import { startApi } from '../kit/api.ts'
import { addBooking, addFailure, addGuest, addHotel, addRoom, addSyncLog } from '../kit/rows.ts'
import { graphql } from './gql/index.ts'

/** How many statements an operation sends; each case has an API of its own to count them. */
describe('statements:', () => {
  test('a page of 50 bookings with guest, room, hotel, total and page info is one statement', async () => {
    await using api = await startApi()
    const hotelId = await addHotel(api.database)
    for (let n = 0; n < 55; n++) {
      await addGuest(api.database, { hotelId, externalId: `g${n}` })
      await addRoom(api.database, { hotelId, externalId: `r${n}`, roomNumber: `${n}` })
      await addBooking(api.database, { hotelId, guestExternalId: `g${n}`, roomExternalId: `r${n}` })
    }
    const first = await api.query(PageOfBookings, { hotelId })
    const { edges, pageInfo } = first.data.bookings
    expect(edges).toHaveLength(50)
    expect(edges.every(({ node }) => node.guest !== null && node.room !== null)).toBe(true)
    expect(api.statements).toHaveLength(1)

    api.statements.length = 0
    const second = await api.query(PageOfBookings, { hotelId, after: pageInfo.endCursor ?? null })
    expect(second.data.bookings).toMatchObject({
      totalCount: 55,
      pageInfo: { hasPreviousPage: true, hasNextPage: false },
    })
    expect(api.statements).toHaveLength(1)
  })

  test('the bookings of every room and guest of a page are one statement a list', async () => {
    await using api = await startApi()
    const hotelId = await addHotel(api.database)
    for (let n = 0; n < 5; n++) {
      await addRoom(api.database, { hotelId, externalId: `r${n}`, roomNumber: `${n}` })
      for (let stay = 0; stay < n; stay++) {
        await addBooking(api.database, { hotelId, roomExternalId: `r${n}`, checkIn: `2026-01-0${stay + 1}` })
      }
    }
    const { data, errors } = await api.query(RoomsWithBookings, { hotelId })
    expect(errors).toBeUndefined()
    const stays = data.rooms.nodes.map(({ bookings }) => bookings.nodes.map(({ checkIn }) => checkIn.slice(-2)))
    expect(stays).toEqual([[], ['01'], ['01', '02'], ['01', '02'], ['01', '02']])
    expect(data.rooms.nodes.map(({ bookings }) => bookings.totalCount)).toEqual([0, 1, 2, 3, 4])
    expect(data.rooms.nodes.map(({ bookings }) => bookings.pageInfo.hasNextPage)).toEqual([
      false,
      false,
      false,
      true,
      true,
    ])
    expect(api.statements).toHaveLength(2)
  })

  test('the same list with two filters is two statements', async () => {
    await using api = await startApi()
    const hotelId = await addHotel(api.database)
    for (const n of [1, 2]) await addGuest(api.database, { hotelId, externalId: `g${n}` })
    await addBooking(api.database, { hotelId, guestExternalId: 'g1', status: 'CANCELLED' })
    const { data } = await api.query(GuestsWithBookings, { hotelId })
    const counts = data.guests.nodes.map(({ all, cancelled, pending }) =>
      [all, cancelled, pending].map(({ nodes }) => nodes.length),
    )
    expect(counts.toSorted()).toEqual([
      [0, 0, 0],
      [1, 1, 0],
    ])
    expect(api.statements).toHaveLength(4)
  })

  test('the failures of every run of a page are one statement', async () => {
    await using api = await startApi()
    const hotelId = await addHotel(api.database)
    for (const count of [1, 2]) {
      const { id } = await addSyncLog(api.database, { hotelId, status: 'PARTIAL' })
      for (let n = 0; n < count; n++) await addFailure(api.database, { hotelId, syncLogId: id })
    }
    const { data } = await api.query(RunsWithFailures, { hotelId })
    expect(data.syncLogs.nodes.map(({ failures }) => failures.nodes.length)).toEqual([2, 1])
    expect(api.statements).toHaveLength(2)
  })

  test('1000 references to a type take one statement', async () => {
    await using api = await startApi()
    const hotelId = await addHotel(api.database)
    const rows = await Promise.all(Array.from({ length: 1000 }, () => addBooking(api.database, { hotelId })))
    const representations = rows.map(({ id }) => ({ __typename: 'PmsBooking', id }))
    const { data, errors } = await api.query(BookingReferences, { representations })
    expect(errors).toBeUndefined()
    expect(data._entities.map((each) => each?.__typename === 'PmsBooking' && each.id)).toEqual(rows.map(({ id }) => id))
    expect(api.statements).toHaveLength(1)
  })
})

const PageOfBookings = graphql(`
  query PageOfBookings($hotelId: ID!, $after: String) {
    bookings(hotelId: $hotelId, first: 50, after: $after) {
      totalCount
      edges {
        cursor
        node {
          id
          hotel {
            id
          }
          guest {
            lastName
          }
          room {
            roomNumber
          }
        }
      }
      ...Info
    }
  }
  fragment Info on PmsBookingConnection {
    pageInfo {
      hasNextPage
      hasPreviousPage
      endCursor
    }
  }
`)
const RoomsWithBookings = graphql(`
  query RoomsWithBookings($hotelId: ID!) {
    rooms(hotelId: $hotelId, first: 50) {
      nodes {
        bookings(first: 2) {
          totalCount
          nodes {
            checkIn
          }
          pageInfo {
            hasNextPage
          }
        }
      }
    }
  }
`)
const GuestsWithBookings = graphql(`
  query GuestsWithBookings($hotelId: ID!) {
    guests(hotelId: $hotelId, first: 50) {
      nodes {
        all: bookings(first: 50) {
          nodes {
            id
          }
        }
        cancelled: bookings(first: 50, filter: { status: [CANCELLED] }) {
          nodes {
            id
          }
        }
        pending: bookings(first: 50, filter: { status: [PENDING] }) {
          nodes {
            id
          }
        }
      }
    }
  }
`)
const RunsWithFailures = graphql(`
  query RunsWithFailures($hotelId: ID!) {
    syncLogs(hotelId: $hotelId, first: 50) {
      nodes {
        failures(first: 50) {
          nodes {
            reason
          }
        }
      }
    }
  }
`)
const BookingReferences = graphql(`
  query BookingReferences($representations: [_Any!]!) {
    _entities(representations: $representations) {
      __typename
      ... on PmsBooking {
        id
      }
    }
  }
`)

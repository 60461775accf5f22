import { graphql } from '../../gql/gql.ts'
import type { CalendarAvailabilityQuery, CalendarRatesQuery } from '../../gql/graphql.ts'

export const availabilityDocument = graphql(`
  query CalendarAvailability($hotelId: ID!, $from: LocalDate!, $to: LocalDate!) {
    availability(hotelId: $hotelId, from: $from, to: $to) {
      days
      series {
        provider
        roomTypeExternalId
        freshness
        trueAsOf
        available
        sold
        outOfOrder
        physical
      }
    }
    roomTypes(hotelId: $hotelId, first: 200, orderBy: { field: NAME }) {
      nodes {
        id
        provider
        externalId
        name
      }
    }
  }
`)

export const ratesDocument = graphql(`
  query CalendarRates($hotelId: ID!, $from: LocalDate!, $to: LocalDate!, $roomTypeIds: [ID!]) {
    rates(hotelId: $hotelId, from: $from, to: $to, roomTypeIds: $roomTypeIds) {
      days
      series {
        provider
        ratePlanExternalId
        ratePlan {
          id
          name
        }
        roomTypeExternalId
        freshness
        trueAsOf
        currency
        amounts
        closed
        closedToArrival
        closedToDeparture
        minStayArrival
        minStayThrough
        maxStay
        cutoffDays
      }
    }
  }
`)

export const ariChangedDocument = graphql(`
  subscription CalendarChanged($hotelId: ID!) {
    ariChanged(hotelId: $hotelId) {
      entityType
    }
  }
`)

export type AvailabilitySeries = CalendarAvailabilityQuery['availability']['series'][number]
export type RoomType = CalendarAvailabilityQuery['roomTypes']['nodes'][number]
export type RateSeries = CalendarRatesQuery['rates']['series'][number]

import { useQuery } from '@apollo/client/react'
import { graphql } from '../../gql/gql.ts'
import type { PmsChangeGroup, ValueNamesQuery } from '../../gql/graphql.ts'

const document = graphql(`
  query ValueNames($hotelId: ID!, $provider: String!) {
    rooms(hotelId: $hotelId, first: 200, filter: { provider: $provider }, orderBy: { field: ROOM_NUMBER }) {
      nodes {
        id
        externalId
        roomNumber
        roomType
      }
    }
    roomTypes(hotelId: $hotelId, first: 200, filter: { provider: $provider }, orderBy: { field: NAME }) {
      nodes {
        id
        externalId
        name
      }
    }
  }
`)

/** Rooms and room types of a PMS. */
export type Known = ValueNamesQuery

interface Place {
  readonly hotelId: string
  readonly provider: string
}

/** What a booking can be moved to; nothing while that does not matter. */
export function useKnown(place: Place, isNeeded: boolean): Known | undefined {
  return useQuery(document, { variables: place, fetchPolicy: 'cache-first', skip: !isNeeded }).data
}

const NAMED: readonly PmsChangeGroup[] = ['ROOM', 'TYPE']

/** Whether values of these groups are ids, which say nothing to a person. */
export const hasNames = (groups: readonly PmsChangeGroup[]) => groups.some((group) => NAMED.includes(group))

/** Names of rooms and types by their ids at the PMS. */
export const namesIn = (known: Known | undefined): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ...(known?.rooms.nodes ?? []).map(({ externalId, roomNumber }) => [externalId, roomNumber]),
    ...(known?.roomTypes.nodes ?? []).map(({ externalId, name }) => [externalId, name]),
  ])

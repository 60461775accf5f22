import { useQuery } from '@apollo/client/react'
import type { FloorRoom } from './floors.ts'
import { accountsDocument } from './query.ts'

/** Tells of a room whether its condition can be changed from here: the PMS lets it, and changes are switched on. */
export function useWritableRooms(hotelId: string): (room: FloorRoom) => boolean {
  const { data, previousData } = useQuery(accountsDocument, { variables: { hotelId } })
  const accounts = (data ?? previousData)?.configurations.nodes ?? []
  const writable = new Set(
    accounts.filter(({ actions }) => actions.includes('HOUSEKEEPING_CONDITION')).map(({ provider }) => provider),
  )
  return ({ provider, housekeeping }) => housekeeping !== null && writable.has(provider)
}

import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { type SyncError, type SyncRequest, startSyncs } from '../../api/start-syncs.ts'

/** Starts syncs of a hotel; their errors are kept until the next start. */
export function useSyncNow(hotelId: string) {
  const client = useApolloClient()
  const [isStarting, setStarting] = useState(false)
  const [errors, setErrors] = useState<readonly SyncError[]>([])
  const start = async (request: Omit<SyncRequest, 'hotelId'>) => {
    setStarting(true)
    setErrors(await startSyncs(client, { hotelId, ...request }))
    setStarting(false)
    await client.refetchQueries({ include: ['HotelOverview'] })
  }
  return { start, isStarting, errors, dismiss: () => setErrors([]) }
}

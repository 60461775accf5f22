import { useApolloClient } from '@apollo/client/react'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { entities } from '../../entities/registry.ts'
import { graphql } from '../../gql/gql.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'

export const startedSyncFragment = graphql(`
  fragment StartedSync on PmsSyncPayload {
    syncLog {
      ...HotelRun
    }
    errors {
      ...ErrorFields
    }
  }
`)

/** Why the sync of an entity type was not started. */
export interface SyncError extends PayloadError {
  readonly entityType: PmsEntityType
}

export interface SyncRequest {
  readonly provider: string
  readonly types: readonly PmsEntityType[]
  /** Everything, not only what has changed. */
  readonly full?: boolean
}

/** Starts syncs of a hotel; their errors are kept until the next start. */
export function useSyncNow(hotelId: string) {
  const client = useApolloClient()
  const [isStarting, setStarting] = useState(false)
  const [errors, setErrors] = useState<readonly SyncError[]>([])
  const startOne = async (entityType: PmsEntityType, input: { provider: string; full: boolean }) => {
    const { sync } = await entities[entityType].load()
    const started = client.mutate({ mutation: sync, variables: { input: { hotelId, ...input } } })
    const { error } = await runMutation(started, (data) => data.sync.errors)
    return error === null ? [] : [{ ...error, entityType }]
  }
  const start = async ({ provider, types, full = false }: SyncRequest) => {
    setStarting(true)
    const found = await Promise.all(types.map((type) => startOne(type, { provider, full })))
    setErrors(found.flat())
    setStarting(false)
    await client.refetchQueries({ include: ['HotelOverview'] })
  }
  return { start, isStarting, errors, dismiss: () => setErrors([]) }
}

import type { ApolloClient } from '@apollo/client'
import { entities } from '../entities/registry.ts'
import { graphql } from '../gql/gql.ts'
import type { PmsEntityType } from '../gql/graphql.ts'
import { type PayloadError, runMutation } from './run-mutation.ts'

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
  readonly hotelId: string
  readonly provider: string
  readonly types: readonly PmsEntityType[]
  /** Everything, not only what has changed. */
  readonly full?: boolean
}

/** Starts a sync of each type; those that were not started say why. */
export async function startSyncs(client: ApolloClient, request: SyncRequest): Promise<SyncError[]> {
  const { hotelId, provider, types, full = false } = request
  const started = types.map(async (entityType) => {
    const sync = await syncDocumentOf(entityType)
    if (sync === undefined) return []
    const mutation = client.mutate({ mutation: sync, variables: { input: { hotelId, provider, full } } })
    const { error } = await runMutation(mutation, (data) => data.sync.errors)
    return error === null ? [] : [{ ...error, entityType }]
  })
  return (await Promise.all(started)).flat()
}

async function syncDocumentOf(entityType: PmsEntityType) {
  const { load, sync } = entities[entityType]
  return load === undefined ? sync?.() : (await load()).sync
}

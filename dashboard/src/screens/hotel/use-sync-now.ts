import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { describeFailure } from '../../api/failure.ts'
import { graphql } from '../../gql/gql.ts'
import type { PmsEntityType, StartedSyncFragment } from '../../gql/graphql.ts'

const document = graphql(`
  mutation SyncNow($input: PmsSyncInput!, $bookings: Boolean!, $rooms: Boolean!, $guests: Boolean!) {
    BOOKING: syncBookings(input: $input) @include(if: $bookings) {
      ...StartedSync
    }
    ROOM: syncRooms(input: $input) @include(if: $rooms) {
      ...StartedSync
    }
    GUEST: syncGuests(input: $input) @include(if: $guests) {
      ...StartedSync
    }
  }
`)

export const startedSyncFragment = graphql(`
  fragment StartedSync on PmsSyncPayload {
    syncLog {
      ...HotelRun
    }
    errors {
      code
      message
      syncLogId
    }
  }
`)

/** Why a sync was not started. */
export interface SyncRefusal {
  /** null: it is about all that was asked for. */
  readonly entityType: PmsEntityType | null
  readonly code: string
  readonly message: string
  /** The run that is in the way. */
  readonly syncLogId: string | null
}

export interface SyncOrder {
  readonly provider: string
  readonly types: readonly PmsEntityType[]
  /** Everything, not only what has changed. */
  readonly full?: boolean
}

const TYPES = ['BOOKING', 'ROOM', 'GUEST'] as const

/** Starts syncs of a hotel; what was refused is kept until the next start. */
export function useSyncNow(hotelId: string) {
  const [mutate, { loading }] = useMutation(document, { refetchQueries: ['HotelOverview'] })
  const [refusals, setRefusals] = useState<readonly SyncRefusal[]>([])
  const start = async ({ provider, types, full = false }: SyncOrder) => {
    const has = (type: PmsEntityType) => types.includes(type)
    const chosen = { bookings: has('BOOKING'), rooms: has('ROOM'), guests: has('GUEST') }
    try {
      const { data } = await mutate({ variables: { input: { hotelId, provider, full }, ...chosen } })
      setRefusals(TYPES.flatMap((type) => refusalsOf(type, data?.[type])))
    } catch (error) {
      setRefusals([{ ...describeFailure(error), entityType: null, syncLogId: null }])
    }
  }
  return { start, isStarting: loading, refusals, dismiss: () => setRefusals([]) }
}

const refusalsOf = (entityType: PmsEntityType, payload: StartedSyncFragment | null | undefined): SyncRefusal[] =>
  (payload?.errors ?? []).map(({ code, message, syncLogId }) => ({
    ...{ entityType, code, message },
    syncLogId: syncLogId ?? null,
  }))

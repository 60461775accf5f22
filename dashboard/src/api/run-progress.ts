import { useSubscription } from '@apollo/client/react'
import { graphql } from '../gql/gql.ts'

const document = graphql(`
  subscription RunProgress($hotelId: ID!, $syncLogId: ID!) {
    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {
      syncLogId
      status
      phase
      processed
      total
      created
      updated
      unchanged
      failed
      message
    }
  }
`)

export interface RunProgressOptions {
  readonly hotelId: string
  readonly syncLogId: string
  readonly isActive: boolean
  readonly onEnd: () => void
}

/** The last look at a run while it is at work. */
export function useRunProgress({ hotelId, syncLogId, isActive, onEnd }: RunProgressOptions) {
  const { data } = useSubscription(document, {
    variables: { hotelId, syncLogId },
    skip: !isActive,
    onComplete: onEnd,
  })
  return data?.syncProgress ?? null
}

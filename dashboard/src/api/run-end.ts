import { useSubscription } from '@apollo/client/react'
import { graphql } from '../gql/gql.ts'

const document = graphql(`
  subscription RunEnd($hotelId: ID!, $syncLogId: ID!) {
    syncProgress(hotelId: $hotelId, syncLogId: $syncLogId) {
      syncLogId
      status
    }
  }
`)

export interface RunEndOptions {
  readonly hotelId: string
  readonly syncLogId: string
  readonly isActive: boolean
  readonly onEnd: () => void
}

/** Watches a run until it has ended, whichever process works on it. */
export function useRunEnd({ hotelId, syncLogId, isActive, onEnd }: RunEndOptions) {
  useSubscription(document, {
    variables: { hotelId, syncLogId },
    skip: !isActive,
    onComplete: onEnd,
  })
}

import { useApolloClient } from '@apollo/client/react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useEffect, useRef } from 'react'
import { useLiveStatus } from './live.ts'

/** A sync changes hundreds of rows in a second; nobody reads as fast. */
const EVERY_MS = 1_000

/**
 * Calls `onNews` after something of a hotel has changed, at most once a second, and when live updates are back: what was
 * missed meanwhile has to be read.
 */
export function useNews(
  document: TypedDocumentNode<unknown, { hotelId: string }>,
  hotelId: string,
  onNews: () => void,
): void {
  const client = useApolloClient()
  const status = useLiveStatus()
  const latest = useRef(onNews)
  latest.current = onNews
  useEffect(() => {
    let timer = 0
    const report = () => {
      timer = 0
      latest.current()
    }
    const subscription = client.subscribe({ query: document, variables: { hotelId } }).subscribe(() => {
      timer ||= window.setTimeout(report, EVERY_MS)
    })
    return () => {
      subscription.unsubscribe()
      window.clearTimeout(timer)
    }
  }, [client, document, hotelId])
  const wasPaused = useRef(false)
  useEffect(() => {
    if (status === 'live' && wasPaused.current) latest.current()
    wasPaused.current = status === 'paused'
  }, [status])
}

import { useApolloClient } from '@apollo/client/react'
import { useEffect, useState } from 'react'
import { graphql } from '../../../gql/gql.ts'
import type { RunProgressFragment } from '../../../gql/graphql.ts'

const document = graphql(`
  subscription HotelProgress($hotelId: ID!) {
    syncProgress(hotelId: $hotelId) {
      ...RunProgress
    }
  }
`)

export type ProgressById = ReadonlyMap<string, RunProgressFragment>

/** More often than this nobody can read, however many runs there are. */
const EVERY_MS = 250

/** The last word of each run of a hotel since the screen was opened, whichever process runs it. */
export function useProgress(hotelId: string): ProgressById {
  const client = useApolloClient()
  const [progress, setProgress] = useState<ProgressById>(new Map())
  useEffect(() => {
    const last = new Map<string, RunProgressFragment>()
    let timer = 0
    const show = () => {
      timer = 0
      setProgress(new Map(last))
    }
    const subscription = client.subscribe({ query: document, variables: { hotelId } }).subscribe(({ data }) => {
      if (!data) return
      last.set(data.syncProgress.syncLogId, data.syncProgress)
      timer ||= window.setTimeout(show, EVERY_MS)
    })
    return () => {
      subscription.unsubscribe()
      window.clearTimeout(timer)
      setProgress(new Map())
    }
  }, [client, hotelId])
  return progress
}

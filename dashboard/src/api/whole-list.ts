import { useApolloClient } from '@apollo/client/react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { PageFieldsFragment } from '../gql/graphql.ts'
import { useLivePolling } from './live.ts'

/** Pages of 200 that are read of a list; nobody looks at more rows at once. */
const MAX_PAGES = 10

interface Page<Row> {
  readonly rows: { readonly nodes: readonly Row[]; readonly pageInfo: PageFieldsFragment }
}

export interface WholeList<Row> {
  readonly rows: readonly Row[]
  /** There are more than could be read. */
  readonly isCut: boolean
}

export interface WholeListState<Row> {
  readonly data: WholeList<Row> | undefined
  readonly error: unknown
  refetch(): Promise<void>
}

/**
 * All rows of a list, which a board sorts and counts itself. Read anew by `refetch`, and by itself while live updates are
 * down; what was read before stays until then, also when it fails.
 */
export function useWholeList<Row, Variables extends { after?: string | null | undefined }>(
  document: TypedDocumentNode<Page<Row>, Variables>,
  variables: Omit<Variables, 'after'>,
): WholeListState<Row> {
  const client = useApolloClient()
  const [state, setState] = useState<{ key: string; data?: WholeList<Row>; error?: unknown }>({ key: '' })
  const latest = useRef(0)
  const key = JSON.stringify(variables)
  const refetch = useCallback(async () => {
    const turn = ++latest.current
    const read = async () => {
      const rows: Row[] = []
      let after: string | null = null
      for (let page = 0; page < MAX_PAGES; page++) {
        const { data }: { data?: Page<Row> | undefined } = await client.query<Page<Row>>({
          query: document,
          variables: { ...JSON.parse(key), after },
          fetchPolicy: 'network-only',
        })
        if (data === undefined) break
        rows.push(...data.rows.nodes)
        if (!data.rows.pageInfo.hasNextPage) return { rows, isCut: false }
        after = data.rows.pageInfo.endCursor ?? null
      }
      return { rows, isCut: true }
    }
    const found = await read().then(
      (data) => ({ data, error: undefined }),
      (error: unknown) => ({ error }),
    )
    if (turn === latest.current) setState((before) => ({ ...(before.key === key ? before : {}), ...found, key }))
  }, [client, document, key])
  useEffect(() => {
    void refetch()
    return () => {
      latest.current++
    }
  }, [refetch])
  const pollMs = useLivePolling()
  useEffect(() => {
    if (pollMs === 0) return
    const timer = window.setInterval(() => void refetch(), pollMs)
    return () => window.clearInterval(timer)
  }, [pollMs, refetch])
  return { data: state.key === key ? state.data : undefined, error: state.error, refetch }
}

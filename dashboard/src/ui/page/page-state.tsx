import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { describeFailure } from '../../api/failure.ts'
import { reload } from '../../api/reload.ts'
import { FailureNotice } from './failure-notice.tsx'

/** What `useQuery` gives, as far as it matters here. */
export interface QueryState<Data> {
  readonly data: Data | undefined
  readonly error?: unknown
  readonly refetch: () => Promise<unknown>
}

export interface PageStateProps<Data> {
  readonly query: QueryState<Data>
  /** Of the size that the content will have, so that nothing moves when it arrives. */
  readonly skeleton: ReactNode
  /** Shown in place of content that `isEmpty`: says what to do next. */
  readonly empty?: ReactNode
  readonly isEmpty?: (data: Data) => boolean
  readonly children: (data: Data) => ReactNode
}

/** Loading, failed, not allowed, empty, partly there or there: a query's states in one place. */
export function PageState<Data>({ query, skeleton, empty, isEmpty, children }: PageStateProps<Data>) {
  const { data, error } = query
  const retry = () => void reload(query)
  if (data === undefined) return error ? <FailureNotice error={error} onRetry={retry} /> : skeleton
  return (
    <>
      {Boolean(error) && <Outdated error={error} />}
      {isEmpty?.(data) ? empty : children(data)}
    </>
  )
}

/** Old or partial content is better than none. */
function Outdated({ error }: { error: unknown }) {
  const { code, message, requestId } = describeFailure(error)
  return (
    <Alert
      color="yellow"
      variant="outline"
      mb="md"
      title="Some of this may be missing or out of date"
      role="alert"
      styles={{ title: { color: 'var(--mantine-color-text)' } }}
    >
      {message} ({[code, requestId].filter(Boolean).join(' · ')})
    </Alert>
  )
}

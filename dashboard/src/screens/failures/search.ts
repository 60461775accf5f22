import type { PmsSyncFailureFilter } from '../../gql/graphql.ts'
import { choice, type PageSearch, pageSearch, text } from '../../ui/table/paging.ts'

export const FAILURE_STATES = { open: 'Open', resolved: 'Resolved' } as const

/** The filters of a list of failures: one cause, one state. */
export interface FailureSearch extends PageSearch {
  readonly code?: string | undefined
  /** With `code`; without it: where no field is at fault. */
  readonly path?: string | undefined
  readonly state?: keyof typeof FAILURE_STATES | undefined
}

export const failureSearch = (search: Record<string, unknown>): FailureSearch => ({
  ...pageSearch(search),
  code: text(search.code),
  path: text(search.path),
  state: choice(search.state, ['open', 'resolved']),
})

export const failureFilter = ({ code, path, state }: FailureSearch): PmsSyncFailureFilter => ({
  errorCode: code ?? null,
  path: code === undefined ? null : (path ?? ''),
  open: state === undefined ? null : state === 'open',
})

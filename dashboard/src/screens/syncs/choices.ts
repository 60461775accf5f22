import type { PmsSyncLogOrder, PmsSyncStatus } from '../../gql/graphql.ts'

/** Results as one looks for them; active is one of them. */
export const STATUSES = {
  active: { label: 'Queued or running', status: ['QUEUED', 'RUNNING'] },
  completed: { label: 'Completed', status: ['COMPLETED'] },
  partial: { label: 'Partial', status: ['PARTIAL'] },
  failed: { label: 'Failed', status: ['FAILED'] },
  cancelled: { label: 'Cancelled', status: ['CANCELLED'] },
} as const satisfies Record<string, { label: string; status: readonly PmsSyncStatus[] }>

const HOUR_MS = 3_600_000

export const SPANS = {
  hour: { label: 'The last hour', ms: HOUR_MS },
  day: { label: 'The last 24 hours', ms: 24 * HOUR_MS },
  week: { label: 'The last 7 days', ms: 7 * 24 * HOUR_MS },
  month: { label: 'The last 30 days', ms: 30 * 24 * HOUR_MS },
} as const

/** Without one of them: newest first. */
export const ORDERS = {
  oldest: { label: 'Oldest first', orderBy: { field: 'QUEUED_AT', direction: 'ASC' } },
  started: { label: 'Last started first', orderBy: { field: 'STARTED_AT', direction: 'DESC' } },
  ended: { label: 'Last ended first', orderBy: { field: 'COMPLETED_AT', direction: 'DESC' } },
  longest: { label: 'Longest first', orderBy: { field: 'DURATION', direction: 'DESC' } },
  items: { label: 'Most items first', orderBy: { field: 'ITEMS_PROCESSED', direction: 'DESC' } },
  failed: { label: 'Most failed items first', orderBy: { field: 'ITEMS_FAILED', direction: 'DESC' } },
} as const satisfies Record<string, { label: string; orderBy: PmsSyncLogOrder }>

/** Value → word, for a filter. */
export const labelsOf = <K extends string>(choices: Readonly<Record<K, { readonly label: string }>>) =>
  Object.fromEntries(Object.entries<{ label: string }>(choices).map(([key, { label }]) => [key, label])) as Record<
    K,
    string
  >

import type { PmsWebhookEventFilter } from '../../gql/graphql.ts'
import { choice, type PageSearch, pageSearch, text } from '../../ui/table/paging.ts'

/** By what is in the address → the API’s states, in words. */
export const STATES = {
  received: 'Received',
  processed: 'Processed',
  failed: 'Failed, will be retried',
  dead: 'Given up',
  ignored: 'Ignored',
} as const
export type State = keyof typeof STATES

/** How far back, in hours. */
export const SPANS = { '1': 'Last hour', '24': 'Last 24 hours', '168': 'Last 7 days' } as const
export type Span = keyof typeof SPANS

export interface WebhooksSearch extends PageSearch {
  readonly hotel?: string | undefined
  readonly status?: State | undefined
  readonly provider?: string | undefined
  readonly type?: string | undefined
  /** Id of what it is about, at the PMS. */
  readonly item?: string | undefined
  readonly hours?: Span | undefined
}

export const webhooksSearch = (search: Record<string, unknown>): WebhooksSearch => ({
  ...pageSearch(search),
  hotel: text(search.hotel),
  status: choice(search.status, Object.keys(STATES) as State[]),
  provider: text(search.provider),
  type: text(search.type),
  item: asText(search.item),
  hours: choice(asText(search.hours), Object.keys(SPANS) as Span[]),
})

/** The router reads what looks like a number as one. */
const asText = (value: unknown) => text(typeof value === 'number' ? String(value) : value)

const HOUR_MS = 3_600_000

/** @param now in ms since 1970; rounded, so that the same filter is the same question for a while */
export function webhooksFilter({ status, provider, type, item, hours }: WebhooksSearch, now: number) {
  const from = Math.floor(now / 60_000) * 60_000 - Number(hours) * HOUR_MS
  return {
    ...(status && { status: [STATUS_OF[status]] }),
    ...(provider && { provider }),
    ...(type && { eventType: type }),
    ...(item && { externalId: item }),
    ...(hours && { receivedFrom: new Date(from).toISOString() }),
  } satisfies PmsWebhookEventFilter
}

const STATUS_OF = {
  received: 'RECEIVED',
  processed: 'PROCESSED',
  failed: 'FAILED',
  dead: 'DEAD',
  ignored: 'IGNORED',
} as const

/** Whether there are filters besides the hotel. */
export const hasFilters = ({ status, provider, type, item, hours }: WebhooksSearch) =>
  [status, provider, type, item, hours].some((value) => value !== undefined)

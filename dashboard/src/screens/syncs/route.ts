import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { entityTypes } from '../../entities/registry.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { rootRoute } from '../../shell/root.ts'
import { choice, text } from '../../ui/table/paging.ts'
import { TRIGGER_LABELS } from '../../ui/values/labels.ts'
import { ORDERS, SPANS, STATUSES } from './choices.ts'

/** The filters and the order of the history: a link shows what its sender saw. */
export interface SyncsSearch {
  readonly hotel?: string | undefined
  readonly provider?: string | undefined
  readonly type?: PmsEntityType | undefined
  readonly trigger?: keyof typeof TRIGGER_LABELS | undefined
  readonly status?: keyof typeof STATUSES | undefined
  /** Started within the last hour, day, … */
  readonly within?: keyof typeof SPANS | undefined
  readonly sort?: keyof typeof ORDERS | undefined
}

const keysOf = <T extends object>(choices: T) => Object.keys(choices) as (keyof T & string)[]

export const syncsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/syncs',
  staticData: { nav: { label: 'Sync history', order: 30 } },
  validateSearch: (search: Record<string, unknown>): SyncsSearch => ({
    hotel: text(search.hotel),
    provider: text(search.provider),
    type: choice(search.type, entityTypes),
    trigger: choice(search.trigger, keysOf(TRIGGER_LABELS)),
    status: choice(search.status, keysOf(STATUSES)),
    within: choice(search.within, keysOf(SPANS)),
    sort: choice(search.sort, keysOf(ORDERS)),
  }),
  component: lazyRouteComponent(() => import('./syncs.tsx'), 'Syncs'),
})

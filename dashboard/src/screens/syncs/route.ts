import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { choice, text } from '../../ui/paging.ts'
import { ENTITY_NAMES, TRIGGER_NAMES } from '../../ui/words.ts'
import { ORDERS, SPANS, STATUSES } from './choices.ts'

/** Everything that narrows and orders the history: a link shows what its sender saw. */
export interface SyncsSearch {
  readonly hotel?: string | undefined
  readonly provider?: string | undefined
  readonly type?: keyof typeof ENTITY_NAMES | undefined
  readonly trigger?: keyof typeof TRIGGER_NAMES | undefined
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
    type: choice(search.type, keysOf(ENTITY_NAMES)),
    trigger: choice(search.trigger, keysOf(TRIGGER_NAMES)),
    status: choice(search.status, keysOf(STATUSES)),
    within: choice(search.within, keysOf(SPANS)),
    sort: choice(search.sort, keysOf(ORDERS)),
  }),
  component: lazyRouteComponent(() => import('./syncs.tsx'), 'Syncs'),
})

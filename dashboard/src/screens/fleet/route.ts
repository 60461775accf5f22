import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { choice, type PageSearch, pageSearch, text } from '../../ui/table/paging.ts'

/** The most urgent first. */
export const STATES = ['FAILING', 'STALE', 'LATE', 'NEVER', 'PAUSED', 'FRESH'] as const

export interface FleetSearch extends PageSearch {
  readonly state?: (typeof STATES)[number] | undefined
  /** Key of a provider. */
  readonly provider?: string | undefined
  /** Part of a hotel's name. */
  readonly name?: string | undefined
}

export const fleetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  staticData: { nav: { label: 'Fleet', order: 10 } },
  validateSearch: (search: Record<string, unknown>): FleetSearch => ({
    ...pageSearch(search),
    state: choice(search.state, STATES),
    provider: text(search.provider),
    name: text(search.name),
  }),
  component: lazyRouteComponent(() => import('./fleet.tsx'), 'Fleet'),
})

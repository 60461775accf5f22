import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { choice, type PageSearch, pageSearch } from '../../ui/paging.ts'

export const ACCOUNT_STATES = ['active', 'paused'] as const

export interface FleetSearch extends PageSearch {
  readonly state?: (typeof ACCOUNT_STATES)[number] | undefined
}

export const fleetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  staticData: { nav: { label: 'Fleet', order: 10 } },
  validateSearch: (search: Record<string, unknown>): FleetSearch => ({
    ...pageSearch(search),
    state: choice(search.state, ACCOUNT_STATES),
  }),
  component: lazyRouteComponent(() => import('./fleet.tsx'), 'Fleet'),
})

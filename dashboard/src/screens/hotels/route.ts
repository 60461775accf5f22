import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { choice, type PageSearch, pageSearch } from '../../ui/paging.ts'

export const ACCOUNT_STATES = ['active', 'paused'] as const

export interface HotelsSearch extends PageSearch {
  readonly state?: (typeof ACCOUNT_STATES)[number] | undefined
}

export const hotelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels',
  staticData: { nav: { label: 'Hotels', order: 20 } },
  validateSearch: (search: Record<string, unknown>): HotelsSearch => ({
    ...pageSearch(search),
    state: choice(search.state, ACCOUNT_STATES),
  }),
  component: lazyRouteComponent(() => import('./hotels.tsx'), 'Hotels'),
})

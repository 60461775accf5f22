import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { text } from '../../ui/table/paging.ts'
import { type FailureSearch, failureSearch } from './search.ts'

export interface FailuresSearch extends FailureSearch {
  readonly hotel?: string | undefined
}

/** Failures of all runs of a hotel. */
export const failuresRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/syncs/failures',
  validateSearch: (search: Record<string, unknown>): FailuresSearch => ({
    ...failureSearch(search),
    hotel: text(search.hotel),
  }),
  component: lazyRouteComponent(() => import('./failures.tsx'), 'Failures'),
})

export const failureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/syncs/failures/$failureId',
  component: lazyRouteComponent(() => import('./failure.tsx'), 'Failure'),
})

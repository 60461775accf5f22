import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { type FailureSearch, failureSearch } from '../failures/search.ts'

export const syncRunRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/syncs/$syncLogId',
  validateSearch: (search: Record<string, unknown>): FailureSearch => failureSearch(search),
  component: lazyRouteComponent(() => import('./sync-run.tsx'), 'SyncRun'),
})

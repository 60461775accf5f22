import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { text } from '../../ui/table/paging.ts'

export interface ConnectSearch {
  readonly hotel?: string | undefined
}

export const connectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/connect',
  staticData: { nav: { label: 'Connect a PMS', order: 90 } },
  validateSearch: (search: Record<string, unknown>): ConnectSearch => ({ hotel: text(search.hotel) }),
  component: lazyRouteComponent(() => import('./connect.tsx'), 'Connect'),
})

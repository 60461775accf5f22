import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { PRIORITIES } from '../../entities/maintenance-request/words.ts'
import type { PmsMaintenancePriority } from '../../gql/graphql.ts'
import { rootRoute } from '../../shell/root.ts'
import { choice, text } from '../../ui/table/paging.ts'

/** Filters of what is to be repaired. */
export interface MaintenanceSearch {
  readonly room?: string | undefined
  readonly priority?: PmsMaintenancePriority | undefined
  readonly status?: 'OPEN' | 'IN_PROGRESS' | undefined
}

/** What is to be repaired in a hotel. */
export const maintenanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/maintenance',
  validateSearch: (search: Record<string, unknown>): MaintenanceSearch => ({
    room: text(search.room),
    priority: choice(search.priority, Object.keys(PRIORITIES) as PmsMaintenancePriority[]),
    status: choice(search.status, ['OPEN', 'IN_PROGRESS'] as const),
  }),
  component: lazyRouteComponent(() => import('./maintenance.tsx'), 'Maintenance'),
})

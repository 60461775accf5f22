import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { floorsSearch } from './search.ts'

/** A hotel's rooms by floor, as they are today. */
export const floorsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/floors',
  validateSearch: floorsSearch,
  component: lazyRouteComponent(() => import('./floor-board.tsx'), 'FloorBoard'),
})

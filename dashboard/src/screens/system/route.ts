import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'

export const systemRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/systems/$provider',
  component: lazyRouteComponent(() => import('./system.tsx'), 'System'),
})

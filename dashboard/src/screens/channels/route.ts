import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'

/** Where a hotel's prices and availability are sold. */
export const channelsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/channels',
  component: lazyRouteComponent(() => import('./channels.tsx'), 'Channels'),
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'

export const hotelRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId',
  component: lazyRouteComponent(() => import('./hotel.tsx'), 'HotelPage'),
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'

export const configurationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/configurations/$provider',
  component: lazyRouteComponent(() => import('./configuration.tsx'), 'ConfigurationPage'),
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { webhooksSearch } from './search.ts'

/** The webhook events of a hotel. */
export const webhooksRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/webhooks',
  staticData: { nav: { label: 'Webhooks', order: 40 } },
  validateSearch: webhooksSearch,
  component: lazyRouteComponent(() => import('./webhooks.tsx'), 'Webhooks'),
})

export const webhookRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/webhooks/$eventId',
  component: lazyRouteComponent(() => import('./webhook.tsx'), 'Webhook'),
})

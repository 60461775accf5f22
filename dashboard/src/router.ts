import { createRouter } from '@tanstack/react-router'
import { changeSetRoute, changeSetsRoute, newSetRoute } from './screens/change-sets/route.ts'
import { changesRoute } from './screens/changes/route.ts'
import { channelsRoute } from './screens/channels/route.ts'
import { configurationRoute } from './screens/configuration/route.ts'
import { conflictsRoute } from './screens/conflicts/route.ts'
import { connectRoute } from './screens/connect/route.ts'
import { entityDetailsRoute, entityListRoute } from './screens/explorer/route.ts'
import { failureRoute, failuresRoute } from './screens/failures/route.ts'
import { fleetRoute } from './screens/fleet/route.ts'
import { floorsRoute } from './screens/floors/route.ts'
import { hotelRoute } from './screens/hotel/route.ts'
import { maintenanceRoute } from './screens/maintenance/route.ts'
import { calendarRoute } from './screens/rate-calendar/route.ts'
import { statisticsRoute } from './screens/statistics/route.ts'
import { syncRunRoute } from './screens/sync-run/route.ts'
import { syncsRoute } from './screens/syncs/route.ts'
import { webhookRoute, webhooksRoute } from './screens/webhooks/route.ts'
import { NotFound } from './shell/not-found.tsx'
import { rootRoute } from './shell/root.ts'

/** A line a screen. Its `staticData.nav` puts it into the navigation. */
const screens = [
  fleetRoute,
  hotelRoute,
  floorsRoute,
  maintenanceRoute,
  calendarRoute,
  channelsRoute,
  changesRoute,
  conflictsRoute,
  changeSetsRoute,
  newSetRoute,
  changeSetRoute,
  entityListRoute,
  entityDetailsRoute,
  syncsRoute,
  syncRunRoute,
  failuresRoute,
  failureRoute,
  configurationRoute,
  connectRoute,
  webhooksRoute,
  webhookRoute,
  statisticsRoute,
]

export const router = createRouter({
  routeTree: rootRoute.addChildren(screens),
  defaultNotFoundComponent: NotFound,
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
  interface StaticDataRouteOption {
    nav?: { label: string; order: number }
  }
}

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { calendarSearch } from './search.ts'

/** What a hotel sells, night by night, and at which price. */
export const calendarRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/calendar',
  validateSearch: calendarSearch,
  component: lazyRouteComponent(() => import('./rate-calendar.tsx'), 'RateCalendar'),
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { rootRoute } from '../../shell/root.ts'
import { choice, text } from '../../ui/table/paging.ts'

export const SPANS = ['DAY', 'WEEK', 'MONTH'] as const

export interface StatisticsSearch {
  readonly span?: (typeof SPANS)[number] | undefined
  /** Id of a hotel. */
  readonly hotel?: string | undefined
  /** Key of a provider. */
  readonly provider?: string | undefined
}

export const statisticsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/statistics',
  staticData: { nav: { label: 'Statistics', order: 40 } },
  validateSearch: (search: Record<string, unknown>): StatisticsSearch => ({
    span: choice(search.span, SPANS),
    hotel: text(search.hotel),
    provider: text(search.provider),
  }),
  component: lazyRouteComponent(() => import('./statistics.tsx'), 'Statistics'),
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { GROUPS } from '../../entities/changes/words.ts'
import type { PmsChangeGroup, PmsConflictSeverity } from '../../gql/graphql.ts'
import { rootRoute } from '../../shell/root.ts'
import { choice, type PageSearch, pageSearch } from '../../ui/table/paging.ts'

export const SEVERITIES: Readonly<Record<PmsConflictSeverity, string>> = {
  TODAY: 'Does harm today',
  SOON: 'Within a week',
  LATER: 'Later',
}

export interface ConflictsSearch extends PageSearch {
  readonly harm?: PmsConflictSeverity | undefined
  readonly group?: PmsChangeGroup | undefined
}

/** What was changed at a hotel here and at its PMS. */
export const conflictsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/conflicts',
  validateSearch: (search: Record<string, unknown>): ConflictsSearch => ({
    ...pageSearch(search),
    harm: choice(search.harm, Object.keys(SEVERITIES) as PmsConflictSeverity[]),
    group: choice(search.group, Object.keys(GROUPS) as PmsChangeGroup[]),
  }),
  component: lazyRouteComponent(() => import('./conflicts.tsx'), 'Conflicts'),
})

import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ACTIONS } from '../../entities/changes/words.ts'
import type { PmsChangeAction } from '../../gql/graphql.ts'
import { rootRoute } from '../../shell/root.ts'
import { choice, type PageSearch, pageSearch, text } from '../../ui/table/paging.ts'

/** By what is in the address → what is shown. */
export const SHOWN = {
  open: 'Not ended',
  unknown: 'Nobody knows',
  conflict: 'Changed on both sides',
  refused: 'Refused',
  done: 'Done',
} as const
export type Shown = keyof typeof SHOWN

export interface ChangesSearch extends PageSearch {
  readonly shown?: Shown | undefined
  readonly action?: PmsChangeAction | undefined
  readonly by?: string | undefined
}

/** What was asked for at a hotel's PMS. */
export const changesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/hotels/$hotelId/changes',
  validateSearch: (search: Record<string, unknown>): ChangesSearch => ({
    ...pageSearch(search),
    shown: choice(search.shown, Object.keys(SHOWN) as Shown[]),
    action: choice(search.action, Object.keys(ACTIONS) as PmsChangeAction[]),
    by: text(search.by),
  }),
  component: lazyRouteComponent(() => import('./changes.tsx'), 'Changes'),
})

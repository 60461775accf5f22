import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { ACTIONS } from '../../entities/changes/words.ts'
import { entityTypes } from '../../entities/registry.ts'
import type { PmsChangeAction } from '../../gql/graphql.ts'
import { rootRoute } from '../../shell/root.ts'
import { choice, type PageSearch, pageSearch } from '../../ui/table/paging.ts'
import type { NewSetSearch } from './new/search.ts'
import { LISTS, type ListName, SHOWN, type Shown } from './words.ts'

const getParentRoute = () => rootRoute

export interface ChangeSetsSearch extends PageSearch {
  readonly shown?: Shown | undefined
  readonly action?: PmsChangeAction | undefined
}

/** Sets of changes of a hotel. */
export const changeSetsRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/change-sets',
  validateSearch: (search: Record<string, unknown>): ChangeSetsSearch => ({
    ...pageSearch(search),
    shown: choice(search.shown, Object.keys(SHOWN) as Shown[]),
    action: choice(search.action, Object.keys(ACTIONS) as PmsChangeAction[]),
  }),
  component: lazyRouteComponent(() => import('./change-sets.tsx'), 'ChangeSets'),
})

export const newSetRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/change-sets/new',
  validateSearch: ({ type, filter, ids }: Record<string, unknown>): NewSetSearch => ({
    type: choice(type, entityTypes),
    filter: isObject(filter) ? filter : undefined,
    ids: Array.isArray(ids) && ids.length > 0 ? ids.map(String) : undefined,
  }),
  component: lazyRouteComponent(() => import('./new/new-set.tsx'), 'NewSet'),
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export interface ChangeSetSearch extends PageSearch {
  readonly list?: ListName | undefined
}

/** A set: its preview, how far it is, what came of it. */
export const changeSetRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/change-sets/$setId',
  validateSearch: (search: Record<string, unknown>): ChangeSetSearch => ({
    ...pageSearch(search),
    list: choice(search.list, Object.keys(LISTS) as ListName[]),
  }),
  component: lazyRouteComponent(() => import('./set/change-set.tsx'), 'ChangeSet'),
})

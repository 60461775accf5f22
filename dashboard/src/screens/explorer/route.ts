import { createRoute, lazyRouteComponent, notFound } from '@tanstack/react-router'
import { listSearch } from '../../entities/list/search.ts'
import { entities, typeOfSlug } from '../../entities/registry.ts'
import { rootRoute } from '../../shell/root.ts'

const getParentRoute = () => rootRoute

/** `/hotels/…/bookings` */
export const entityListRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/$entities',
  validateSearch: listSearch,
  loader: ({ params }) => loadEntity(params.entities),
  component: lazyRouteComponent(() => import('./entity-list.tsx'), 'EntityList'),
})

/** `/hotels/…/bookings/…` */
export const entityDetailsRoute = createRoute({
  getParentRoute,
  path: '/hotels/$hotelId/$entities/$id',
  loader: ({ params }) => loadEntity(params.entities),
  component: lazyRouteComponent(() => import('./entity-details.tsx'), 'EntityDetails'),
})

function loadEntity(slug: string) {
  const type = typeOfSlug(slug)
  const load = type && entities[type].load
  if (load === undefined) throw notFound()
  return load()
}

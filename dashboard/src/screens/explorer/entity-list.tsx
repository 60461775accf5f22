import type { ListSearch } from '../../entities/list/search.ts'
import { entityListRoute } from './route.ts'

/** The bookings, rooms, … of a hotel. */
export function EntityList() {
  const { hotelId } = entityListRoute.useParams()
  const { type, List } = entityListRoute.useLoaderData()
  const search = entityListRoute.useSearch()
  const navigate = entityListRoute.useNavigate()
  const onSearch = (change: ListSearch) => void navigate({ search: (before: ListSearch) => ({ ...before, ...change }) })
  return <List key={type} hotelId={hotelId} search={search} onSearch={onSearch} />
}

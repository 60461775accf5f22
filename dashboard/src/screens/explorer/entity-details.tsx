import { entityDetailsRoute } from './route.ts'

/** One booking, room, … of a hotel. */
export function EntityDetails() {
  const { hotelId, id } = entityDetailsRoute.useParams()
  const { Details } = entityDetailsRoute.useLoaderData()
  return <Details hotelId={hotelId} id={id} />
}

import type { GraphQLResolveInfo } from 'graphql'
import type { Connection } from '../../schema/connection.ts'
import { hotelNotFound } from '../../security/policy.ts'
import type { ApiContext } from '../context.ts'
import type { ListArgs } from './args.ts'
import type { List } from './list.ts'

/**
 * A page of a hotel's list. Whether the hotel exists is asked only when there is nothing to show.
 * @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT
 */
export async function hotelPage<Row, Filter>(
  { loaders }: ApiContext,
  list: List<Row, Filter>,
  hotelId: string,
  args: ListArgs<Filter>,
  info: GraphQLResolveInfo,
): Promise<Connection<Row>> {
  const page = await loaders.pages.load(list, { hotelId }, args, info)
  if (page.nodes.length === 0 && (await loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  return page
}

import type { GraphQLResolveInfo } from 'graphql'
import { type CalendarChange, type ChangeFilter, countChanges, readChanges } from '../../calendar/read-changes.ts'
import type { Connection, PageInfo } from '../../schema/common/connection.ts'
import type { AriChangeArgs } from '../../schema/inputs/ari-change.ts'
import { hotelNotFound } from '../../security/policy.ts'
import type { ApiContext } from '../access/context.ts'
import type { ListIdentity } from '../paging/list.ts'
import { cursorScope, type PageRequest, parsePageRequest } from '../paging/page-request.ts'
import { selectedFields } from '../paging/projection.ts'

const LIST: ListIdentity = { name: 'ariChanges', defaultOrder: { field: 'position', direction: 'ASC' } }

/**
 * Changes in the order of their commits: whoever goes on after the last cursor misses none.
 * @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT naming the argument
 */
export async function ariChangePage(
  { database, cursors, loaders }: ApiContext,
  hotelId: string,
  { filter, ...args }: AriChangeArgs,
  info: GraphQLResolveInfo,
): Promise<Connection<CalendarChange>> {
  const selected = selectedFields(info)
  const selectsRows = ['edges', 'nodes', 'pageInfo'].some((field) => selected.has(field))
  const request = parsePageRequest(LIST, { hotelId }, args, cursors, selectsRows)
  if ((await loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  const [found, totalCount] = await Promise.all([
    selectsRows ? readPage(database, hotelId, request, filter) : [],
    selected.has('totalCount') ? countChanges(database, hotelId, filter) : undefined,
  ])
  const scope = cursorScope(LIST, { hotelId }, request.orderBy)
  const page = found.slice(0, request.limit)
  const nodes = request.isBackward ? page.reverse() : page
  const edges = nodes.map((node) => ({ node, cursor: cursors.encode({ key: null, id: String(node.position) }, scope) }))
  const pageInfo = {
    ...reach(request, found.length > request.limit),
    startCursor: edges.at(0)?.cursor ?? null,
    // Who waits for more goes on from where there was nothing.
    endCursor: edges.at(-1)?.cursor ?? args.after ?? null,
  }
  return { nodes, edges, pageInfo, ...(totalCount !== undefined && { totalCount }) }
}

const readPage = (
  database: ApiContext['database'],
  hotelId: string,
  { after, before, limit, isBackward }: PageRequest,
  filter: ChangeFilter | null | undefined,
): Promise<CalendarChange[]> =>
  readChanges(database, hotelId, {
    after: after ? Number(after.id) : undefined,
    before: before ? Number(before.id) : undefined,
    limit: limit + 1,
    isBackward,
    filter,
  })

/** There is what a cursor was of, beyond it. */
function reach(
  { after, before, isBackward }: PageRequest,
  hasMore: boolean,
): Pick<PageInfo, 'hasNextPage' | 'hasPreviousPage'> {
  return isBackward
    ? { hasNextPage: before !== null, hasPreviousPage: hasMore }
    : { hasNextPage: hasMore, hasPreviousPage: after !== null }
}

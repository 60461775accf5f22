import type { GraphQLResolveInfo } from 'graphql'
import type { Connection } from '../../schema/common/connection.ts'
import type { PageArgs } from '../../schema/inputs/page.ts'
import type { CursorCodec, Position } from './cursor.ts'
import type { ListIdentity, Parent } from './list.ts'
import { cursorScope, type PageRequest, parsePageRequest } from './page-request.ts'
import { selectedFields } from './projection.ts'

/** A list that is read by statements of its own: one whose rows are of no single table. */
export interface KeysetList<Row> extends ListIdentity {
  positionOf(row: Row): Position
  /** Rows between the ends of a request; when it goes backward the last one comes first. At most `limit`. */
  read(request: PageRequest): Promise<Row[]>
  count(): Promise<number>
}

/**
 * A page of it as a Relay connection: only what is selected is read.
 * @throws PmsIntegrationError BAD_USER_INPUT that names the argument
 */
export async function keysetConnection<Row>(
  list: KeysetList<Row>,
  parent: Parent,
  args: PageArgs,
  cursors: CursorCodec,
  info: GraphQLResolveInfo,
): Promise<Connection<Row>> {
  const selected = selectedFields(info)
  const selectsRows = ['edges', 'nodes', 'pageInfo'].some((field) => selected.has(field))
  const request = parsePageRequest(list, parent, args, cursors, selectsRows)
  const [found, totalCount] = await Promise.all([
    selectsRows ? list.read({ ...request, limit: request.limit + 1 }) : [],
    selected.has('totalCount') ? list.count() : undefined,
  ])
  const scope = cursorScope(list, parent, request.orderBy)
  const page = found.slice(0, request.limit)
  const nodes = request.isBackward ? page.reverse() : page
  const edges = nodes.map((node) => ({ node, cursor: cursors.encode(list.positionOf(node), scope) }))
  const [startCursor, endCursor] = [edges.at(0)?.cursor ?? null, edges.at(-1)?.cursor ?? null]
  const pageInfo = { ...reach(request, found.length > request.limit), startCursor, endCursor }
  return { nodes, edges, pageInfo, ...(totalCount !== undefined && { totalCount }) }
}

/** There is what a cursor was of, beyond it. */
const reach = ({ after, before, isBackward }: PageRequest, hasMore: boolean) =>
  isBackward
    ? { hasNextPage: before !== null, hasPreviousPage: hasMore }
    : { hasNextPage: hasMore, hasPreviousPage: after !== null }

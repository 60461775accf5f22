import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { ScopedDatabase } from '../../platform/database/database.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { hotelNotFound } from '../../security/policy.ts'
import { RowConnection } from './connection.ts'
import type { CursorCodec } from './cursor.ts'
import type { List, Parent } from './list.ts'
import { nestJoined, type PageQuery, type PageRow, pageQuery } from './page-query.ts'
import { cursorScope, type ListArgs, parsePageRequest } from './page-request.ts'
import { projectionOf, selectedFields } from './projection.ts'

/** What of a connection shows its rows. */
const ROWS = ['edges', 'nodes', 'pageInfo'] as const

/** Reads pages of lists as Relay connections; the same page of many parents is one statement. */
export interface ConnectionLoader {
  /** @throws PmsIntegrationError BAD_USER_INPUT that names the argument */
  load<Row, Filter>(
    list: List<Row, Filter>,
    parent: Parent,
    args: ListArgs<Filter>,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>>
}

interface HotelLoaders {
  readonly connections: ConnectionLoader
  readonly hotel: { load(id: string): Promise<object | null> }
}

/**
 * A page of a hotel's list. Whether the hotel exists is asked only when there is nothing to show.
 * @throws PmsIntegrationError NOT_FOUND, BAD_USER_INPUT
 */
export async function hotelConnection<Row, Filter>(
  { loaders: { connections, hotel } }: { readonly loaders: HotelLoaders },
  list: List<Row, Filter>,
  hotelId: string,
  args: ListArgs<Filter>,
  info: GraphQLResolveInfo,
): Promise<Connection<Row>> {
  const connection = await connections.load(list, { hotelId }, args, info)
  if (connection.nodes.length === 0 && (await hotel.load(hotelId)) === null) throw hotelNotFound()
  return connection
}

export function createConnectionLoader(database: ScopedDatabase, cursors: CursorCodec): ConnectionLoader {
  const batches = new Map<string, DataLoader<Parent, Connection<unknown>, string>>()
  return {
    async load<Row, Filter>(list: List<Row, Filter>, parent: Parent, args: ListArgs<Filter>, info: GraphQLResolveInfo) {
      const selected = selectedFields(info)
      const selectsRows = ROWS.some((field) => selected.has(field))
      const request = parsePageRequest(list, parent, args, cursors, selectsRows)
      const query = {
        request,
        projection: projectionOf(list, info, request.orderBy.field),
        filter: args.filter ?? {},
        selects: { totalCount: selected.has('totalCount'), pageInfo: selected.has('pageInfo') },
      }
      const key = JSON.stringify([list.name, Object.keys(parent), query])
      const batch = batches.get(key) ?? createBatch(database, cursors, list, query)
      batches.set(key, batch)
      return (await batch.load(parent)) as Connection<Row>
    },
  }
}

/** Reads one page of each parent's list. */
function createBatch<Row, Filter>(
  database: ScopedDatabase,
  cursors: CursorCodec,
  list: List<Row, Filter>,
  query: PageQuery<Filter>,
) {
  const readPages = async (parents: readonly Parent[]) => {
    const { text, params } = pageQuery(list, parents, query)
    const read = await database.query<PageRow>(text, params, { isPrepared: isPrepared(list, parents, query) })
    const found = query.projection.overlaid?.lay(read) ?? read
    for (const nest of query.projection.joins.map(nestJoined)) found.forEach(nest)
    const rows = Map.groupBy(found, (row) => row['#parent'])
    return parents.map((parent, index) => {
      const scope = cursorScope(list, parent, query.request.orderBy)
      const cursorOf = ({ '#key': key, id }: PageRow) => cursors.encode({ key, id: String(id) }, scope)
      return new RowConnection(rows.get(index + 1) ?? [], query.request, cursorOf)
    })
  }
  return new DataLoader<Parent, Connection<unknown>, string>(readPages, {
    cacheKeyFn: (parent) => JSON.stringify(parent),
  })
}

/**
 * Whether it is one of the pages that are asked for all the time, and whose plan is good whatever the parameters: the first
 * of one parent's list, in the list's own order, narrowed by nothing or by one of its `preparedFilters`.
 * tests/api/filter-plans.test.ts reads the plans of just these. What follows a cursor is not: for a position that it does
 * not know, the planner expects few rows beyond it, and sorts all that there are.
 */
function isPrepared<Row, Filter>(
  { preparedFilters, defaultOrder }: List<Row, Filter>,
  parents: readonly Parent[],
  { request, filter, selects }: PageQuery<Filter>,
): boolean {
  const { orderBy, isBackward, after, before } = request
  const isFirst = after === null && before === null && !isBackward
  const isInOrder = orderBy.field === defaultOrder.field && orderBy.direction === defaultOrder.direction
  if (preparedFilters === undefined || parents.length !== 1 || selects.totalCount || !isFirst || !isInOrder)
    return false
  const names = Object.keys(filter) as (keyof Filter)[]
  const [narrowing, ...more] = names.filter((name) => isNarrowing(filter[name]))
  return more.length === 0 && (narrowing === undefined || preparedFilters.includes(narrowing))
}

const isNarrowing = (value: unknown) => value !== null && value !== undefined && value !== false

import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { ScopedDatabase } from '../../platform/database.ts'
import type { Connection, Edge } from '../../schema/connection.ts'
import { bindingOf, type ListArgs, readWindow, type Window } from './args.ts'
import type { CursorCodec } from './cursor.ts'
import { isHotPage } from './hot-page.ts'
import type { List, Parent } from './list.ts'
import { selects } from './selects.ts'
import { type Page, type PageRow, pageStatement } from './statement.ts'

/** What of a connection shows its rows. */
const ROWS = ['edges', 'nodes', 'pageInfo'] as const

/** Reads pages of lists; the same page of many parents is one statement. */
export interface Pages {
  /** @throws PmsIntegrationError BAD_USER_INPUT that names the argument */
  load<Row, Filter>(
    list: List<Row, Filter>,
    parent: Parent,
    args: ListArgs<Filter>,
    info: GraphQLResolveInfo,
  ): Promise<Connection<Row>>
}

export function createPages(database: ScopedDatabase, cursors: CursorCodec): Pages {
  const loaders = new Map<string, DataLoader<Parent, Connection<unknown>, string>>()
  return {
    async load<Row, Filter>(list: List<Row, Filter>, parent: Parent, args: ListArgs<Filter>, info: GraphQLResolveInfo) {
      const page = {
        window: readWindow(
          list,
          parent,
          args,
          cursors,
          ROWS.some((field) => selects(info, field)),
        ),
        filter: args.filter ?? {},
        extras: { totalCount: selects(info, 'totalCount'), surroundings: selects(info, 'pageInfo') },
      }
      const key = JSON.stringify([list.name, Object.keys(parent), page])
      const loader = loaders.get(key) ?? createLoader(database, cursors, list, page)
      loaders.set(key, loader)
      return (await loader.load(parent)) as Connection<Row>
    },
  }
}

/** Reads one page of each parent's list. */
function createLoader<Row, Filter>(
  database: ScopedDatabase,
  cursors: CursorCodec,
  list: List<Row, Filter>,
  page: Page<Filter>,
) {
  const read = async (parents: readonly Parent[]) => {
    const { text, params } = pageStatement(list, parents, page)
    const found = await database.query<PageRow>(text, params, { isHot: isHotPage(list, parents, page) })
    const rows = Map.groupBy(found, (row) => row['#parent'])
    return parents.map((parent, index) => {
      const binding = bindingOf(list, parent, page.window.order)
      const cursorOf = ({ '#key': key, id }: PageRow) => cursors.seal({ key, id: String(id) }, binding)
      return toConnection(rows.get(index + 1) ?? [], page.window, cursorOf)
    })
  }
  return new DataLoader<Parent, Connection<unknown>, string>(read, { cacheKeyFn: (parent) => JSON.stringify(parent) })
}

function toConnection(
  rows: readonly PageRow[],
  window: Window,
  cursorOf: (row: PageRow) => string,
): Connection<unknown> {
  const [first] = rows
  const found = first?.id === null ? [] : rows
  const hasMore = found.length > window.size
  const page = found.slice(0, window.size)
  const edges = (window.fromEnd ? page.reverse() : page).map((row) => toEdge(row, cursorOf))
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    ...(first?.['#total'] === undefined ? {} : { totalCount: first['#total'] }),
    pageInfo: {
      hasNextPage: (hasMore && !window.fromEnd) || first?.['#isAfterWindow'] === true,
      hasPreviousPage: (hasMore && window.fromEnd) || first?.['#isBeforeWindow'] === true,
      get startCursor() {
        return edges.at(0)?.cursor ?? null
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null
      },
    },
  }
}

/** The cursor is made only when it is selected. */
const toEdge = (row: PageRow, cursorOf: (row: PageRow) => string): Edge<unknown> => ({
  node: row,
  get cursor() {
    return cursorOf(row)
  },
})

import DataLoader from 'dataloader'
import type { GraphQLResolveInfo } from 'graphql'
import type { ScopedDatabase } from '../../platform/database/database.ts'
import type { Connection } from '../../schema/connection.ts'
import { bindingOf, type ListArgs, readWindow } from './args.ts'
import type { CursorCodec } from './cursor.ts'
import { isHotPage } from './hot-page.ts'
import type { List, Parent } from './list.ts'
import { nesting, type PageRow } from './page-row.ts'
import { readingOf } from './reading.ts'
import { RowPage } from './row-page.ts'
import { selectedOf } from './selects.ts'
import { type Page, pageStatement } from './statement.ts'

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
      const selected = selectedOf(info)
      const showsRows = ROWS.some((field) => selected.has(field))
      const window = readWindow(list, parent, args, cursors, showsRows)
      const page = {
        window,
        reading: readingOf(list, info, window.order.field),
        filter: args.filter ?? {},
        extras: { totalCount: selected.has('totalCount'), surroundings: selected.has('pageInfo') },
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
    for (const nest of page.reading.along.map(nesting)) found.forEach(nest)
    const rows = Map.groupBy(found, (row) => row['#parent'])
    return parents.map((parent, index) => {
      const binding = bindingOf(list, parent, page.window.order)
      const cursorOf = ({ '#key': key, id }: PageRow) => cursors.seal({ key, id: String(id) }, binding)
      return new RowPage(rows.get(index + 1) ?? [], page.window, cursorOf)
    })
  }
  return new DataLoader<Parent, Connection<unknown>, string>(read, { cacheKeyFn: (parent) => JSON.stringify(parent) })
}

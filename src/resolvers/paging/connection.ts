import type { Connection, Edge, PageInfo } from '../../schema/common/connection.ts'
import type { PageArgs } from '../../schema/inputs/page.ts'
import type { CursorCodec, Position } from './cursor.ts'
import type { ListIdentity } from './list.ts'
import type { PageRow } from './page-query.ts'
import { cursorScope, type PageRequest, parsePageRequest } from './page-request.ts'

type CursorOf = (row: PageRow) => string

/** A page of rows. Its parts are the prototype's, and made only where they are selected: edges, and above all cursors. */
export class RowConnection implements Connection<PageRow> {
  readonly nodes: PageRow[]
  readonly totalCount?: number
  readonly pageInfo: PageInfo
  readonly #cursorOf: CursorOf
  #edges: RowEdge[] | undefined

  /** @param rows what the statement found, in its order: one more than the page when there are more */
  constructor(rows: readonly PageRow[], { limit, isBackward }: PageRequest, cursorOf: CursorOf) {
    const [first] = rows
    const found = first?.id === null ? [] : rows
    const page = found.slice(0, limit)
    this.nodes = isBackward ? page.reverse() : page
    if (first?.['#total'] !== undefined) this.totalCount = first['#total']
    const hasMore = found.length > limit
    this.pageInfo = new RowPageInfo(
      (hasMore && !isBackward) || first?.['#hasNext'] === true,
      (hasMore && isBackward) || first?.['#hasPrevious'] === true,
      this.nodes,
      cursorOf,
    )
    this.#cursorOf = cursorOf
  }

  get edges(): RowEdge[] {
    this.#edges ??= this.nodes.map((node) => new RowEdge(node, this.#cursorOf))
    return this.#edges
  }
}

class RowEdge implements Edge<PageRow> {
  readonly node: PageRow
  readonly #cursorOf: CursorOf

  constructor(node: PageRow, cursorOf: CursorOf) {
    this.node = node
    this.#cursorOf = cursorOf
  }

  get cursor(): string {
    return this.#cursorOf(this.node)
  }
}

class RowPageInfo implements PageInfo {
  readonly hasNextPage: boolean
  readonly hasPreviousPage: boolean
  readonly #rows: readonly PageRow[]
  readonly #cursorOf: CursorOf

  constructor(hasNextPage: boolean, hasPreviousPage: boolean, rows: readonly PageRow[], cursorOf: CursorOf) {
    this.hasNextPage = hasNextPage
    this.hasPreviousPage = hasPreviousPage
    this.#rows = rows
    this.#cursorOf = cursorOf
  }

  get startCursor(): string | null {
    return this.#cursorAt(0)
  }

  get endCursor(): string | null {
    return this.#cursorAt(-1)
  }

  #cursorAt(index: number): string | null {
    const row = this.#rows.at(index)
    return row === undefined ? null : this.#cursorOf(row)
  }
}

/**
 * A page of a list that is in memory: one whose order no index has.
 * @param rows in order of their positions' keys, and of their ids where these are equal
 * @throws PmsIntegrationError BAD_USER_INPUT that names the argument
 */
export function connectionFromArray<Row>(
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
  list: ListIdentity,
  args: PageArgs,
  cursors: CursorCodec,
): Connection<Row> {
  const { orderBy, limit, isBackward, after, before } = parsePageRequest(list, {}, args, cursors, true)
  const start = after === null ? 0 : rows.filter((row) => !isBeyond(positionOf(row), after)).length
  const end = before === null ? rows.length : rows.filter((row) => isBeyond(before, positionOf(row))).length
  const from = isBackward ? Math.max(start, end - limit) : start
  const to = isBackward ? end : Math.min(end, start + limit)
  const scope = cursorScope(list, {}, orderBy)
  const edges = rows.slice(from, to).map((node) => ({ node, cursor: cursors.encode(positionOf(node), scope) }))
  return {
    edges,
    nodes: edges.map(({ node }) => node),
    totalCount: rows.length,
    pageInfo: {
      hasNextPage: to < rows.length,
      hasPreviousPage: from > 0,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  }
}

function isBeyond(position: Position, other: Position): boolean {
  const [key, otherKey] = [position.key ?? '', other.key ?? '']
  return key > otherKey || (key === otherKey && position.id > other.id)
}

import type { Connection, Edge, PageInfo } from '../../schema/connection.ts'
import type { Window } from './args.ts'
import type { PageRow } from './page-row.ts'

type CursorOf = (row: PageRow) => string

/** A page of rows. Its parts are the prototype's, and made only where they are selected: edges, and above all cursors. */
export class RowPage implements Connection<PageRow> {
  readonly nodes: PageRow[]
  readonly totalCount?: number
  readonly pageInfo: PageInfo
  readonly #cursorOf: CursorOf
  #edges: RowEdge[] | undefined

  /** @param rows what the statement found, in its order: one more than the page when there are more */
  constructor(rows: readonly PageRow[], window: Window, cursorOf: CursorOf) {
    const [first] = rows
    const found = first?.id === null ? [] : rows
    const page = found.slice(0, window.size)
    this.nodes = window.fromEnd ? page.reverse() : page
    if (first?.['#total'] !== undefined) this.totalCount = first['#total']
    const hasMore = found.length > window.size
    this.pageInfo = new RowPageInfo(
      (hasMore && !window.fromEnd) || first?.['#isAfterWindow'] === true,
      (hasMore && window.fromEnd) || first?.['#isBeforeWindow'] === true,
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

import type { Connection } from '../../schema/connection.ts'
import type { PageArgs } from '../../schema/inputs/page.ts'
import { bindingOf, readWindow } from './args.ts'
import type { CursorCodec, Position } from './cursor.ts'
import type { NamedList } from './list.ts'

/**
 * A page of a list that is in memory: one whose order no index has.
 * @param rows in order of their positions' keys, and of their ids where these are equal
 * @throws PmsIntegrationError BAD_USER_INPUT that names the argument
 */
export function slicePage<Row>(
  rows: readonly Row[],
  positionOf: (row: Row) => Position,
  list: NamedList,
  args: PageArgs,
  cursors: CursorCodec,
): Connection<Row> {
  const { order, size, fromEnd, after, before } = readWindow(list, {}, args, cursors, true)
  const start = after === null ? 0 : rows.filter((row) => !isBeyond(positionOf(row), after)).length
  const end = before === null ? rows.length : rows.filter((row) => isBeyond(before, positionOf(row))).length
  const from = fromEnd ? Math.max(start, end - size) : start
  const to = fromEnd ? end : Math.min(end, start + size)
  const nodes = rows.slice(from, to)
  const edges = nodes.map((node) => ({ node, cursor: cursors.seal(positionOf(node), bindingOf(list, {}, order)) }))
  return {
    ...{ nodes, edges, totalCount: rows.length },
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

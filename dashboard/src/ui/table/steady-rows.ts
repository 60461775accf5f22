import { useState } from 'react'

export interface SteadyRows<Row> {
  /** With their newest content, in the order in which they stood. */
  readonly rows: readonly Row[]
  /** In how many places another row would stand now. */
  readonly changes: number
  /** Takes the new order over. */
  show(): void
}

/**
 * Keeps rows where they are while their content follows: nothing jumps away under the pointer. A list of another name, of
 * another filter or page, starts anew.
 */
export function useSteadyRows<Row>(rows: readonly Row[], keyOf: (row: Row) => string, list: string): SteadyRows<Row> {
  const [held, setHeld] = useState({ list, rows })
  if (held.list !== list) setHeld({ list, rows })
  const newest = new Map(rows.map((row) => [keyOf(row), row]))
  const before = held.list === list ? held.rows : rows
  const changes = rows.filter((row, place) => !isAt(before[place], keyOf(row), keyOf)).length
  return {
    rows: before.map((row) => newest.get(keyOf(row)) ?? row),
    changes: Math.max(changes, before.length - rows.length),
    show: () => setHeld({ list, rows }),
  }
}

const isAt = <Row>(row: Row | undefined, key: string, keyOf: (row: Row) => string) =>
  row !== undefined && keyOf(row) === key

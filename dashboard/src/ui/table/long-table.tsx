import { Table } from '@mantine/core'
import { type FocusEvent, memo, type Ref, useEffect, useRef, useState } from 'react'
import classes from './data-table.module.css'
import { type Column, type DataTableProps, TableCells, TableHead } from './data-table.tsx'
import { useRowsInSight } from './rows-in-sight.ts'

export interface LongTableProps<Row> extends DataTableProps<Row> {
  /** Rows that there are in all, read or not. */
  readonly total: number
  readonly hasMore: boolean
  /** Asks for more rows; called as its end comes into sight. */
  readonly onEnd: () => void
  /** Height of what stays in sight above the table, in px. */
  readonly offset: number
}

/** Rows that are read before somebody scrolls to them. */
const AHEAD = 50

/** A table of any length. Of a long one only the rows around those in sight are in the document, and the focused one. */
export function LongTable<Row>({ caption, columns, rows, keyOf, total, hasMore, onEnd, offset }: LongTableProps<Row>) {
  const table = useRef<HTMLTableElement>(null)
  const [focused, setFocused] = useState<number | null>(null)
  const { parts, measure, lastIndex } = useRowsInSight({ table, count: rows.length, focused })
  const isNearEnd = hasMore && lastIndex >= rows.length - AHEAD
  useEffect(() => {
    if (isNearEnd) onEnd()
  }, [isNearEnd, onEnd])
  return (
    <Table
      ref={table}
      className={`${classes.table} ${classes.long}`}
      highlightOnHover
      layout="fixed"
      verticalSpacing="xs"
      stickyHeader
      stickyHeaderOffset={offset}
      aria-rowcount={total + 1}
      onFocus={(event) => setFocused(indexOf(event))}
      onBlur={() => setFocused(null)}
    >
      <caption className={classes.caption}>{caption}</caption>
      <TableHead columns={columns} />
      <Table.Tbody>
        {parts.map((part) => {
          if ('gap' in part) return <Gap key={part.key} height={part.gap} columns={columns.length} />
          const row = rows[part.index]
          return row && <LongRow key={keyOf(row)} ref={measure} index={part.index} columns={columns} row={row} />
        })}
      </Table.Tbody>
    </Table>
  )
}

interface LongRowProps<Row> {
  readonly ref: Ref<HTMLTableRowElement> | null
  readonly index: number
  readonly columns: readonly Column<Row>[]
  readonly row: Row
}

/** Memoised: to scroll must not render again what is there already. */
const LongRow = memo(function LongRow<Row>({ ref, index, columns, row }: LongRowProps<Row>) {
  return (
    <Table.Tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      <TableCells columns={columns} row={row} />
    </Table.Tr>
  )
}) as <Row>(props: LongRowProps<Row>) => React.ReactNode

/** In place of rows that are out of sight. */
function Gap({ height, columns }: { height: number; columns: number }) {
  return (
    <tr aria-hidden className={classes.gap}>
      <td colSpan={columns} style={{ height }} />
    </tr>
  )
}

function indexOf({ target }: FocusEvent): number | null {
  const index = target.closest('tr')?.dataset.index
  return index === undefined ? null : Number(index)
}

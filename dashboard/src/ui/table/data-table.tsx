import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './data-table.module.css'
import { HeaderCell, type Sorting } from './sorting.tsx'

export interface Column<Row> {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Aligned at its end, with digits of one width. */
  readonly isNumber?: boolean
  /** What the list is ordered by when its header is pressed. */
  readonly sortBy?: string
  /** Share of the width in a long table, whose columns stay where they are while its rows come and go. */
  readonly width?: `${number}%`
}

export interface DataTableProps<Row> {
  /** What the table holds, for screen readers. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** How the rows are ordered. Without: headers are no buttons. */
  readonly sorting?: Sorting
}

/** Rows on wide screens, a card a row on narrow ones. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, keyOf, sorting }: DataTableProps<Row>) {
  return (
    <Table className={classes.table ?? ''} highlightOnHover verticalSpacing="sm">
      <caption className={classes.caption}>{caption}</caption>
      <TableHead columns={columns} sorting={sorting} />
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={keyOf(row)}>
            <TableCells columns={columns} row={row} />
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

export interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[]
  readonly sorting?: Sorting | undefined
}

export function TableHead<Row>({ columns, sorting }: TableHeadProps<Row>) {
  return (
    <Table.Thead>
      <Table.Tr aria-rowindex={1}>
        {columns.map((column) => (
          <HeaderCell key={column.header} column={column} sorting={sorting} />
        ))}
      </Table.Tr>
    </Table.Thead>
  )
}

/** The first column names the row. */
export function TableCells<Row>({ columns, row }: { columns: readonly Column<Row>[]; row: Row }) {
  return columns.map((column, index) => <Cell key={column.header} column={column} isName={index === 0} row={row} />)
}

function Cell<Row>({ column, isName, row }: { column: Column<Row>; isName: boolean; row: Row }) {
  const { header, isNumber, cell } = column
  const content = <div>{cell(row)}</div>
  return isName ? (
    <Table.Th scope="row" data-label={header}>
      {content}
    </Table.Th>
  ) : (
    <Table.Td data-label={header} data-number={isNumber}>
      {content}
    </Table.Td>
  )
}

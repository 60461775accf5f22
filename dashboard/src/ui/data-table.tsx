import { Table } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './data-table.module.css'

export interface Column<Row> {
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** Aligned at its end, with digits of one width. */
  readonly isNumber?: boolean
}

export interface DataTableProps<Row> {
  /** What the table holds, for those who hear it. */
  readonly caption: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
}

/** Rows on wide screens, a card a row on narrow ones. The first column names the row. */
export function DataTable<Row>({ caption, columns, rows, keyOf }: DataTableProps<Row>) {
  return (
    <Table className={classes.table ?? ''} highlightOnHover verticalSpacing="sm">
      <caption className={classes.caption}>{caption}</caption>
      <TableHead columns={columns} />
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

export function TableHead<Row>({ columns }: { columns: readonly Column<Row>[] }) {
  return (
    <Table.Thead>
      <Table.Tr aria-rowindex={1}>
        {columns.map(({ header, isNumber }) => (
          <Table.Th key={header} scope="col" data-number={isNumber}>
            {header}
          </Table.Th>
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

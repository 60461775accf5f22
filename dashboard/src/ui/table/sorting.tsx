import { NativeSelect, Table, UnstyledButton } from '@mantine/core'
import classes from './data-table.module.css'
import type { Column } from './data-table.tsx'

/** How a list is ordered, as the address holds it. */
export interface Order {
  readonly field: string
  readonly direction: 'ASC' | 'DESC'
}

export interface Sorting {
  readonly order: Order
  readonly onOrder: (order: Order) => void
}

const turned = ({ direction }: Order) => (direction === 'ASC' ? 'DESC' : 'ASC')

/** A column's name; pressed it orders the list by the column, and pressed again the other way round. */
export function HeaderCell<Row>({ column, sorting }: { column: Column<Row>; sorting: Sorting | undefined }) {
  const { header, isNumber, sortBy, width } = column
  const isSorted = sorting !== undefined && sorting.order.field === sortBy
  const direction = isSorted ? sorting.order.direction : null
  return (
    <Table.Th
      scope="col"
      data-number={isNumber}
      w={width}
      aria-sort={direction === null ? undefined : direction === 'ASC' ? 'ascending' : 'descending'}
    >
      {sorting === undefined || sortBy === undefined ? (
        header
      ) : (
        <>
          <UnstyledButton
            className={classes.sort ?? ''}
            onClick={() => sorting.onOrder({ field: sortBy, direction: isSorted ? turned(sorting.order) : 'ASC' })}
          >
            {header}
            <span aria-hidden>{direction === null ? '' : direction === 'ASC' ? '↑' : '↓'}</span>
          </UnstyledButton>
          <span className={classes.unsortable}>{header}</span>
        </>
      )}
    </Table.Th>
  )
}

/** The same where a table has no header: on narrow screens. */
export function SortChoice<Row>({ columns, sorting }: { columns: readonly Column<Row>[]; sorting: Sorting }) {
  const { order, onOrder } = sorting
  const choices = columns.flatMap(({ header, sortBy }) =>
    sortBy === undefined
      ? []
      : [
          { value: `${sortBy} ASC`, label: `${header} ↑` },
          { value: `${sortBy} DESC`, label: `${header} ↓` },
        ],
  )
  return (
    <NativeSelect
      hiddenFrom="md"
      label="Order"
      mb="sm"
      value={`${order.field} ${order.direction}`}
      data={choices}
      onChange={({ currentTarget }) => {
        const [field = '', direction] = currentTarget.value.split(' ')
        onOrder({ field, direction: direction === 'DESC' ? 'DESC' : 'ASC' })
      }}
    />
  )
}

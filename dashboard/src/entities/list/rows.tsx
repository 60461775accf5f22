import type { ReactNode } from 'react'
import type { PageFieldsFragment } from '../../gql/graphql.ts'
import { Notice } from '../../ui/page/notice.tsx'
import { PageState, type QueryState } from '../../ui/page/page-state.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { Pager } from '../../ui/table/pager.tsx'
import { firstPage, type PageSearch } from '../../ui/table/paging.ts'
import { type Order, SortChoice } from '../../ui/table/sorting.tsx'
import { TableSkeleton } from '../../ui/table/table-skeleton.tsx'

export const PAGE_SIZE = 25

interface Page<Row> {
  readonly rows: { readonly nodes: readonly Row[]; readonly pageInfo: PageFieldsFragment }
}

export interface RowsProps<Row> {
  readonly query: QueryState<Page<Row>> & { readonly previousData?: Page<Row> | undefined }
  /** What they are: `bookings`. */
  readonly noun: string
  readonly columns: readonly Column<Row>[]
  readonly order: Order
  readonly hasFilters: boolean
  /** Said in place of that there are none at all. */
  readonly nothing?: ReactNode
  readonly onSearch: (change: PageSearch & { sort?: string; desc?: true | undefined }) => void
}

/** A page of a list. While the next one is loading, the one before stays. */
export function Rows<Row extends { readonly id: string }>(props: RowsProps<Row>) {
  const { query, noun, columns, order, hasFilters, nothing, onSearch } = props
  const sorting = {
    order,
    onOrder: ({ field, direction }: Order) =>
      onSearch({ ...firstPage, sort: field, desc: direction === 'DESC' || undefined }),
  }
  return (
    <PageState
      query={{ ...query, data: query.data ?? query.previousData }}
      skeleton={<TableSkeleton rows={PAGE_SIZE} />}
      isEmpty={({ rows }) => rows.nodes.length === 0}
      empty={nothing ?? <NoRows noun={noun} hasFilters={hasFilters} />}
    >
      {({ rows }) => (
        <>
          <SortChoice columns={columns} sorting={sorting} />
          <DataTable
            caption={`The hotel’s ${noun}`}
            columns={columns}
            rows={rows.nodes}
            keyOf={({ id }) => id}
            sorting={sorting}
          />
          <Pager page={rows.pageInfo} onMove={onSearch} />
        </>
      )}
    </PageState>
  )
}

function NoRows({ noun, hasFilters }: { noun: string; hasFilters: boolean }) {
  return hasFilters ? (
    <Notice title={`No ${noun} match`}>Remove a filter to see more.</Notice>
  ) : (
    <Notice title={`No ${noun} yet`}>They appear after the first sync: press “Sync now” in the overview.</Notice>
  )
}

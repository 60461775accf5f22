import { type Column, DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageState, type QueryState } from '../../ui/page-state.tsx'
import { Pager, type PagerProps } from '../../ui/pager.tsx'
import { firstPage } from '../../ui/paging.ts'
import { type Order, SortChoice } from '../../ui/sorting.tsx'
import { TableSkeleton } from '../../ui/table-skeleton.tsx'
import type { RowsSearch } from './search.ts'

export const PAGE_SIZE = 25

interface Connection<Row> {
  readonly nodes: readonly Row[]
  readonly pageInfo: PagerProps['page']
}

export interface RowsProps<Data, Row> {
  readonly query: QueryState<Data> & { readonly previousData?: Data | undefined }
  readonly pick: (data: Data) => Connection<Row>
  /** What they are: `bookings`. */
  readonly noun: string
  readonly columns: readonly Column<Row>[]
  readonly order: Order
  readonly isNarrowed: boolean
  readonly onSearch: (change: RowsSearch) => void
}

/** A page of a list. While the next one is on its way, the one before stays. */
export function Rows<Data, Row extends { readonly id: string }>(props: RowsProps<Data, Row>) {
  const { query, pick, noun, columns, order, isNarrowed, onSearch } = props
  const sorting = {
    order,
    onOrder: ({ field, direction }: Order) =>
      onSearch({ ...firstPage, sort: field, desc: direction === 'DESC' || undefined }),
  }
  return (
    <PageState
      query={{ ...query, data: query.data ?? query.previousData }}
      skeleton={<TableSkeleton rows={PAGE_SIZE} />}
      isEmpty={(data) => pick(data).nodes.length === 0}
      empty={<None noun={noun} isNarrowed={isNarrowed} />}
    >
      {(data) => (
        <>
          <SortChoice columns={columns} sorting={sorting} />
          <DataTable
            caption={`The hotel’s ${noun}`}
            columns={columns}
            rows={pick(data).nodes}
            keyOf={({ id }) => id}
            sorting={sorting}
          />
          <Pager page={pick(data).pageInfo} onMove={onSearch} />
        </>
      )}
    </PageState>
  )
}

function None({ noun, isNarrowed }: { noun: string; isNarrowed: boolean }) {
  return isNarrowed ? (
    <Notice title={`No ${noun} match`}>Take a filter away to see more.</Notice>
  ) : (
    <Notice title={`No ${noun} yet`}>They appear here with the first sync: press “Sync now” in the overview.</Notice>
  )
}

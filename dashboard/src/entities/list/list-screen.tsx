import { useQuery } from '@apollo/client/react'
import type { TypedDocumentNode } from '@graphql-typed-document-node/core'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { PageFieldsFragment, PmsEntityType } from '../../gql/graphql.ts'
import { type FramedHotel, HotelFrame } from '../../ui/page/hotel-frame.tsx'
import type { Column } from '../../ui/table/data-table.tsx'
import { pageVariables } from '../../ui/table/paging.ts'
import { RevealButton } from '../../ui/values/masked.tsx'
import { type Masking, useMasking } from '../../ui/values/use-masking.ts'
import type { ListProps } from '../entity.tsx'
import { entities, pluralLabel } from '../registry.ts'
import { ChangeSeveral, useSelection } from './change-several.tsx'
import { FilterBar } from './filter-bar.tsx'
import { type FilterSpecs, type FilterValues, filterValues } from './filters.ts'
import { PAGE_SIZE, Rows } from './rows.tsx'
import { commonFilter, commonSearch, type ListSearch } from './search.ts'

export interface ListVariables<Filter, Field extends string> {
  hotelId: string
  first?: number | null
  after?: string | null
  last?: number | null
  before?: string | null
  filter?: Filter | null
  orderBy?: { field: Field; direction: 'ASC' | 'DESC' } | null
}

/** What is particular to the list of an entity type. */
export interface ListSpec<Row, Filters extends FilterSpecs, Filter, Field extends string> {
  /** Its connection is called `rows`. */
  readonly document: TypedDocumentNode<
    { readonly rows: { readonly nodes: readonly Row[]; readonly pageInfo: PageFieldsFragment } },
    ListVariables<Filter, Field>
  >
  /** What it can be ordered by; the first one, if nothing else is asked for. */
  readonly orders: readonly [Field, ...Field[]]
  readonly filters: Filters
  /** Its own part of the filter. */
  readonly toFilter: (values: FilterValues<Filters>) => Omit<Filter & object, keyof ReturnType<typeof commonFilter>>
  readonly columns: (hotel: FramedHotel, masking: Masking) => readonly Column<Row>[]
  readonly hasPersonalData: boolean
  /** Filters of an address that has none of its own, such as from today on. */
  readonly presets?: (hotel: FramedHotel, search: ListSearch) => FilterValues<Filters>
  /** Said where nothing matches the presets. */
  readonly nothingByPreset?: ReactNode
  /** Stands above the filters. */
  readonly Shortcuts?: ComponentType<ShortcutsProps>
}

export interface ShortcutsProps extends Pick<ListProps, 'search' | 'onSearch'> {
  readonly timeZone: string
}

export interface ListScreenProps<Row, Filters extends FilterSpecs, Filter, Field extends string> extends ListProps {
  readonly type: PmsEntityType
  readonly spec: ListSpec<Row, Filters, Filter, Field>
}

/** The rows of an entity type at a hotel: filtered, ordered and paged by the address. */
export function ListScreen<
  Row extends { readonly id: string },
  Filters extends FilterSpecs,
  Filter,
  Field extends string,
>(props: ListScreenProps<Row, Filters, Filter, Field>) {
  const { type, spec, hotelId } = props
  const masking = useMasking(hotelId)
  return (
    <HotelFrame
      hotelId={hotelId}
      part={pluralLabel(type)}
      actions={spec.hasPersonalData && <RevealButton masking={masking} />}
    >
      {(hotel) => <HotelRows key={hotelId} {...props} hotel={hotel} masking={masking} />}
    </HotelFrame>
  )
}

interface HotelRowsProps<Row, Filters extends FilterSpecs, Filter, Field extends string>
  extends ListScreenProps<Row, Filters, Filter, Field> {
  readonly hotel: FramedHotel
  readonly masking: Masking
}

function HotelRows<Row extends { readonly id: string }, Filters extends FilterSpecs, Filter, Field extends string>({
  type,
  spec,
  hotelId,
  search,
  onSearch,
  hotel,
  masking,
}: HotelRowsProps<Row, Filters, Filter, Field>) {
  const { document, orders, filters, toFilter, columns, presets, nothingByPreset, Shortcuts } = spec
  const [openedAt] = useState(() => Date.now())
  const selection = useSelection<Row>(type)
  const [common, values] = [commonSearch(search, orders), filterValues(filters, search)]
  const preset = presets?.(hotel, search) ?? {}
  const orderBy = { field: common.sort ?? orders[0], direction: common.desc ? ('DESC' as const) : ('ASC' as const) }
  const filter = { ...commonFilter(common, openedAt), ...toFilter({ ...values, ...preset }) } as Filter
  const query = useQuery(document, { variables: { hotelId, ...pageVariables(common, PAGE_SIZE), orderBy, filter } })
  const hasFilters = [common.provider, common.changed, ...Object.values(values)].some((value) => value !== undefined)
  return (
    <>
      {Shortcuts && <Shortcuts timeZone={hotel.timeZone} search={search} onSearch={onSearch} />}
      <FilterBar specs={filters} values={values} common={common} onSearch={onSearch} />
      <ChangeSeveral type={type} hotelId={hotelId} filter={filter as object} selection={selection} />
      <Rows
        query={query}
        noun={entities[type].plural}
        columns={[...columns(hotel, masking), ...selection.columns]}
        order={orderBy}
        hasFilters={hasFilters}
        nothing={Object.keys(preset).length > 0 && !hasFilters ? nothingByPreset : undefined}
        onSearch={onSearch}
      />
    </>
  )
}

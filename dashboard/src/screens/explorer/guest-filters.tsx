import { firstPage } from '../../ui/paging.ts'
import { TextFilter } from '../../ui/text-filter.tsx'
import { FilterBar } from './filter-bar.tsx'
import type { GuestsSearch } from './route.ts'

export interface GuestFiltersProps {
  readonly search: GuestsSearch
  readonly onSearch: (change: Partial<GuestsSearch>) => void
}

export function GuestFilters({ search, onSearch }: GuestFiltersProps) {
  const narrow = (change: Partial<GuestsSearch>) => onSearch({ ...firstPage, ...change })
  return (
    <FilterBar search={search} onSearch={(change) => onSearch(change as Partial<GuestsSearch>)}>
      <TextFilter
        label="Search"
        placeholder="Name, e-mail or phone"
        type="search"
        value={search.q}
        onChange={(q) => narrow({ q })}
      />
      <TextFilter
        label="Country"
        placeholder="PT"
        maxLength={2}
        w={100}
        value={search.country}
        onChange={(country) => narrow({ country: country?.toUpperCase() })}
      />
    </FilterBar>
  )
}

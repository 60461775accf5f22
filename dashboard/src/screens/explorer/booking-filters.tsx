import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { firstPage } from '../../ui/paging.ts'
import { statusWords } from '../../ui/status-badge.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { FilterBar } from './filter-bar.tsx'
import { BOOKING_STATUSES, type BookingsSearch } from './route.ts'

const STATUS_WORDS = statusWords(BOOKING_STATUSES)
const RANGES = {
  arrivalFrom: 'Arrives from',
  arrivalTo: 'Arrives until',
  departureFrom: 'Departs from',
  departureTo: 'Departs until',
} as const

export interface BookingFiltersProps {
  readonly search: BookingsSearch
  readonly onSearch: (change: Partial<BookingsSearch>) => void
}

export function BookingFilters({ search, onSearch }: BookingFiltersProps) {
  const narrow = (change: Partial<BookingsSearch>) => onSearch({ ...firstPage, ...change })
  const ranges = Object.entries(RANGES) as [keyof typeof RANGES, string][]
  return (
    <FilterBar
      search={search}
      onSearch={(change) => onSearch(change as Partial<BookingsSearch>)}
      isMoreUsed={[search.room, ...ranges.map(([key]) => search[key])].some((value) => value !== undefined)}
      more={
        <>
          {ranges.map(([key, label]) => (
            <TextFilter
              key={key}
              type="date"
              label={label}
              value={search[key]}
              onChange={(day) => narrow({ [key]: day })}
            />
          ))}
          <TextFilter label="Room" w={100} value={search.room} onChange={(room) => narrow({ room })} />
        </>
      }
    >
      <TextFilter
        label="Search"
        placeholder="Name, e-mail or number"
        type="search"
        value={search.q}
        onChange={(q) => narrow({ q })}
      />
      <ChoiceFilter
        label="Status"
        choices={STATUS_WORDS}
        value={search.status}
        onChange={(status) => narrow({ status })}
      />
      <TextFilter label="In house on" type="date" value={search.inHouse} onChange={(inHouse) => narrow({ inHouse })} />
    </FilterBar>
  )
}

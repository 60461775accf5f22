import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { firstPage } from '../../ui/paging.ts'
import { statusWords } from '../../ui/status-badge.tsx'
import { TextFilter } from '../../ui/text-filter.tsx'
import { FilterBar } from './filter-bar.tsx'
import { CLEANING_STATUSES, ROOM_STATUSES, type RoomsSearch } from './route.ts'

const STATUS_WORDS = statusWords(ROOM_STATUSES)
const CLEANING_WORDS = statusWords(CLEANING_STATUSES)

export interface RoomFiltersProps {
  readonly search: RoomsSearch
  readonly onSearch: (change: Partial<RoomsSearch>) => void
}

export function RoomFilters({ search, onSearch }: RoomFiltersProps) {
  const narrow = (change: Partial<RoomsSearch>) => onSearch({ ...firstPage, ...change })
  return (
    <FilterBar search={search} onSearch={(change) => onSearch(change as Partial<RoomsSearch>)}>
      <TextFilter label="Room" w={100} value={search.room} onChange={(room) => narrow({ room })} />
      <TextFilter label="Floor" w={100} value={search.floor} onChange={(floor) => narrow({ floor })} />
      <ChoiceFilter
        label="Status"
        choices={STATUS_WORDS}
        value={search.status}
        onChange={(status) => narrow({ status })}
      />
      <ChoiceFilter
        label="Cleaning"
        choices={CLEANING_WORDS}
        value={search.cleaning}
        onChange={(cleaning) => narrow({ cleaning })}
      />
    </FilterBar>
  )
}

import { Group } from '@mantine/core'
import { CONDITIONS } from '../../entities/housekeeping/words.ts'
import { KINDS } from '../../entities/room-block/words.ts'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { TextFilter } from '../../ui/filters/text-filter.tsx'
import { groupByFloor, type Tile } from './floors.ts'
import { type FloorsSearch, STAYS } from './search.ts'

interface FloorFiltersProps {
  readonly search: FloorsSearch
  /** All of the hotel. */
  readonly tiles: readonly Tile[]
  readonly onChange: (change: FloorsSearch) => void
}

export function FloorFilters({ search, tiles, onChange }: FloorFiltersProps) {
  const floors = groupByFloor(tiles).flatMap(({ name }) => (name === null ? [] : [[name, name]]))
  return (
    <search>
      <Group align="flex-end" mb="md">
        <TextFilter label="Room" value={search.room} onChange={(room) => onChange({ room })} w={100} />
        <ChoiceFilter
          label="Floor"
          width={110}
          choices={Object.fromEntries(floors) as Record<string, string>}
          value={search.floor}
          onChange={(floor) => onChange({ floor })}
        />
        <ChoiceFilter
          label="Condition"
          choices={CONDITIONS}
          value={search.condition}
          onChange={(condition) => onChange({ condition })}
        />
        <ChoiceFilter label="Today" choices={STAYS} value={search.stay} onChange={(stay) => onChange({ stay })} />
        <ChoiceFilter label="Not sold" choices={KINDS} value={search.block} onChange={(block) => onChange({ block })} />
      </Group>
    </search>
  )
}

import { Group } from '@mantine/core'
import { PRIORITIES, STATUSES } from '../../entities/maintenance-request/words.ts'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { TextFilter } from '../../ui/filters/text-filter.tsx'
import type { MaintenanceSearch } from './route.ts'

const OPEN_STATUSES = { OPEN: STATUSES.OPEN, IN_PROGRESS: STATUSES.IN_PROGRESS }

interface MaintenanceFiltersProps {
  readonly search: MaintenanceSearch
  readonly onChange: (change: MaintenanceSearch) => void
}

export function MaintenanceFilters({ search, onChange }: MaintenanceFiltersProps) {
  return (
    <search>
      <Group align="flex-end" mb="md">
        <ChoiceFilter
          label="Priority"
          choices={PRIORITIES}
          value={search.priority}
          onChange={(priority) => onChange({ priority })}
        />
        <ChoiceFilter
          label="Status"
          choices={OPEN_STATUSES}
          value={search.status}
          onChange={(status) => onChange({ status })}
        />
        <TextFilter label="Room" value={search.room} onChange={(room) => onChange({ room })} w={100} />
      </Group>
    </search>
  )
}

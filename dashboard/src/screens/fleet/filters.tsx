import { Group, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { ProviderFilter } from '../../ui/filters/provider-filter.tsx'
import { firstPage } from '../../ui/table/paging.ts'
import { statusLabels } from '../../ui/values/statuses.ts'
import { type FleetSearch, STATES } from './route.ts'

export interface FleetFiltersProps {
  readonly search: FleetSearch
  readonly onChange: (place: FleetSearch) => void
}

export function FleetFilters({ search, onChange }: FleetFiltersProps) {
  return (
    <Group mb="md" align="flex-end" role="search">
      <NameFilter value={search.name ?? ''} onChange={(name) => onChange({ ...firstPage, name })} />
      <ChoiceFilter
        label="State"
        choices={statusLabels(STATES)}
        value={search.state}
        onChange={(state) => onChange({ ...firstPage, state })}
      />
      <ProviderFilter value={search.provider} onChange={(provider) => onChange({ ...firstPage, provider })} />
    </Group>
  )
}

/** Searches when the typing has paused. */
function NameFilter({ value, onChange }: { value: string; onChange: (name: string | undefined) => void }) {
  const [typed, setTyped] = useState(value)
  const ask = useDebouncedCallback((name: string) => onChange(name.trim() || undefined), 250)
  return (
    <TextInput
      type="search"
      label="Hotel"
      placeholder="Part of the name"
      value={typed}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value)
        ask(currentTarget.value)
      }}
    />
  )
}

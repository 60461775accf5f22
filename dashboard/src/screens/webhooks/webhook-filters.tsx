import { Group, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { ProviderFilter } from '../../ui/filters/provider-filter.tsx'
import { SPANS, STATES, type WebhooksSearch } from './search.ts'

interface WebhookFiltersProps {
  readonly search: WebhooksSearch
  readonly onChange: (change: WebhooksSearch) => void
  /** The filter that comes first. */
  readonly children: ReactNode
}

export function WebhookFilters({ search, onChange, children }: WebhookFiltersProps) {
  return (
    <Group component="search" mb="md" align="flex-start">
      {children}
      <ChoiceFilter label="State" choices={STATES} value={search.status} onChange={(status) => onChange({ status })} />
      <ProviderFilter value={search.provider} onChange={(provider) => onChange({ provider })} />
      <ChoiceFilter label="Received" choices={SPANS} value={search.hours} onChange={(hours) => onChange({ hours })} />
      <TextFilter
        key={`type ${search.type}`}
        label="Type"
        value={search.type}
        onChange={(type) => onChange({ type })}
      />
      <TextFilter
        key={`item ${search.item}`}
        label="Record id"
        value={search.item}
        onChange={(item) => onChange({ item })}
      />
    </Group>
  )
}

interface TextFilterProps {
  readonly label: string
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** Goes into the address when it is left or sent: what is half typed matches nothing. */
function TextFilter({ label, value = '', onChange }: TextFilterProps) {
  const [typed, setTyped] = useState(value)
  const send = () => {
    const next = typed.trim()
    if (next !== value) onChange(next === '' ? undefined : next)
  }
  return (
    <TextInput
      label={label}
      value={typed}
      onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      onBlur={send}
      onKeyDown={({ key }) => key === 'Enter' && send()}
      autoComplete="off"
      spellCheck={false}
    />
  )
}

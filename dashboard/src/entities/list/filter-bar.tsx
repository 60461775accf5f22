import { Button, Checkbox, Collapse, Group } from '@mantine/core'
import { useId, useState } from 'react'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { ProviderFilter } from '../../ui/filters/provider-filter.tsx'
import { TextFilter } from '../../ui/filters/text-filter.tsx'
import { firstPage } from '../../ui/table/paging.ts'
import type { FilterSpecs } from './filters.ts'
import { CHANGED, type CommonSearch, keysOf, type ListSearch } from './search.ts'

const CHANGED_LABELS = Object.fromEntries(keysOf(CHANGED).map((key) => [key, CHANGED[key].label])) as Record<
  keyof typeof CHANGED,
  string
>

export interface FilterBarProps {
  readonly specs: FilterSpecs
  readonly values: Readonly<Record<string, string | undefined>>
  readonly common: CommonSearch<string>
  readonly onSearch: (change: ListSearch) => void
}

/** The filters of a list: the daily ones, and the others behind a button. */
export function FilterBar({ specs, values, common, onSearch }: FilterBarProps) {
  const { provider, changed, deleted } = common
  const filter = (change: ListSearch) => onSearch({ ...firstPage, ...change })
  const [rare, daily] = [namesOf(specs, true), namesOf(specs, false)]
  const isRareUsed = [provider, changed, deleted, ...rare.map((name) => values[name])].some(Boolean)
  const [isOpen, setOpen] = useState(isRareUsed)
  const id = useId()
  const control = (name: string) => (
    <Filter key={name} spec={specs[name]} value={values[name]} onChange={(value) => filter({ [name]: value })} />
  )
  return (
    <search>
      <Group align="flex-end" mb="sm">
        {daily.map(control)}
        <Button variant="default" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer filters' : 'More filters'}
        </Button>
      </Group>
      <Collapse expanded={isOpen} id={id}>
        <Group align="flex-end" mb="sm">
          {rare.map(control)}
          <ProviderFilter value={provider} onChange={(next) => filter({ provider: next })} />
          <ChoiceFilter
            label="Last change"
            choices={CHANGED_LABELS}
            value={changed}
            onChange={(next) => filter({ changed: next })}
          />
          <Checkbox
            label="Include deleted in the PMS"
            checked={deleted ?? false}
            onChange={({ currentTarget }) => filter({ deleted: currentTarget.checked || undefined })}
            mb={8}
          />
        </Group>
      </Collapse>
    </search>
  )
}

const namesOf = (specs: FilterSpecs, isRare: boolean) =>
  Object.keys(specs).filter((name) => (specs[name]?.isRare ?? false) === isRare)

interface FilterProps {
  readonly spec: FilterSpecs[string] | undefined
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

function Filter({ spec, value, onChange }: FilterProps) {
  if (spec === undefined) return null
  const { label, width } = spec
  const common = { label, value, ...(width !== undefined && { width }) }
  if (spec.kind === 'choice') return <ChoiceFilter {...common} choices={spec.choices} onChange={onChange} />
  if (spec.kind === 'day') return <TextFilter label={label} value={value} type="date" onChange={onChange} />
  return (
    <TextFilter
      label={label}
      value={value}
      {...(width !== undefined && { w: width })}
      {...(spec.placeholder !== undefined && { placeholder: spec.placeholder })}
      {...(spec.maxLength !== undefined && { maxLength: spec.maxLength })}
      type={spec.kind}
      onChange={(next) => onChange(spec.isUpperCase ? next?.toUpperCase() : next)}
    />
  )
}

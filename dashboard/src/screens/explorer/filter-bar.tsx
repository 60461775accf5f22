import { Button, Checkbox, Collapse, Group } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { firstPage } from '../../ui/paging.ts'
import { ProviderFilter } from '../../ui/provider-filter.tsx'
import { CHANGED, keysOf, type RowsSearch } from './search.ts'

const CHANGED_WORDS = Object.fromEntries(keysOf(CHANGED).map((key) => [key, CHANGED[key].word])) as Record<
  keyof typeof CHANGED,
  string
>

export interface FilterBarProps<Search extends RowsSearch> {
  readonly search: Search
  readonly onSearch: (change: RowsSearch) => void
  /** Filters that are used every day. */
  readonly children: ReactNode
  /** Filters that are used now and then. */
  readonly more?: ReactNode
  /** Whether one of `more` is set. */
  readonly isMoreUsed?: boolean
}

/** What narrows a list of the explorer: the daily filters, and the rest behind a button. */
export function FilterBar<Search extends RowsSearch>(props: FilterBarProps<Search>) {
  const { search, onSearch, children, more, isMoreUsed = false } = props
  const { provider, changed, gone } = search
  const isUsed = isMoreUsed || [provider, changed, gone].some((value) => value !== undefined)
  const [isOpen, setOpen] = useState(isUsed)
  const id = useId()
  return (
    <search>
      <Group align="flex-end" mb="sm">
        {children}
        <Button variant="default" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {isOpen ? 'Fewer filters' : 'More filters'}
        </Button>
      </Group>
      <Collapse expanded={isOpen} id={id}>
        <Group align="flex-end" mb="sm">
          {more}
          <ProviderFilter value={provider} onChange={(next) => onSearch({ ...firstPage, provider: next })} />
          <ChoiceFilter
            label="Changed here"
            choices={CHANGED_WORDS}
            value={changed}
            onChange={(next) => onSearch({ ...firstPage, changed: next })}
          />
          <Checkbox
            label="Also what the system no longer has"
            checked={gone ?? false}
            onChange={({ currentTarget }) => onSearch({ ...firstPage, gone: currentTarget.checked || undefined })}
            mb={8}
          />
        </Group>
      </Collapse>
    </search>
  )
}

import { NativeSelect, SimpleGrid } from '@mantine/core'
import { ChoiceFilter } from '../../ui/choice-filter.tsx'
import { HotelFilter } from '../../ui/hotel-filter.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { ENTITY_NAMES, TRIGGER_NAMES } from '../../ui/words.ts'
import { labelsOf, ORDERS, SPANS, STATUSES } from './choices.ts'
import type { SyncsSearch } from './route.ts'

const orders = labelsOf(ORDERS)

export interface FiltersProps {
  readonly search: SyncsSearch
  readonly onChange: (change: SyncsSearch) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const { all: systems } = useProviderNames()
  const { hotel, provider, type, trigger, status, within } = search
  return (
    <SimpleGrid component="search" aria-label="Filters" cols={{ base: 2, xs: 3, md: 4, lg: 7 }} spacing="sm" mb="xs">
      <HotelFilter value={hotel} onChange={(value) => onChange({ hotel: value })} />
      <ChoiceFilter
        label="System"
        choices={systems}
        value={provider}
        onChange={(value) => onChange({ provider: value })}
      />
      <ChoiceFilter label="What" choices={ENTITY_NAMES} value={type} onChange={(value) => onChange({ type: value })} />
      <ChoiceFilter
        label="Result"
        choices={labelsOf(STATUSES)}
        value={status}
        onChange={(value) => onChange({ status: value })}
      />
      <ChoiceFilter
        label="Started by"
        choices={TRIGGER_NAMES}
        value={trigger}
        onChange={(value) => onChange({ trigger: value })}
      />
      <ChoiceFilter
        label="When"
        choices={labelsOf(SPANS)}
        value={within}
        onChange={(value) => onChange({ within: value })}
      />
      <OrderChoice value={search.sort} onChange={(sort) => onChange({ sort })} />
    </SimpleGrid>
  )
}

type Sort = SyncsSearch['sort']

function OrderChoice({ value, onChange }: { value: Sort; onChange: (value: Sort) => void }) {
  const known = Object.keys(ORDERS) as (keyof typeof ORDERS)[]
  return (
    <NativeSelect
      label="Order"
      value={value ?? ''}
      onChange={({ currentTarget }) => onChange(known.find((sort) => sort === currentTarget.value))}
      data={[{ value: '', label: 'Newest first' }, ...known.map((sort) => ({ value: sort, label: orders[sort] }))]}
    />
  )
}

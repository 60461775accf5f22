import { NativeSelect, SimpleGrid } from '@mantine/core'
import { entityLabels } from '../../entities/registry.ts'
import { ChoiceFilter } from '../../ui/filters/choice-filter.tsx'
import { HotelFilter } from '../../ui/filters/hotel-filter.tsx'
import { TRIGGER_LABELS } from '../../ui/values/labels.ts'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { labelsOf, ORDERS, SPANS, STATUSES } from './choices.ts'
import type { SyncsSearch } from './route.ts'

const orders = labelsOf(ORDERS)

export interface FiltersProps {
  readonly search: SyncsSearch
  readonly onChange: (change: SyncsSearch) => void
}

export function Filters({ search, onChange }: FiltersProps) {
  const { all: providers } = useProviderNames()
  const { hotel, provider, type, trigger, status, within } = search
  return (
    <SimpleGrid component="search" aria-label="Filters" cols={{ base: 2, xs: 3, md: 4, lg: 7 }} spacing="sm" mb="xs">
      <HotelFilter value={hotel} onChange={(value) => onChange({ hotel: value })} />
      <ChoiceFilter
        label="PMS"
        choices={providers}
        value={provider}
        onChange={(value) => onChange({ provider: value })}
      />
      <ChoiceFilter label="Type" choices={entityLabels} value={type} onChange={(value) => onChange({ type: value })} />
      <ChoiceFilter
        label="Result"
        choices={labelsOf(STATUSES)}
        value={status}
        onChange={(value) => onChange({ status: value })}
      />
      <ChoiceFilter
        label="Started by"
        choices={TRIGGER_LABELS}
        value={trigger}
        onChange={(value) => onChange({ trigger: value })}
      />
      <ChoiceFilter
        label="Started"
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

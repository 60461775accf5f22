import { Button, Group, NativeSelect, Title } from '@mantine/core'
import { TextFilter } from '../../ui/filters/text-filter.tsx'
import { addMonths, nameOfMonth } from './month.ts'
import { type CalendarSearch, MAX_PERSONS } from './search.ts'

interface CalendarControlsProps {
  readonly month: string
  readonly today: string
  readonly persons: number
  readonly onChange: (change: CalendarSearch) => void
}

const PERSONS = Array.from({ length: MAX_PERSONS }, (_, index) => ({
  value: String(index + 1),
  label: index === 0 ? '1 guest' : `${index + 1} guests`,
}))

/** The month that is shown, the ways to others, and whom prices are for. */
export function CalendarControls({ month, today, persons, onChange }: CalendarControlsProps) {
  const isThisMonth = month === today.slice(0, 7)
  return (
    <Group align="flex-end" mb="md">
      <Title order={2} size="h4" miw={150} mb={6}>
        {nameOfMonth(month)}
      </Title>
      <Button.Group>
        <Button variant="default" aria-label="Previous month" onClick={() => onChange({ month: addMonths(month, -1) })}>
          ‹
        </Button>
        <Button variant="default" disabled={isThisMonth} onClick={() => onChange({ month: undefined })}>
          This month
        </Button>
        <Button variant="default" aria-label="Next month" onClick={() => onChange({ month: addMonths(month, 1) })}>
          ›
        </Button>
      </Button.Group>
      <TextFilter label="Month" type="month" value={month} onChange={(next) => next && onChange({ month: next })} />
      <NativeSelect
        label="Prices for"
        data={PERSONS}
        value={String(persons)}
        onChange={({ currentTarget }) => onChange({ persons: Number(currentTarget.value) })}
      />
    </Group>
  )
}

import { Button, Group } from '@mantine/core'
import { firstPage } from '../../ui/paging.ts'
import type { BookingsSearch } from './route.ts'

const NOBODY = {
  ...firstPage,
  ...{ inHouse: undefined, arrivalFrom: undefined, arrivalTo: undefined },
  ...{ departureFrom: undefined, departureTo: undefined },
} as const

export interface TodayProps {
  readonly timeZone: string
  readonly search: BookingsSearch
  readonly onSearch: (change: Partial<BookingsSearch>) => void
}

/** The three lists of every morning. Today is the hotel's, wherever the reader is. */
export function Today({ timeZone, search, onSearch }: TodayProps) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
  const lists: [name: string, change: Partial<BookingsSearch>][] = [
    ['Arriving today', { arrivalFrom: today, arrivalTo: today }],
    ['In house tonight', { inHouse: today }],
    ['Leaving today', { departureFrom: today, departureTo: today }],
  ]
  const isChosen = (change: Partial<BookingsSearch>) =>
    (Object.keys(change) as (keyof BookingsSearch)[]).every((key) => search[key] === change[key])
  return (
    <Group gap="xs" mb="sm">
      {lists.map(([name, change]) => (
        <Button
          key={name}
          variant={isChosen(change) ? 'filled' : 'default'}
          aria-pressed={isChosen(change)}
          size="compact-sm"
          mih={28}
          onClick={() => onSearch({ ...NOBODY, ...(isChosen(change) ? {} : change) })}
        >
          {name}
        </Button>
      ))}
    </Group>
  )
}

import { Button, Group } from '@mantine/core'
import { firstPage } from '../ui/table/paging.ts'
import type { ShortcutsProps } from './list/list-screen.tsx'
import type { ListSearch } from './list/search.ts'

const ANY_DAY: ListSearch = {
  ...{ ...firstPage, inHouse: undefined, arrivalFrom: undefined, arrivalTo: undefined },
  ...{ departureFrom: undefined, departureTo: undefined },
}

/** The three lists of every morning. Today is the hotel's, wherever the reader is. */
export function Today({ timeZone, search, onSearch }: ShortcutsProps) {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone }).format(new Date())
  const lists: [name: string, filter: ListSearch][] = [
    ['Arriving today', { arrivalFrom: today, arrivalTo: today }],
    ['In house tonight', { inHouse: today }],
    ['Leaving today', { departureFrom: today, departureTo: today }],
  ]
  const isChosen = (filter: ListSearch) => Object.keys(filter).every((key) => search[key] === filter[key])
  return (
    <Group gap="xs" mb="sm">
      {lists.map(([name, filter]) => (
        <Button
          key={name}
          variant={isChosen(filter) ? 'filled' : 'default'}
          aria-pressed={isChosen(filter)}
          size="compact-sm"
          mih={28}
          onClick={() => onSearch({ ...ANY_DAY, ...(isChosen(filter) ? {} : filter) })}
        >
          {name}
        </Button>
      ))}
    </Group>
  )
}

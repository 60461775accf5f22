import { Button, Group } from '@mantine/core'
import { Notice } from '../ui/page/notice.tsx'
import { firstPage } from '../ui/table/paging.ts'
import { todayIn } from '../ui/time/days.ts'
import type { ShortcutsProps } from './list/list-screen.tsx'
import type { ListSearch } from './list/search.ts'

/** An address without any of these begins at today. */
const ASKED = {
  ...{ inHouse: undefined, arrivalFrom: undefined, arrivalTo: undefined },
  ...{ departureFrom: undefined, departureTo: undefined, all: undefined },
} as const
const FOUND = { ...ASKED, q: undefined, room: undefined } as const

/** Arrivals from today on, unless a day, a guest or a room is asked for. */
export const fromToday = ({ timeZone }: { timeZone: string }, search: ListSearch) =>
  Object.keys(FOUND).some((name) => search[name] !== undefined) ? {} : { arrivalFrom: todayIn(timeZone) }

export const nothingFromToday = (
  <Notice title="No bookings from today on">Choose “All dates” to see earlier ones.</Notice>
)

/** The lists of every morning; without one of them, what arrives from today on. */
export function Today({ timeZone, search, onSearch }: ShortcutsProps) {
  const today = todayIn(timeZone)
  const lists: [name: string, filter: ListSearch][] = [
    ['Arriving today', { arrivalFrom: today, arrivalTo: today }],
    ['In house tonight', { inHouse: today }],
    ['Leaving today', { departureFrom: today, departureTo: today }],
    ['All dates', { all: true }],
  ]
  const isChosen = (filter: ListSearch) => Object.keys(filter).every((key) => search[key] === filter[key])
  const isFromToday = Object.keys(fromToday({ timeZone }, search)).length > 0
  return (
    <Group gap="xs" mb="sm">
      <Shortcut name="From today" isChosen={isFromToday} onClick={() => onSearch({ ...firstPage, ...FOUND })} />
      {lists.map(([name, filter]) => (
        <Shortcut
          key={name}
          name={name}
          isChosen={isChosen(filter)}
          onClick={() => onSearch({ ...firstPage, ...ASKED, ...(isChosen(filter) ? {} : filter) })}
        />
      ))}
    </Group>
  )
}

interface ShortcutProps {
  readonly name: string
  readonly isChosen: boolean
  readonly onClick: () => void
}

function Shortcut({ name, isChosen, onClick }: ShortcutProps) {
  return (
    <Button
      variant={isChosen ? 'filled' : 'default'}
      aria-pressed={isChosen}
      size="compact-sm"
      mih={28}
      onClick={onClick}
    >
      {name}
    </Button>
  )
}

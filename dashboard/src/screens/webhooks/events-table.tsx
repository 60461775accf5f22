import { Checkbox, Text } from '@mantine/core'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { TextLink } from '../../ui/link.tsx'
import { useProviderNames } from '../../ui/provider-names.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import type { Event } from './query.ts'
import { subjectName } from './subject-name.ts'

interface EventsTableProps {
  readonly events: readonly Event[]
  readonly timeZone: string
  /** Ids of those to be replayed. */
  readonly selected: readonly string[]
  readonly onSelect: (ids: readonly string[]) => void
}

export function EventsTable({ events, timeZone, selected, onSelect }: EventsTableProps) {
  const { nameOf } = useProviderNames()
  const toggle = (id: string) =>
    onSelect(selected.includes(id) ? selected.filter((each) => each !== id) : [...selected, id])
  const columns: Column<Event>[] = [
    { header: 'Message', cell: ({ id, eventType }) => <EventLink id={id} eventType={eventType} /> },
    { header: 'State', cell: ({ status }) => <StatusBadge status={status} /> },
    { header: 'Received', cell: ({ receivedAt }) => <TimeText at={receivedAt} timeZone={timeZone} /> },
    { header: 'System', cell: ({ provider }) => nameOf(provider) },
    { header: 'About', cell: ({ subjects }) => <About subjects={subjects} /> },
    { header: 'Came', isNumber: true, cell: ({ deliveries }) => deliveriesOf(deliveries) },
    { header: 'Tries', isNumber: true, cell: ({ tries }) => tries },
    { header: 'Next try', cell: ({ nextAttemptAt }) => <TimeText at={nextAttemptAt} timeZone={timeZone} never="–" /> },
    {
      header: 'Select',
      cell: ({ id, eventType, status }) =>
        canReplay(status) && (
          <Checkbox
            checked={selected.includes(id)}
            onChange={() => toggle(id)}
            size="md"
            aria-label={`Select ${eventType} ${id.slice(-6)}`}
          />
        ),
    },
  ]
  return <DataTable caption="Messages of the systems" columns={columns} rows={events} keyOf={({ id }) => id} />
}

const EventLink = ({ id, eventType }: Pick<Event, 'id' | 'eventType'>) => (
  <TextLink to="/webhooks/$eventId" params={{ eventId: id }}>
    {eventType}
  </TextLink>
)

/** What still waits takes its turn, and what concerns nothing has nothing to do again. */
export const canReplay = (status: Event['status']) => status !== 'RECEIVED' && status !== 'IGNORED'

const deliveriesOf = (count: number) => (count === 1 ? 'once' : `${count}×`)

function About({ subjects }: Pick<Event, 'subjects'>) {
  const [first, ...more] = subjects
  if (first === undefined) return '–'
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {subjectName(first)}
      {more.length > 0 && ` and ${more.length} more`}
    </Text>
  )
}

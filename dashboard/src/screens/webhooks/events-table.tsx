import { Checkbox, Text } from '@mantine/core'
import { itemLabel } from '../../entities/registry.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import type { Event } from './query.ts'

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
    { header: 'Event', cell: ({ id, eventType }) => <EventLink id={id} eventType={eventType} /> },
    { header: 'State', cell: ({ status }) => <StatusBadge status={status} /> },
    { header: 'Received', cell: ({ receivedAt }) => <TimeText at={receivedAt} timeZone={timeZone} /> },
    { header: 'PMS', cell: ({ provider }) => nameOf(provider) },
    { header: 'Records', cell: ({ subjects }) => <About subjects={subjects} /> },
    { header: 'Deliveries', isNumber: true, cell: ({ deliveries }) => deliveries },
    { header: 'Attempts', isNumber: true, cell: ({ tries }) => tries },
    {
      header: 'Next attempt',
      cell: ({ nextAttemptAt }) => <TimeText at={nextAttemptAt} timeZone={timeZone} never="–" />,
    },
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
  return <DataTable caption="Webhook events" columns={columns} rows={events} keyOf={({ id }) => id} />
}

const EventLink = ({ id, eventType }: Pick<Event, 'id' | 'eventType'>) => (
  <TextLink to="/webhooks/$eventId" params={{ eventId: id }}>
    {eventType}
  </TextLink>
)

/** What still waits takes its turn, and what concerns nothing has nothing to do again. */
export const canReplay = (status: Event['status']) => status !== 'RECEIVED' && status !== 'IGNORED'

function About({ subjects }: Pick<Event, 'subjects'>) {
  const [first, ...more] = subjects
  if (first === undefined) return '–'
  return (
    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
      {itemLabel(first)}
      {more.length > 0 && ` and ${more.length} more`}
    </Text>
  )
}

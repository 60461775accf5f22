import { Text } from '@mantine/core'
import type { HotelRunFragment } from '../../gql/graphql.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { formatDuration, formatNumber } from '../../ui/format.ts'
import { TextLink } from '../../ui/link.tsx'
import { Section } from '../../ui/section.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { ENTITY_NAMES, OPERATION_NAMES, TRIGGER_NAMES } from '../../ui/words.ts'

export interface RecentRunsProps {
  readonly hotelId: string
  readonly timeZone: string
  readonly runs: readonly HotelRunFragment[]
}

/** The last syncs of a hotel, newest first. */
export function RecentRuns({ hotelId, timeZone, runs }: RecentRunsProps) {
  return (
    <Section
      title="Last syncs"
      actions={
        <TextLink to="/syncs" search={{ hotel: hotelId }} fz="sm">
          All syncs
        </TextLink>
      }
    >
      {runs.length === 0 ? (
        <Text c="dimmed">There has been none yet.</Text>
      ) : (
        <DataTable
          caption="The last syncs of this hotel"
          rows={runs}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'What',
              cell: ({ id, entityType, operation }) => (
                <TextLink to="/syncs/$syncLogId" params={{ syncLogId: id }}>
                  {ENTITY_NAMES[entityType]} · {OPERATION_NAMES[operation].toLowerCase()}
                </TextLink>
              ),
            },
            { header: 'Result', cell: ({ status }) => <StatusBadge status={status} /> },
            {
              header: 'Started',
              cell: ({ startedAt }) => <TimeText at={startedAt} timeZone={timeZone} never="not yet" />,
            },
            {
              header: 'Took',
              isNumber: true,
              cell: ({ duration }) => (typeof duration === 'number' ? formatDuration(duration) : '–'),
            },
            { header: 'Items', isNumber: true, cell: ({ itemsProcessed }) => formatNumber(itemsProcessed) },
            { header: 'Started by', cell: (run) => <Text size="sm">{describeTrigger(run)}</Text> },
          ]}
        />
      )}
    </Section>
  )
}

const describeTrigger = ({ trigger, triggeredBy }: HotelRunFragment) =>
  trigger === 'MANUAL' && triggeredBy ? triggeredBy : TRIGGER_NAMES[trigger]

import { Text } from '@mantine/core'
import { pluralLabel } from '../../entities/registry.ts'
import type { HotelRunFragment } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { Section } from '../../ui/page/section.tsx'
import { DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { formatDuration, formatNumber } from '../../ui/values/format.ts'
import { OPERATION_LABELS, TRIGGER_LABELS } from '../../ui/values/labels.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'

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
        <Text c="dimmed">No syncs yet.</Text>
      ) : (
        <DataTable
          caption="The last syncs of this hotel"
          rows={runs}
          keyOf={({ id }) => id}
          columns={[
            {
              header: 'Sync',
              cell: ({ id, entityType, operation }) => (
                <TextLink to="/syncs/$syncLogId" params={{ syncLogId: id }}>
                  {pluralLabel(entityType)} · {OPERATION_LABELS[operation].toLowerCase()}
                </TextLink>
              ),
            },
            { header: 'Result', cell: ({ status }) => <StatusBadge status={status} /> },
            {
              header: 'Started',
              cell: ({ startedAt }) => <TimeText at={startedAt} timeZone={timeZone} never="not yet" />,
            },
            {
              header: 'Duration',
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
  trigger === 'MANUAL' && triggeredBy ? triggeredBy : TRIGGER_LABELS[trigger]

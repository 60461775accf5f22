import { Group, Paper, Text } from '@mantine/core'
import type { HotelOverviewQuery } from '../../gql/graphql.ts'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { ENTITY_NAMES } from '../../ui/words.ts'

type Freshness = NonNullable<HotelOverviewQuery['registrations']['nodes'][number]['hotel']['freshness']>[number]

/** Whether what is stored of bookings, rooms or guests can be trusted, and since when it is true. */
export function FreshnessCard({ freshness, timeZone }: { freshness: Freshness; timeZone: string }) {
  const { entityType, state, trueAsOf, lateAt, lastError } = freshness
  const isOverdue = state === 'LATE' || state === 'STALE'
  return (
    <Paper withBorder p="sm" data-freshness={entityType}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={600}>{ENTITY_NAMES[entityType]}</Text>
        <StatusBadge status={state} />
      </Group>
      <Text size="sm" mt={4}>
        <Text span inherit c="dimmed">
          {trueAsOf ? 'True as of ' : 'Not all of it has been brought yet'}
        </Text>
        {trueAsOf && <TimeText at={trueAsOf} timeZone={timeZone} />}
      </Text>
      {isOverdue && lateAt && (
        <Text size="sm">
          <Text span inherit c="dimmed">
            A sync was due by{' '}
          </Text>
          <TimeText at={lateAt} timeZone={timeZone} />
        </Text>
      )}
      {lastError && (
        <Text size="sm" mt={4} style={{ overflowWrap: 'anywhere' }}>
          {lastError}
        </Text>
      )}
    </Paper>
  )
}

import { Group, Paper, Text } from '@mantine/core'
import { pluralLabel } from '../../entities/registry.ts'
import type { HotelOverviewQuery } from '../../gql/graphql.ts'
import { TimeText } from '../../ui/time/time-text.tsx'
import { adviceFor } from '../../ui/values/advice.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'

type Freshness = NonNullable<HotelOverviewQuery['registrations']['nodes'][number]['hotel']['freshness']>[number]

/** The freshness of one entity type. */
export function FreshnessCard({ freshness, timeZone }: { freshness: Freshness; timeZone: string }) {
  const { entityType, state, trueAsOf, lateAt, lastError, lastErrorCode } = freshness
  const isOverdue = state === 'LATE' || state === 'STALE'
  return (
    <Paper withBorder p="sm" data-freshness={entityType}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text fw={600}>{pluralLabel(entityType)}</Text>
        <StatusBadge status={state} />
      </Group>
      <Text size="sm" mt={4}>
        <Text span inherit c="dimmed">
          {trueAsOf ? 'Up to date as of ' : 'No complete sync yet'}
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
          {lastError} {lastErrorCode && adviceFor(lastErrorCode)}
        </Text>
      )}
    </Paper>
  )
}

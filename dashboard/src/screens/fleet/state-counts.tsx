import { Button, Group, Text } from '@mantine/core'
import type { FleetQuery } from '../../gql/graphql.ts'
import { firstPage } from '../../ui/table/paging.ts'
import { formatCount } from '../../ui/values/format.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import type { FleetSearch } from './route.ts'

export interface StateCountsProps {
  readonly counts: FleetQuery['fleetStates']
  readonly chosen: FleetSearch['state']
  readonly onChoose: (place: FleetSearch) => void
}

/** How the fleet stands, in words; each leads to its hotels. */
export function StateCounts({ counts, chosen, onChoose }: StateCountsProps) {
  const all = counts.reduce((sum, { hotels }) => sum + hotels, 0)
  const unconnected = counts.find(({ state }) => state === null)?.hotels ?? 0
  return (
    <Group gap="xs" role="group" aria-label="Hotels by state">
      <Text fw={600} me="xs">
        {formatCount(all, 'hotel')}
      </Text>
      {counts.map(
        ({ state, hotels }) =>
          state !== null && (
            <Button
              key={state}
              variant="default"
              size="xs"
              radius="xl"
              aria-pressed={chosen === state}
              bd={chosen === state ? '2px solid var(--mantine-color-anchor)' : undefined}
              onClick={() => onChoose({ ...firstPage, state: chosen === state ? undefined : state })}
              rightSection={
                <Text span size="sm" fw={700}>
                  {hotels}
                </Text>
              }
            >
              <StatusBadge status={state} />
            </Button>
          ),
      )}
      {unconnected > 0 && <Text c="dimmed">{unconnected} without a PMS</Text>}
    </Group>
  )
}

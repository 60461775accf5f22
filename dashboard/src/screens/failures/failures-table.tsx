import { Text } from '@mantine/core'
import { itemLabel } from '../../entities/registry.ts'
import type { PmsEntityType, PmsFailureResolution } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import { describeReason } from './describe-reason.ts'
import { RESOLUTIONS } from './labels.ts'

export interface FailedItem {
  readonly id: string
  readonly entityType: PmsEntityType
  readonly externalId?: string | null | undefined
  readonly path?: string | null | undefined
  readonly reason: string
  readonly createdAt: string
  readonly resolution?: PmsFailureResolution | null | undefined
}

/** A row an item that could not be stored. */
export function FailuresTable({ items, timeZone }: { items: readonly FailedItem[]; timeZone: string }) {
  const columns: Column<FailedItem>[] = [
    {
      header: 'Item',
      cell: (item) => (
        <TextLink to="/syncs/failures/$failureId" params={{ failureId: item.id }} display="inline-block" miw={110}>
          {itemLabel(item)}
        </TextLink>
      ),
    },
    {
      header: 'Reason',
      cell: (item) => <Text size="sm">{describeReason(item)}</Text>,
    },
    { header: 'Recorded', cell: ({ createdAt }) => <TimeText at={createdAt} timeZone={timeZone} /> },
    { header: 'State', cell: ({ resolution }) => <FailureState resolution={resolution} /> },
  ]
  return <DataTable caption="Failed items" columns={columns} rows={items} keyOf={({ id }) => id} />
}

/** Open, or how it was settled. */
export function FailureState({ resolution }: Pick<FailedItem, 'resolution'>) {
  if (!resolution) return <StatusBadge status="OPEN" />
  return (
    <>
      <StatusBadge status="RESOLVED" />
      <Text size="xs" c="dimmed">
        {RESOLUTIONS[resolution]}
      </Text>
    </>
  )
}

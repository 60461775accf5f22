import { Text } from '@mantine/core'
import type { PmsEntityType, PmsFailureResolution } from '../../gql/graphql.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { TextLink } from '../../ui/link.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { itemName, RESOLUTIONS, whatIsWrong } from './words.ts'

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
        <TextLink to="/syncs/failures/$failureId" params={{ failureId: item.id }}>
          {itemName(item)}
        </TextLink>
      ),
    },
    {
      header: 'What is wrong',
      cell: (item) => <Text size="sm">{whatIsWrong(item)}</Text>,
    },
    { header: 'Noted', cell: ({ createdAt }) => <TimeText at={createdAt} timeZone={timeZone} /> },
    { header: 'State', cell: ({ resolution }) => <FailureState resolution={resolution} /> },
  ]
  return <DataTable caption="Failed items" columns={columns} rows={items} keyOf={({ id }) => id} />
}

/** Open, or how it was settled. */
export function FailureState({ resolution }: Pick<FailedItem, 'resolution'>) {
  if (!resolution) return <StatusBadge status="OPEN" />
  return (
    <>
      <StatusBadge status="SETTLED" />
      <Text size="xs" c="dimmed">
        {RESOLUTIONS[resolution]}
      </Text>
    </>
  )
}

import { Code, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { pluralLabel } from '../../entities/registry.ts'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { adviceFor } from '../../ui/values/advice.ts'
import { formatCount, formatNumber } from '../../ui/values/format.ts'
import { describeReason } from './describe-reason.ts'
import { ReplayButton } from './replay-button.tsx'

/** Items that failed for the same reason. */
export interface FailureGroup {
  readonly provider: string
  readonly entityType: PmsEntityType
  readonly errorCode: string
  readonly path?: string | null | undefined
  readonly reason: string
  readonly count: number
  readonly openCount: number
  readonly lastAt: string
}

export interface GroupsTableProps {
  readonly groups: readonly FailureGroup[]
  readonly hotelId: string
  readonly timeZone: string
  /** Only of this run. */
  readonly syncLogId?: string
  /** A link that filters the list of items by the group. */
  readonly linkTo: (group: FailureGroup, content: ReactNode) => ReactNode
  readonly onReplayed: () => void
}

/** A row a cause, with a replay of all its items. */
export function GroupsTable({ groups, hotelId, timeZone, syncLogId, linkTo, onReplayed }: GroupsTableProps) {
  const isMixed = new Set(groups.map(({ entityType }) => entityType)).size > 1
  const columns: Column<FailureGroup>[] = [
    { header: 'Cause', cell: (group) => <Cause group={group} linkTo={linkTo} /> },
    ...(isMixed ? [{ header: 'What', cell: ({ entityType }: FailureGroup) => pluralLabel(entityType) }] : []),
    { header: 'Items', isNumber: true, cell: ({ count }) => formatNumber(count) },
    { header: 'Open', isNumber: true, cell: ({ openCount }) => formatNumber(openCount) },
    { header: 'Last seen', cell: ({ lastAt }) => <TimeText at={lastAt} timeZone={timeZone} /> },
    {
      header: 'Replay',
      cell: (group) =>
        group.openCount > 0 && (
          <ReplayButton
            selection={{ hotelId, syncLogId: syncLogId ?? null, ...selectionOf(group) }}
            label={`Replay ${formatCount(group.openCount, 'item')}`}
            onReplayed={onReplayed}
          />
        ),
    },
  ]
  return <DataTable caption="Causes" columns={columns} rows={groups} keyOf={keyOf} />
}

const keyOf = ({ provider, entityType, errorCode, path }: FailureGroup) =>
  [provider, entityType, errorCode, path].join(' ')

const selectionOf = ({ provider, entityType, errorCode, path }: FailureGroup) => ({
  provider,
  entityType,
  filter: { errorCode, path: path ?? '' },
})

function Cause({ group, linkTo }: { group: FailureGroup; linkTo: GroupsTableProps['linkTo'] }) {
  const { path, errorCode } = group
  return (
    <>
      {linkTo(group, describeReason(group))}
      <Text size="sm" fw={400}>
        {adviceFor(errorCode)}
      </Text>
      <Text size="xs" c="dimmed" fw={400} component="div">
        <Code fz="xs">{errorCode}</Code> {path && <Code fz="xs">{path}</Code>}
      </Text>
    </>
  )
}

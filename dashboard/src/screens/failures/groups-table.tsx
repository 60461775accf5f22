import { Code, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import type { PmsEntityType } from '../../gql/graphql.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { formatCount, formatNumber } from '../../ui/format.ts'
import { TimeText } from '../../ui/time-text.tsx'
import { ENTITY_NAMES } from '../../ui/words.ts'
import { ReplayButton } from './replay-button.tsx'
import { whatIsWrong } from './words.ts'

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
  /** A link that narrows the list of items to the group. */
  readonly linkTo: (group: FailureGroup, content: ReactNode) => ReactNode
  readonly onReplayed: () => void
}

/** A row a cause: what somebody mends once, and then replays. */
export function GroupsTable({ groups, hotelId, timeZone, syncLogId, linkTo, onReplayed }: GroupsTableProps) {
  const isMixed = new Set(groups.map(({ entityType }) => entityType)).size > 1
  const columns: Column<FailureGroup>[] = [
    { header: 'Cause', cell: (group) => <Cause group={group} linkTo={linkTo} /> },
    ...(isMixed ? [{ header: 'What', cell: ({ entityType }: FailureGroup) => ENTITY_NAMES[entityType] }] : []),
    { header: 'Items', isNumber: true, cell: ({ count }) => formatNumber(count) },
    { header: 'Open', isNumber: true, cell: ({ openCount }) => formatNumber(openCount) },
    { header: 'Last', cell: ({ lastAt }) => <TimeText at={lastAt} timeZone={timeZone} /> },
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
      {linkTo(group, whatIsWrong(group))}
      <Text size="xs" c="dimmed" fw={400} component="div">
        <Code fz="xs">{errorCode}</Code> {path && <Code fz="xs">{path}</Code>}
      </Text>
    </>
  )
}

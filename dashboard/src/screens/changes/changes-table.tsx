import { Text } from '@mantine/core'
import { ChangeActions } from '../../entities/changes/change-actions.tsx'
import { ChangeState } from '../../entities/changes/change-state.tsx'
import { ACTIONS, describeWish } from '../../entities/changes/words.ts'
import { itemLabel } from '../../entities/registry.ts'
import { RowLink } from '../../entities/row-link.tsx'
import type { ChangeRowFragment } from '../../gql/graphql.ts'
import { TextLink } from '../../ui/actions/link.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import type { Masking } from '../../ui/values/use-masking.ts'

interface ChangesTableProps {
  readonly changes: readonly ChangeRowFragment[]
  readonly hotel: FramedHotel
  readonly masking: Masking
  readonly onDone: () => void
}

export function ChangesTable({ changes, hotel, masking, onDone }: ChangesTableProps) {
  return (
    <DataTable
      caption="Changes at the PMS, newest first"
      columns={columnsOf(hotel, masking, onDone)}
      rows={changes}
      keyOf={({ id }) => id}
    />
  )
}

const columnsOf = (
  { timeZone }: FramedHotel,
  { isShown }: Masking,
  onDone: () => void,
): Column<ChangeRowFragment>[] => [
  {
    header: 'Of what',
    cell: ({ hotelId, entityType, entityId, externalId }) => (
      <RowLink type={entityType} hotelId={hotelId} id={entityId}>
        {itemLabel({ entityType, externalId })}
      </RowLink>
    ),
  },
  {
    header: 'Change',
    cell: (change) => (
      <>
        {ACTIONS[change.action]}
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          {describeWish(change, isShown)}
        </Text>
        {change.undoOf && <Text size="sm">Takes back an earlier one</Text>}
        {change.setId && (
          <TextLink
            size="sm"
            to="/hotels/$hotelId/change-sets/$setId"
            params={{ hotelId: change.hotelId, setId: change.setId }}
          >
            Of a set
          </TextLink>
        )}
      </>
    ),
  },
  { header: 'State', cell: (change) => <ChangeState change={change} timeZone={timeZone} /> },
  {
    header: 'Asked for',
    cell: ({ createdAt, requestedBy, reason }) => (
      <>
        <TimeText at={createdAt} timeZone={timeZone} />
        <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
          by {requestedBy}
          {reason && `: ${reason}`}
        </Text>
      </>
    ),
  },
  { header: 'To do', cell: (change) => <ChangeActions change={change} onDone={onDone} /> },
]

import { Text } from '@mantine/core'
import { hasNames, namesIn, useKnown } from '../../../entities/changes/value-names.ts'
import { fieldChanges, STATES, theirChanges, WAITS } from '../../../entities/changes/words.ts'
import { itemLabel } from '../../../entities/registry.ts'
import { RowLink } from '../../../entities/row-link.tsx'
import { TextLink } from '../../../ui/actions/link.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { Masked } from '../../../ui/values/masked.tsx'
import type { Masking } from '../../../ui/values/use-masking.ts'
import type { ChangeSetOf, Item } from '../query.ts'
import { OUTCOMES, RESULTS } from '../words.ts'

interface ItemsTableProps {
  readonly items: readonly Item[]
  readonly set: ChangeSetOf
  readonly masking: Masking
}

/** Line by line: what would become of it, or what has. */
export function ItemsTable({ items, set, masking }: ItemsTableProps) {
  const { hotelId, provider } = set
  const groups = items.flatMap(({ change }) => change?.groups ?? [])
  const names = namesIn(useKnown({ hotelId, provider }, hasNames(groups)))
  return (
    <DataTable
      caption="Items of the set, in their order"
      columns={columnsOf(hotelId, names, masking)}
      rows={items}
      keyOf={({ id }) => id}
    />
  )
}

type Names = Readonly<Record<string, string>>

const columnsOf = (hotelId: string, names: Names, masking: Masking): Column<Item>[] => [
  {
    header: 'Of what',
    cell: ({ change, label, given }) =>
      change ? (
        <RowLink type={change.entityType} hotelId={hotelId} id={change.entityId}>
          {itemLabel({ entityType: change.entityType, externalId: label ?? change.externalId })}
        </RowLink>
      ) : (
        <Masked value={given} masking={masking} isHidden />
      ),
  },
  { header: 'Line', isNumber: true, cell: ({ line }) => line },
  { header: 'Change', cell: (item) => <Wish item={item} names={names} masking={masking} /> },
  { header: 'Result', cell: (item) => <Outcome hotelId={hotelId} item={item} names={names} /> },
]

function Wish({ item: { base, wanted }, names, masking }: { item: Item; names: Names; masking: Masking }) {
  const changes = fieldChanges(base, wanted, names)
  if (changes.length === 0) return <Text size="sm">–</Text>
  return changes.map(({ name, before, after, isPersonal }) => (
    <Text key={name} size="sm" style={{ overflowWrap: 'anywhere' }}>
      {name}: {isPersonal ? <Masked value={after} masking={masking} isHidden /> : `${before} → ${after}`}
    </Text>
  ))
}

interface OutcomeProps {
  readonly hotelId: string
  readonly item: Item
  readonly names: Names
}

/** What the preview says of an item; once the set runs, what has become of it. */
function Outcome({ hotelId, item, names }: OutcomeProps) {
  const { outcome, result, error, errorCode, field, base, theirs, change } = item
  const look = result ? RESULTS[result] : outcome ? OUTCOMES[outcome] : null
  const isContested = result ? change?.state === 'CONFLICT' : outcome === 'CONFLICT'
  const moved = isContested ? theirChanges(base, theirs, names) : []
  return (
    <div data-outcome={outcome} data-result={result} style={{ overflowWrap: 'anywhere' }}>
      <Text size="sm" fw={600}>
        <span aria-hidden>{look?.sign ?? '…'} </span>
        {look?.label ?? 'Not looked at yet'}
      </Text>
      {change && (result === 'WAITING' || result === 'FAILED') && <Text size="sm">{STATES[change.state]}</Text>}
      {result && change?.waitingFor && <Text size="sm">It waits {WAITS[change.waitingFor]}.</Text>}
      {moved.map(({ name, before, after }) => (
        <Text key={name} size="sm">
          The PMS had {name.toLowerCase()} {before} and has {after} now.
        </Text>
      ))}
      {error && moved.length === 0 && (
        <Text size="sm">
          {error} {errorCode && `(${[errorCode, field].filter(Boolean).join(', ')})`}
        </Text>
      )}
      {result && isContested && (
        <TextLink size="sm" to="/hotels/$hotelId/conflicts" params={{ hotelId }} underline="always">
          Decide
        </TextLink>
      )}
      {result && change?.waitingFor === 'PERSON' && (
        <TextLink
          size="sm"
          to="/hotels/$hotelId/changes"
          params={{ hotelId }}
          search={{ shown: 'unknown' }}
          underline="always"
        >
          Say what came of it
        </TextLink>
      )}
    </div>
  )
}

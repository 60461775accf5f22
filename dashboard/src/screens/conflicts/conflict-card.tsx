import { Checkbox, Group, Paper, Text, Title } from '@mantine/core'
import { type Ref, useId } from 'react'
import type { PayloadError } from '../../api/run-mutation.ts'
import { hasNames, namesIn, useKnown } from '../../entities/changes/value-names.ts'
import { ACTIONS } from '../../entities/changes/words.ts'
import { itemLabel } from '../../entities/registry.ts'
import { RowLink } from '../../entities/row-link.tsx'
import type { PmsConflictChoice, PmsConflictSeverity } from '../../gql/graphql.ts'
import { useViewer } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { type Column, DataTable } from '../../ui/table/data-table.tsx'
import { TimeText } from '../../ui/time/time-text.tsx'
import { Masked } from '../../ui/values/masked.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import type { Masking } from '../../ui/values/use-masking.ts'
import classes from './conflicts.module.css'
import type { Conflict } from './query.ts'
import { SEVERITIES } from './route.ts'
import { hasThirdWay, type Side, sidesOf } from './sides.ts'

interface ConflictCardProps {
  readonly ref: Ref<HTMLElement>
  readonly conflict: Conflict
  readonly hotel: FramedHotel
  readonly masking: Masking
  /** The keyboard comes to it. */
  readonly isCurrent: boolean
  readonly isSelected: boolean
  /** The PMS has something else than when it was first shown. */
  readonly hasMoved: boolean
  /** Why it could not be decided. */
  readonly problem: PayloadError | null
  readonly onFocus: () => void
  /** undefined: there is nothing to select it with. */
  readonly onSelect: (() => void) | undefined
  readonly onDecide: (choice: PmsConflictChoice) => void
}

const SIGNS: Readonly<Record<PmsConflictSeverity, string>> = { TODAY: '‼', SOON: '!', LATER: '–' }

/** What was there, what is wanted here, what the PMS has; and who gives way. */
export function ConflictCard(props: ConflictCardProps) {
  const { ref, conflict, hotel, masking, isCurrent, isSelected, hasMoved, problem, onFocus, onSelect, onDecide } = props
  const { change, severity, says, groups, base, ours, theirs, by, at } = conflict
  const { hotelId, provider, entityType, entityId, externalId, action } = change
  const { nameOf } = useProviderNames()
  const known = useKnown({ hotelId, provider }, hasNames(groups))
  const sides = sidesOf({ groups, base, ours, theirs }, namesIn(known))
  const mayEdit = useViewer().may('ADMIN_EDIT')
  const title = useId()
  const label = `${itemLabel({ entityType, externalId })}: ${ACTIONS[action]}`
  // The words would say what is hidden below.
  const isTold = masking.isShown || !mayEdit || !sides.some(({ isPersonal }) => isPersonal)
  return (
    <Paper
      component="article"
      withBorder
      p="md"
      className={classes.card ?? ''}
      ref={ref as Ref<HTMLDivElement>}
      tabIndex={isCurrent ? 0 : -1}
      aria-labelledby={title}
      onFocus={onFocus}
      data-conflict={externalId}
      data-selected={isSelected}
    >
      <Group justify="space-between" gap="xs" mb="xs">
        <Group gap="sm" wrap="nowrap" miw={0}>
          {onSelect && (
            <Checkbox aria-label={`Select ${label}`} checked={isSelected} disabled={!mayEdit} onChange={onSelect} />
          )}
          <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
            <Title order={2} size="h5" id={title}>
              <RowLink type={entityType} hotelId={hotelId} id={entityId}>
                {itemLabel({ entityType, externalId })}
              </RowLink>
            </Title>
            <Text size="sm" c="dimmed">
              {ACTIONS[action]}
            </Text>
          </div>
        </Group>
        <Text size="sm" fw={600} data-severity={severity}>
          <span aria-hidden>{SIGNS[severity]} </span>
          {SEVERITIES[severity]}
        </Text>
      </Group>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {isTold ? says : 'Both sides have changed it.'}
      </Text>
      {hasMoved && (
        <Text size="sm" fw={600} mt="xs" role="status">
          <span aria-hidden>! </span>The PMS has moved on since you opened this page. This is what it has now.
        </Text>
      )}
      <DataTable
        caption={`${label}, side by side`}
        columns={columnsOf(nameOf(provider), masking)}
        rows={sides}
        keyOf={({ field }) => field}
      />
      <ErrorAlert title="Not decided" error={problem} />
      <Group justify="space-between" mt="sm" gap="sm">
        <Group gap="xs">
          <PermissionButton size="xs" variant="default" onClick={() => onDecide('OURS')}>
            Send ours …
          </PermissionButton>
          <PermissionButton size="xs" variant="default" onClick={() => onDecide('THEIRS')}>
            Keep theirs …
          </PermissionButton>
          {hasThirdWay(action) && (
            <PermissionButton size="xs" variant="default" onClick={() => onDecide('CUSTOM')}>
              Something else …
            </PermissionButton>
          )}
        </Group>
        <Text size="sm" c="dimmed" component="div" style={{ overflowWrap: 'anywhere' }}>
          <TimeText at={at} timeZone={hotel.timeZone} /> by {by}
        </Text>
      </Group>
    </Paper>
  )
}

function columnsOf(pms: string, masking: Masking): Column<Side>[] {
  const value = (text: string, { isPersonal }: Side) =>
    isPersonal ? <Masked value={text} masking={masking} isHidden /> : text
  return [
    { header: 'What', cell: ({ name }) => name },
    { header: 'Was', cell: (side) => value(side.was, side) },
    {
      header: 'Ours',
      cell: (side) => (side.ours === null ? 'as the PMS has it' : <strong>{value(side.ours, side)}</strong>),
    },
    { header: `Theirs: ${pms}`, cell: (side) => value(side.theirs, side) },
  ]
}

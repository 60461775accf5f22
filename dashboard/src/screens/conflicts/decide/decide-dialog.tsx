import { Button, Group, List, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { PayloadError } from '../../../api/run-mutation.ts'
import { hasNames, namesIn, useKnown } from '../../../entities/changes/value-names.ts'
import { itemLabel } from '../../../entities/registry.ts'
import type { PmsConflictChoice } from '../../../gql/graphql.ts'
import { Dialog } from '../../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { formatCount } from '../../../ui/values/format.ts'
import type { Masking } from '../../../ui/values/use-masking.ts'
import { type Conflict, idOf } from '../query.ts'
import { sidesOf } from '../sides.ts'

interface DecideDialogProps {
  readonly choice: PmsConflictChoice
  readonly conflicts: readonly Conflict[]
  readonly masking: Masking
  readonly isBusy: boolean
  readonly onClose: () => void
  /** @returns why nothing was decided */
  readonly onConfirm: () => Promise<PayloadError | null>
}

const SHOWN = 8

/** What a decision does, before it is made. */
export function DecideDialog({ choice, conflicts, masking, isBusy, onClose, onConfirm }: DecideDialogProps) {
  const [error, setError] = useState<PayloadError | null>(null)
  const isOurs = choice === 'OURS'
  const nights = conflicts.reduce((sum, conflict) => sum + (conflict.nights ?? 0), 0)
  const count = formatCount(conflicts.length, 'conflict')
  return (
    <Dialog title={isOurs ? `Send ours: ${count}` : `Keep theirs: ${count}`} isOpen onClose={onClose}>
      <Stack>
        <Text size="sm">
          {isOurs
            ? 'What is wanted here is compared with the PMS once more, then sent over what it has.'
            : 'The PMS keeps what it has. What was wanted here is given up; nothing is sent.'}
        </Text>
        <List size="sm">
          {conflicts.slice(0, SHOWN).map((conflict) => (
            <List.Item key={idOf(conflict)}>
              <Effect conflict={conflict} isOurs={isOurs} masking={masking} />
            </List.Item>
          ))}
          {conflicts.length > SHOWN && <List.Item>and {conflicts.length - SHOWN} more</List.Item>}
        </List>
        {isOurs && nights !== 0 && (
          <Text size="sm" fw={600}>
            It {nights > 0 ? 'sells' : 'gives up'} {formatCount(Math.abs(nights), 'night')}
            {nights > 0 && ' more'}.
          </Text>
        )}
        <ErrorAlert title="Nothing was decided" error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={isBusy} data-autofocus onClick={() => void onConfirm().then(setError)}>
            {isOurs ? 'Send ours' : 'Keep theirs'}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

interface EffectProps {
  readonly conflict: Conflict
  readonly isOurs: boolean
  readonly masking: Masking
}

/** `Booking R-1: Departure Tue, 1 Dec → Wed, 2 Dec` */
function Effect({ conflict, isOurs, masking: { isShown } }: EffectProps) {
  const { change, groups } = conflict
  const { hotelId, provider } = change
  const names = namesIn(useKnown({ hotelId, provider }, hasNames(groups)))
  const lines = sidesOf(conflict, names)
    .filter(({ ours, theirs }) => ours !== null && ours !== theirs)
    .map(({ name, ours, theirs, isPersonal }) => {
      if (isPersonal && !isShown) return name
      return isOurs ? `${name} ${theirs} → ${ours}` : `${name} stays ${theirs}`
    })
  return `${itemLabel(change)}: ${lines.join('; ')}`
}

import { Button, Group, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { PayloadError } from '../../../api/run-mutation.ts'
import { Entry } from '../../../entities/changes/entry.tsx'
import { hasNames, useKnown } from '../../../entities/changes/value-names.ts'
import { itemLabel } from '../../../entities/registry.ts'
import { Dialog } from '../../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import type { Conflict } from '../query.ts'
import { firstValues, otherFields, otherValues } from './other-values.ts'

interface OtherDialogProps {
  readonly conflict: Conflict
  readonly isBusy: boolean
  readonly onClose: () => void
  /** @returns why it was not decided */
  readonly onConfirm: (values: Record<string, unknown>) => Promise<PayloadError | null>
}

/** Neither ours nor theirs: what is sent instead is entered here. */
export function OtherDialog({ conflict, isBusy, onClose, onConfirm }: OtherDialogProps) {
  const { change, ours, theirs } = conflict
  const { hotelId, provider, groups } = change
  const known = useKnown({ hotelId, provider }, hasNames(groups))
  const fields = otherFields(groups, known)
  const [entered, setEntered] = useState(() => firstValues(fields, ours, theirs))
  const [error, setError] = useState<PayloadError | null>(null)
  const values = otherValues(fields, entered, theirs)
  const isTheirs = Object.keys(values).length === 0
  const send = async (event: FormEvent) => {
    event.preventDefault()
    if (!isTheirs) setError(await onConfirm(values))
  }
  return (
    <Dialog title={`Something else: ${itemLabel(change)}`} isOpen onClose={onClose}>
      <form onSubmit={(event) => void send(event)}>
        <Stack>
          <Text size="sm">It is compared with the PMS once more, then sent over what it has.</Text>
          {fields.map((field) => (
            <Entry
              key={field.name}
              field={field}
              value={entered[field.name] ?? ''}
              choices={field.choices}
              onChange={(value) => setEntered((before) => ({ ...before, [field.name]: value }))}
            />
          ))}
          <Text size="sm" role="status">
            {isTheirs && 'The PMS has this already: keep theirs.'}
          </Text>
          <ErrorAlert title="Not decided" error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={isBusy} disabled={isTheirs}>
              Send this
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

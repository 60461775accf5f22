import { useMutation } from '@apollo/client/react'
import { Button, Group, Radio, Stack, Text } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import type { PmsCondition } from '../../gql/graphql.ts'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { StatusBadge } from '../../ui/values/status-badge.tsx'
import type { Tile } from './floors.ts'
import { setConditionDocument } from './query.ts'

/** What a person may say that a room is; not every PMS has a word for each. */
const SETTABLE = ['CLEAN', 'DIRTY', 'INSPECTED', 'PICKUP', 'IN_PROGRESS'] as const satisfies PmsCondition[]

interface ConditionDialogProps {
  readonly hotelId: string
  readonly tile: Tile
  readonly onClose: () => void
  readonly onSent: () => void
}

/** Asks for another condition of a room. It is refused where it has become another one meanwhile. */
export function ConditionDialog({ hotelId, tile, onClose, onSent }: ConditionDialogProps) {
  const { room, condition: seen } = tile
  const { nameOf } = useProviderNames()
  const [condition, setCondition] = useState<PmsCondition>(seen === 'CLEAN' ? 'DIRTY' : 'CLEAN')
  const [error, setError] = useState<PayloadError | null>(null)
  const [mutate, { loading }] = useMutation(setConditionDocument)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    const input = { hotelId, roomIds: [room.id], condition, ...(seen !== 'UNKNOWN' && { expected: seen }) }
    const { error } = await runMutation(mutate({ variables: { input } }), (data) => data.updateHousekeeping.errors)
    setError(error)
    onSent()
    if (error === null) onClose()
  }
  return (
    <Dialog title={`Room ${room.roomNumber}`} isOpen onClose={onClose}>
      <form onSubmit={(event) => void send(event)}>
        <Stack>
          <Radio.Group
            label={`Condition at ${nameOf(room.provider)}`}
            value={condition}
            onChange={(value) => setCondition(value as PmsCondition)}
          >
            <Stack gap="xs" mt="xs">
              {SETTABLE.filter((each) => each !== seen).map((each, index) => (
                <Radio
                  key={each}
                  value={each}
                  label={<StatusBadge status={each} />}
                  {...(index === 0 && { 'data-autofocus': true })}
                />
              ))}
            </Stack>
          </Radio.Group>
          <Text size="sm">It is shown on the board once {nameOf(room.provider)} has it.</Text>
          <ErrorAlert title="It cannot be changed like this" error={error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Close
            </Button>
            <Button type="submit" loading={loading}>
              Send to the PMS
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}

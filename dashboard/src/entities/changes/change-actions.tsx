import { useMutation } from '@apollo/client/react'
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { graphql } from '../../gql/gql.ts'
import type { ChangeRowFragment, PmsChangeSettlement } from '../../gql/graphql.ts'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { TextLink } from '../../ui/actions/link.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { useProviderNames } from '../../ui/values/provider-names.ts'
import { UndoChange } from './undo-change.tsx'

const cancelDocument = graphql(`
  mutation CancelChange($changeId: ID!) {
    cancelChange(changeId: $changeId) {
      change {
        ...ChangeRow
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

const settleDocument = graphql(`
  mutation SettleChange($input: PmsSettleChangeInput!) {
    settleChange(input: $input) {
      change {
        ...ChangeRow
      }
      errors {
        ...ErrorFields
      }
    }
  }
`)

interface ChangeActionsProps {
  readonly change: ChangeRowFragment
  readonly onDone: () => void
}

/** What a person can still do about a change: take it back before it is sent or after, or say what came of it. */
export function ChangeActions(props: ChangeActionsProps) {
  const { state, waitingFor, canUndo } = props.change
  if (canUndo) return <UndoChange {...props} />
  if (state === 'PENDING' || state === 'CONFLICT') return <CancelChange {...props} />
  if (state === 'UNKNOWN' && waitingFor === 'PERSON') return <SettleChange {...props} />
  return null
}

function CancelChange({ change, onDone }: ChangeActionsProps) {
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(cancelDocument)
  const cancel = async () => {
    const sent = send({ variables: { changeId: change.id } })
    const { error } = await runMutation(sent, (data) => data.cancelChange.errors)
    setError(error)
    onDone()
  }
  return (
    <Stack gap="xs" align="flex-start">
      <PermissionButton variant="default" size="xs" loading={loading} onClick={() => void cancel()}>
        {change.state === 'CONFLICT' ? 'Leave it as the PMS has it' : 'Take back'}
      </PermissionButton>
      {change.state === 'CONFLICT' && (
        <TextLink size="sm" to="/hotels/$hotelId/conflicts" params={{ hotelId: change.hotelId }} underline="always">
          Decide otherwise
        </TextLink>
      )}
      <ErrorAlert title="It could not be taken back" error={error} />
    </Stack>
  )
}

const SETTLEMENTS: readonly (readonly [PmsChangeSettlement, string])[] = [
  ['DONE', 'It was done'],
  ['SEND_AGAIN', 'It was not done: send it again'],
  ['GIVE_UP', 'Leave it as it is'],
]

function SettleChange({ change, onDone }: ChangeActionsProps) {
  const { nameOf } = useProviderNames()
  const [isAsking, setAsking] = useState(false)
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(settleDocument)
  const settle = async (outcome: PmsChangeSettlement) => {
    const sent = send({ variables: { input: { changeId: change.id, outcome } } })
    const { error } = await runMutation(sent, (data) => data.settleChange.errors)
    setError(error)
    if (error === null) setAsking(false)
    onDone()
  }
  return (
    <>
      <PermissionButton variant="default" size="xs" onClick={() => setAsking(true)}>
        Say what came of it …
      </PermissionButton>
      <Dialog title="What came of it?" isOpen={isAsking} onClose={() => setAsking(false)}>
        <Stack>
          <Text size="sm">
            {nameOf(change.provider)} gave no answer, and it cannot be told from here whether it was done. Look there,
            under {change.externalId}. The audit trail notes what you say.
          </Text>
          <ErrorAlert title="That could not be noted" error={error} />
          <Group>
            {SETTLEMENTS.map(([outcome, words]) => (
              <Button key={outcome} variant="default" loading={loading} onClick={() => void settle(outcome)}>
                {words}
              </Button>
            ))}
          </Group>
        </Stack>
      </Dialog>
    </>
  )
}

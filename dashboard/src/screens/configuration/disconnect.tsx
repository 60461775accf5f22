import { useMutation } from '@apollo/client/react'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../api/run-mutation.ts'
import { OpenChanges } from '../../entities/changes/open-changes.tsx'
import { graphql } from '../../gql/gql.ts'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { Section } from '../../ui/page/section.tsx'
import { type Account, keyOf } from './query.ts'

const document = graphql(`
  mutation Disconnect($input: PmsConfigurationKey!) {
    deleteConfiguration(input: $input) {
      deleted
      errors {
        ...ErrorFields
      }
    }
  }
`)

/** Deletes the configuration; as it cannot be undone, the name has to be typed. */
export function Disconnect(account: Account) {
  const [isAsking, setAsking] = useState(false)
  const { name } = account.provider
  return (
    <Section title="Disconnect">
      <Text size="sm" mb="md">
        Credentials, schedule and webhook URL are deleted permanently. Synced records are kept.
      </Text>
      <PermissionButton color="red" variant="outline" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        Disconnect {name} …
      </PermissionButton>
      <Dialog title={`Disconnect ${account.hotelName} from ${name}`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Confirmation account={account} onCancel={() => setAsking(false)} />
      </Dialog>
    </Section>
  )
}

function Confirmation({ account, onCancel }: { account: Account; onCancel: () => void }) {
  const { name } = account.provider
  const [typed, setTyped] = useState('')
  const [error, setError] = useState<PayloadError | null>(null)
  const [send, { loading }] = useMutation(document)
  const disconnect = async () => {
    const input = keyOf(account)
    const { error } = await runMutation(send({ variables: { input } }), (data) => data.deleteConfiguration.errors)
    setError(error)
    if (error === null) await account.reload()
  }
  return (
    <Stack>
      <Text size="sm">To reconnect, everything has to be entered again, and the PMS needs a new webhook URL.</Text>
      <OpenChanges hotelId={account.hotelId} provider={account.provider.key} deed="disconnect" />
      <TextInput
        label={`Type “${name}” to confirm`}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <ErrorAlert title="Disconnecting failed" error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button color="red.9" disabled={typed.trim() !== name} loading={loading} onClick={disconnect}>
          Disconnect
        </Button>
      </Group>
    </Stack>
  )
}

import { useMutation } from '@apollo/client/react'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { PermissionButton } from '../../ui/permission-button.tsx'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'
import { Section } from '../../ui/section.tsx'
import { type Account, keyOf } from './query.ts'

const document = graphql(`
  mutation Disconnect($input: PmsConfigurationKey!) {
    deleteConfiguration(input: $input) {
      deleted
      errors {
        code
        message
        field
      }
    }
  }
`)

/** The end of a connection: what cannot be undone has to be typed. */
export function Disconnect(account: Account) {
  const [isAsking, setAsking] = useState(false)
  const { name } = account.provider
  return (
    <Section title="Disconnect">
      <Text size="sm" mb="md">
        Credentials, schedule and webhook address are deleted for good. Bookings, rooms and guests that were brought
        stay.
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
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [send, { loading }] = useMutation(document)
  const disconnect = async () => {
    const input = keyOf(account)
    const { refusal } = await attempt(send({ variables: { input } }), (data) => data.deleteConfiguration.errors)
    setRefusal(refusal)
    if (refusal === null) await account.reload()
  }
  return (
    <Stack>
      <Text size="sm">
        To connect again, everything has to be entered anew, and the system needs a new webhook address.
      </Text>
      <TextInput
        label={`Type “${name}” to confirm`}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <RefusalAlert title="It is still connected" refusal={refusal} />
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

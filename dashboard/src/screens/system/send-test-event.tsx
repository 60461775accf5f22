import { useMutation, useQuery } from '@apollo/client/react'
import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { attempt, type Refusal } from '../../api/attempt.ts'
import { graphql } from '../../gql/gql.ts'
import { TextLink } from '../../ui/link.tsx'
import { PermissionButton } from '../../ui/permission-button.tsx'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { type Account, keyOf } from './query.ts'

const sendDocument = graphql(`
  mutation SendTestEvent($input: PmsConfigurationKey!) {
    sendTestWebhook(input: $input) {
      event {
        id
      }
      errors {
        code
        message
        field
      }
    }
  }
`)

const arrivalDocument = graphql(`
  query TestEvent($id: ID!) {
    webhookEvent(id: $id) {
      id
      status
      receivedAt
      reason
    }
  }
`)

/** No subscription tells of it, and somebody waits for it: it is asked after until it is settled. */
const ASK_EVERY_MS = 1_500

/** Shows that messages are stored and processed here, whether or not the system has sent one. */
export function SendTestEvent(account: Account) {
  const [send, { loading }] = useMutation(sendDocument)
  const [id, setId] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const submit = async () => {
    const input = keyOf(account)
    const { data, refusal } = await attempt(send({ variables: { input } }), (data) => data.sendTestWebhook.errors)
    setRefusal(refusal)
    setId(data?.sendTestWebhook.event?.id ?? null)
  }
  return (
    <Stack gap="xs">
      <Group>
        <PermissionButton variant="default" onClick={submit} loading={loading}>
          Send test event
        </PermissionButton>
        <div role="status">{id !== null && <Arrival key={id} id={id} timeZone={account.timeZone} />}</div>
      </Group>
      <Text size="sm" c="dimmed">
        It shows that messages are stored and processed here, not that {account.provider.name} reaches the address.
      </Text>
      <RefusalAlert title="The test event could not be sent" refusal={refusal} />
    </Stack>
  )
}

function Arrival({ id, timeZone }: { id: string; timeZone: string }) {
  const { data, stopPolling } = useQuery(arrivalDocument, { variables: { id }, pollInterval: ASK_EVERY_MS })
  const event = data?.webhookEvent
  if (event?.status === 'PROCESSED' || event?.status === 'DEAD') stopPolling()
  if (!event) return <Text size="sm">On its way …</Text>
  return (
    <Group gap="sm">
      <StatusBadge status={event.status} />
      <TimeText at={event.receivedAt} timeZone={timeZone} />
      <TextLink to="/webhooks/$eventId" params={{ eventId: id }} fz="sm">
        See it
      </TextLink>
    </Group>
  )
}

import { useMutation, useQuery } from '@apollo/client/react'
import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { type PayloadError, runMutation } from '../../../api/run-mutation.ts'
import { graphql } from '../../../gql/gql.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { TextLink } from '../../../ui/actions/link.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { TimeText } from '../../../ui/time/time-text.tsx'
import { StatusBadge } from '../../../ui/values/status-badge.tsx'
import { type Account, keyOf } from '../query.ts'

const sendDocument = graphql(`
  mutation SendTestEvent($input: PmsConfigurationKey!) {
    sendTestWebhook(input: $input) {
      event {
        id
      }
      errors {
        ...ErrorFields
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

/** There is no subscription for it, so it is polled until it is processed. */
const ASK_EVERY_MS = 1_500

/** Shows that events are stored and processed here, whether or not the PMS has sent one. */
export function SendTestEvent(account: Account) {
  const [send, { loading }] = useMutation(sendDocument)
  const [id, setId] = useState<string | null>(null)
  const [error, setError] = useState<PayloadError | null>(null)
  const submit = async () => {
    const input = keyOf(account)
    const { data, error } = await runMutation(send({ variables: { input } }), (data) => data.sendTestWebhook.errors)
    setError(error)
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
        It shows that events are stored and processed here, not that {account.provider.name} reaches the URL.
      </Text>
      <ErrorAlert title="Sending failed" error={error} />
    </Stack>
  )
}

function Arrival({ id, timeZone }: { id: string; timeZone: string }) {
  const { data, stopPolling } = useQuery(arrivalDocument, { variables: { id }, pollInterval: ASK_EVERY_MS })
  const event = data?.webhookEvent
  if (event?.status === 'PROCESSED' || event?.status === 'DEAD') stopPolling()
  if (!event) return <Text size="sm">Sending …</Text>
  return (
    <Group gap="sm">
      <StatusBadge status={event.status} />
      <TimeText at={event.receivedAt} timeZone={timeZone} />
      <TextLink to="/webhooks/$eventId" params={{ eventId: id }} fz="sm">
        Open
      </TextLink>
    </Group>
  )
}

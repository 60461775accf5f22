import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import { SupportText } from '../../../ui/actions/support-text.tsx'
import { Section } from '../../../ui/page/section.tsx'
import type { Account, Endpoint } from '../query.ts'
import { EndpointFacts } from './endpoint-facts.tsx'
import { RotateSecret } from './rotate-secret.tsx'
import { SendTestEvent } from './send-test-event.tsx'

/** The webhook endpoint of a configuration. */
export function Webhooks(account: Account) {
  const { webhookEndpoint: endpoint } = account.configuration
  if (!endpoint) {
    return (
      <Section title="Webhooks">
        <Text size="sm">{account.provider.name} does not send webhooks: scheduled syncs find changes.</Text>
      </Section>
    )
  }
  return <EndpointSection account={account} endpoint={endpoint} />
}

function EndpointSection({ account, endpoint }: { account: Account; endpoint: Endpoint }) {
  const [isRotating, setRotating] = useState(false)
  const { hasKey, instructions } = endpoint
  return (
    <Section
      title="Webhooks"
      description={`${account.provider.name} can report changes as they happen, to a URL of this hotel.`}
    >
      <Stack>
        {hasKey ? (
          <EndpointFacts account={account} endpoint={endpoint} />
        ) : (
          <Text size="sm">There is no URL yet. Create one, then give it to the support of the PMS.</Text>
        )}
        <Group>
          <PermissionButton variant={hasKey ? 'default' : 'filled'} onClick={() => setRotating(true)}>
            {hasKey ? 'Replace URL and secret' : 'Create URL and secret'}
          </PermissionButton>
        </Group>
        {hasKey && <SupportText name={account.provider.name} text={instructions} />}
        {hasKey && <SendTestEvent {...account} />}
      </Stack>
      <RotateSecret account={account} isOpen={isRotating} onClose={() => setRotating(false)} />
    </Section>
  )
}

import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CopyTextButton } from '../../../ui/actions/copy-text.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
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
        {hasKey && <Instructions name={account.provider.name} text={instructions} />}
        {hasKey && <SendTestEvent {...account} />}
      </Stack>
      <RotateSecret account={account} isOpen={isRotating} onClose={() => setRotating(false)} />
    </Section>
  )
}

function Instructions({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={500}>
          For {name} support
        </Text>
        <CopyTextButton value={text} label={`the text for ${name} support`} />
      </Group>
      <Text
        size="sm"
        p="sm"
        style={{
          whiteSpace: 'pre-wrap',
          overflowWrap: 'anywhere',
          border: '1px solid var(--mantine-color-default-border)',
          borderRadius: 'var(--mantine-radius-md)',
        }}
      >
        {text}
      </Text>
    </div>
  )
}

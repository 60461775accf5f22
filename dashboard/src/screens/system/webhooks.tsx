import { Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { CopyTextButton } from '../../ui/copy-text.tsx'
import { PermissionButton } from '../../ui/permission-button.tsx'
import { Section } from '../../ui/section.tsx'
import { EndpointFacts } from './endpoint-facts.tsx'
import type { Account, Endpoint } from './query.ts'
import { RotateSecret } from './rotate-secret.tsx'
import { SendTestEvent } from './send-test-event.tsx'

/** Where the system tells of changes as they happen. */
export function Webhooks(account: Account) {
  const { webhookEndpoint: endpoint } = account.configuration
  if (!endpoint) {
    return (
      <Section title="Webhooks">
        <Text size="sm">{account.provider.name} sends none: changes are found by the schedule alone.</Text>
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
      description={`${account.provider.name} can tell of changes as they happen. Its messages come to an address of this hotel alone.`}
    >
      <Stack>
        {hasKey ? (
          <EndpointFacts account={account} endpoint={endpoint} />
        ) : (
          <Text size="sm">There is no address yet. Make one, then give it to the support of the system.</Text>
        )}
        <Group>
          <PermissionButton variant={hasKey ? 'default' : 'filled'} onClick={() => setRotating(true)}>
            {hasKey ? 'Replace URL and secret' : 'Make URL and secret'}
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
          For the support of {name}
        </Text>
        <CopyTextButton value={text} label={`the text for the support of ${name}`} />
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

import { Alert, Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { CopyText } from '../../../ui/actions/copy-text.tsx'
import { TimeText } from '../../../ui/time/time-text.tsx'
import type { Account } from '../query.ts'
import type { Rotated } from './rotate-secret.tsx'

interface NewSecretProps {
  readonly account: Account
  readonly rotated: Rotated
  /** Whether there was one before, which is accepted for a while. */
  readonly hadKey: boolean
  readonly onDone: () => void
}

/** The only time that a URL with its key and its secret are on a screen. */
export function NewSecret({ account, rotated: { url, secret, previousUntil }, hadKey, onDone }: NewSecretProps) {
  const isSigned = (account.configuration.webhookEndpoint?.headerNames.length ?? 0) > 0
  return (
    <Stack>
      <Alert color="yellow" variant="outline" title="Shown only once" c="var(--mantine-color-text)">
        Send them to {account.provider.name} support through a secure channel, such as its portal, not by plain e-mail.
      </Alert>
      <Labelled label="URL">
        <CopyText value={url ?? ''} label="the URL" />
      </Labelled>
      <Labelled label={isSigned ? 'Signing secret' : 'Secret for the booking webhook'}>
        <CopyText value={secret ?? ''} label="the secret" />
      </Labelled>
      {hadKey && (
        <Text size="sm">
          The old ones are valid until <TimeText at={previousUntil} timeZone={account.timeZone} />.
        </Text>
      )}
      <Group justify="flex-end">
        <Button onClick={onDone}>I have stored both</Button>
      </Group>
    </Stack>
  )
}

function Labelled({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      {children}
    </div>
  )
}

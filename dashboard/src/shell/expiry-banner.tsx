import { Alert, Button, Group, Text } from '@mantine/core'
import { expireSession, useViewer } from '../session/session.ts'
import { useNow } from '../ui/time/now.ts'
import { formatCount } from '../ui/values/format.ts'

const WARN_MS = 5 * 60_000
const MINUTE_MS = 60_000

/** Says some minutes before the token ends that it will, so that nobody is thrown out in the middle of something. */
export function ExpiryBanner() {
  const { expiresAt } = useViewer()
  const leftMs = expiresAt.getTime() - useNow()
  return (
    <div role="status" style={{ pointerEvents: 'auto' }}>
      {leftMs <= WARN_MS && (
        <Alert color="yellow" p="xs" maw={420} bg="var(--mantine-color-body)" variant="outline">
          <Group gap="xs" justify="space-between">
            <Text size="sm">
              Your session expires in {formatCount(Math.max(1, Math.round(leftMs / MINUTE_MS)), 'minute')}.
            </Text>
            <Button size="xs" variant="default" onClick={() => expireSession(AGAIN)}>
              Sign in again
            </Button>
          </Group>
        </Alert>
      )}
    </div>
  )
}

const AGAIN = 'Enter a new token to continue where you left off.'

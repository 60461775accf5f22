import { Button, Group, Text } from '@mantine/core'
import { Dialog } from '../ui/actions/dialog.tsx'
import { dismissProposed, type ProposedSession, signIn, useViewer } from './session.ts'

/** Asks before a link replaces who is signed in: it may come from anybody. */
export function SwitchAccount({ proposed: { token, subject } }: { proposed: ProposedSession }) {
  const viewer = useViewer()
  return (
    <Dialog title="Sign in with this link?" isOpen onClose={dismissProposed}>
      <Text size="sm">
        You are signed in as <b>{viewer.subject}</b>. The link that you opened signs in as <b>{subject}</b>. Continue
        only if you trust where it came from.
      </Text>
      <Group mt="md" justify="flex-end">
        <Button variant="default" onClick={() => signIn(token)}>
          Sign in as {subject}
        </Button>
        <Button data-autofocus onClick={dismissProposed}>
          Stay signed in as {viewer.subject}
        </Button>
      </Group>
    </Dialog>
  )
}

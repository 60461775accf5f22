import { Button, Group, List, Stack, Text } from '@mantine/core'
import type { PayloadError } from '../../../api/run-mutation.ts'
import type { ChangeSetRowFragment } from '../../../gql/graphql.ts'
import { Dialog } from '../../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { effectOf } from './describe-set.ts'

/** What is asked before it is done, with the set as it was shown then. */
export interface Asked {
  readonly word: 'run' | 'cancel' | 'undo'
  readonly set: ChangeSetRowFragment
}

interface SetDialogProps {
  readonly asked: Asked
  readonly error: PayloadError | null
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
}

const TITLES = { run: 'Run this set', cancel: 'Cancel this set', undo: 'Undo this set' } as const
const BUTTONS = { run: 'Run', cancel: 'Cancel set', undo: 'Make the set that undoes it' } as const

/** What a word on a set does, before it is said. */
export function SetDialog({ asked: { word, set }, error, isBusy, onClose, onConfirm }: SetDialogProps) {
  return (
    <Dialog title={TITLES[word]} isOpen onClose={onClose}>
      <Stack>
        <List size="sm">
          {effectOf(word, set).map((line) => (
            <List.Item key={line}>{line}</List.Item>
          ))}
        </List>
        {error?.code === 'PREVIEW_OUTDATED' && <Text size="sm">Close this and look anew.</Text>}
        <ErrorAlert title="That did not work" error={error} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Close
          </Button>
          <Button loading={isBusy} data-autofocus onClick={onConfirm}>
            {BUTTONS[word]}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { Dialog } from '../../ui/dialog.tsx'

interface PauseDialogProps {
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onPause: (reason: string) => Promise<void>
}

const REASON_MAX_CHARS = 500

/** Nobody should find a hotel paused and not know why. */
export function PauseDialog({ isOpen, isBusy, onClose, onPause }: PauseDialogProps) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' } })
  return (
    <Dialog title="Pause syncs" isOpen={isOpen} onClose={onClose}>
      <Stack component="form" onSubmit={handleSubmit(({ reason }) => onPause(reason.trim()))} {...{ noValidate: true }}>
        <Text size="sm">
          No sync starts until somebody resumes. What the system tells meanwhile is kept and taken up then; nothing is
          deleted.
        </Text>
        <Textarea
          {...register('reason', {
            validate: (reason) => reason.trim() !== '' || 'Say why, for whoever finds it paused.',
            maxLength: { value: REASON_MAX_CHARS, message: `At most ${REASON_MAX_CHARS} characters.` },
          })}
          label="Why"
          placeholder="The PMS is being moved this weekend"
          error={formState.errors.reason?.message}
          rows={3}
          data-autofocus
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isBusy}>
            Pause
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}

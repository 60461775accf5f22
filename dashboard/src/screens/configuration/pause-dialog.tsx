import { Button, Group, Stack, Text, Textarea } from '@mantine/core'
import { useForm } from 'react-hook-form'
import { Dialog } from '../../ui/actions/dialog.tsx'

interface PauseDialogProps {
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onPause: (reason: string) => Promise<void>
}

const REASON_MAX_CHARS = 500

/** A pause needs a reason, for whoever finds the hotel paused. */
export function PauseDialog({ isOpen, isBusy, onClose, onPause }: PauseDialogProps) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' } })
  return (
    <Dialog title="Pause syncs" isOpen={isOpen} onClose={onClose}>
      <Stack component="form" onSubmit={handleSubmit(({ reason }) => onPause(reason.trim()))} {...{ noValidate: true }}>
        <Text size="sm">
          No sync starts until someone resumes. Webhook events are kept and processed then; nothing is deleted.
        </Text>
        <Textarea
          {...register('reason', {
            validate: (reason) => reason.trim() !== '' || 'Enter a reason.',
            maxLength: { value: REASON_MAX_CHARS, message: `At most ${REASON_MAX_CHARS} characters.` },
          })}
          label="Reason"
          placeholder="PMS migration this weekend"
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

import { Button, Group, Stack, Textarea } from '@mantine/core'
import type { ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { Dialog } from './dialog.tsx'

interface PauseDialogProps {
  readonly title: string
  readonly isOpen: boolean
  readonly isBusy: boolean
  readonly onClose: () => void
  readonly onPause: (reason: string) => Promise<void>
  /** What a pause means. */
  readonly children: ReactNode
}

const REASON_MAX_CHARS = 500

/** A pause needs a reason, for whoever finds it. */
export function PauseDialog({ title, isOpen, isBusy, onClose, onPause, children }: PauseDialogProps) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' } })
  return (
    <Dialog title={title} isOpen={isOpen} onClose={onClose}>
      <Stack component="form" onSubmit={handleSubmit(({ reason }) => onPause(reason.trim()))} {...{ noValidate: true }}>
        {children}
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

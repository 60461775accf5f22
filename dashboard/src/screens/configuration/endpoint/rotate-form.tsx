import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { PayloadError } from '../../../api/run-mutation.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'

export interface RotateValues {
  overlapHours: number
  secret?: string
}

interface RotateFormProps {
  readonly hasKey: boolean
  readonly error: PayloadError | null
  readonly isBusy: boolean
  readonly onSubmit: (values: RotateValues) => Promise<void>
  readonly onCancel: () => void
}

const DAY_HOURS = 24
const WEEK_HOURS = 168

export function RotateForm({ hasKey, error, isBusy, onSubmit, onCancel }: RotateFormProps) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { overlapHours: DAY_HOURS, secret: '' } })
  const submit = handleSubmit(({ overlapHours, secret }) =>
    onSubmit({ overlapHours, ...(secret !== '' && { secret }) }),
  )
  return (
    <Stack component="form" onSubmit={submit} {...{ noValidate: true }}>
      <Text size="sm">They are shown once. Events arrive when the PMS has both.</Text>
      {hasKey && (
        <TextInput
          {...register('overlapHours', {
            valueAsNumber: true,
            validate: (hours) => (hours >= 0 && hours <= WEEK_HOURS) || `From 0 to ${WEEK_HOURS}.`,
          })}
          type="number"
          label="Keep the old secret valid for (hours)"
          description="Long enough to update the PMS; 0 if the old secret has leaked."
          error={formState.errors.overlapHours?.message}
        />
      )}
      <PasswordInput
        {...register('secret')}
        label="Secret from the PMS (optional)"
        description="Only if the PMS generates the secret. Otherwise one is generated here."
        autoComplete="new-password"
        error={error?.field === 'secret' ? error.message : undefined}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret' }}
        visibilityToggleFocusable
      />
      <ErrorAlert title="Nothing was changed" error={error?.field === 'secret' ? null : error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy} data-autofocus>
          {hasKey ? 'Replace' : 'Create'}
        </Button>
      </Group>
    </Stack>
  )
}

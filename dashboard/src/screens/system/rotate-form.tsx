import { Button, Group, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from 'react-hook-form'
import type { Refusal } from '../../api/attempt.ts'
import { RefusalAlert } from '../../ui/refusal-alert.tsx'

export interface RotateValues {
  overlapHours: number
  secret?: string
}

interface RotateFormProps {
  readonly hasKey: boolean
  readonly refusal: Refusal | null
  readonly isBusy: boolean
  readonly onSubmit: (values: RotateValues) => Promise<void>
  readonly onCancel: () => void
}

const DAY_HOURS = 24
const WEEK_HOURS = 168

export function RotateForm({ hasKey, refusal, isBusy, onSubmit, onCancel }: RotateFormProps) {
  const { register, handleSubmit, formState } = useForm({ defaultValues: { overlapHours: DAY_HOURS, secret: '' } })
  const submit = handleSubmit(({ overlapHours, secret }) =>
    onSubmit({ overlapHours, ...(secret !== '' && { secret }) }),
  )
  return (
    <Stack component="form" onSubmit={submit} {...{ noValidate: true }}>
      <Text size="sm">
        They are shown once. Have the support of the system at hand: messages come in when it knows both.
      </Text>
      {hasKey && (
        <TextInput
          {...register('overlapHours', {
            valueAsNumber: true,
            validate: (hours) => (hours >= 0 && hours <= WEEK_HOURS) || `From 0 to ${WEEK_HOURS}.`,
          })}
          type="number"
          label="Accept the ones before for (hours)"
          description="Long enough for the system to change over; 0 when somebody knows them who should not."
          error={formState.errors.overlapHours?.message}
        />
      )}
      <PasswordInput
        {...register('secret')}
        label="Secret of the system (seldom)"
        description="Only when the system makes the secret itself. Otherwise one is made here."
        autoComplete="new-password"
        error={refusal?.field === 'secret' ? refusal.message : undefined}
        visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the secret' }}
        visibilityToggleFocusable
      />
      <RefusalAlert title="Nothing was changed" refusal={refusal?.field === 'secret' ? null : refusal} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" loading={isBusy} data-autofocus>
          {hasKey ? 'Replace them' : 'Make them'}
        </Button>
      </Group>
    </Stack>
  )
}

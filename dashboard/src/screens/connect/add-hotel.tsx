import { Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { Controller } from 'react-hook-form'
import { useViewer } from '../../session/session.ts'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { CurrencySelect, ZoneSelect } from '../../ui/actions/zone-select.tsx'
import { slugOf } from './slug.ts'
import { useHotelForm } from './use-hotel-form.ts'

interface AddHotelProps {
  readonly onAdded: (hotelId: string) => void
  /** Stands beside the button that adds. */
  readonly children: ReactNode
}

const required = (what: string) => ({ required: `${what} is required.` })

/** Makes a hotel known here. */
export function AddHotel({ onAdded, children }: AddHotelProps) {
  const { form, save, error, isSaving } = useHotelForm(onAdded)
  const { register, control, setValue, getFieldState, formState } = form
  const { errors } = formState
  const name = register('name', required('Name'))
  const suggestSlug = (typed: string) => {
    if (!getFieldState('slug').isDirty) setValue('slug', slugOf(typed))
  }
  return (
    <Stack component="form" onSubmit={form.handleSubmit(save)} {...{ noValidate: true, 'aria-label': 'New hotel' }}>
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <TextInput
          {...name}
          onChange={(event) => {
            suggestSlug(event.currentTarget.value)
            return name.onChange(event)
          }}
          label="Name"
          error={errors.name?.message}
          withAsterisk
          autoComplete="off"
        />
        <TextInput
          {...register('slug', required('Short name'))}
          label="Short name (used in URLs)"
          error={errors.slug?.message}
          withAsterisk
          autoComplete="off"
        />
        <Controller
          name="timeZone"
          control={control}
          rules={required('Time zone')}
          render={({ field, fieldState }) => <ZoneSelect {...field} error={fieldState.error?.message} />}
        />
        <Controller
          name="currency"
          control={control}
          rules={required('Currency')}
          render={({ field, fieldState }) => <CurrencySelect {...field} error={fieldState.error?.message} />}
        />
        <IdInput register={register} error={errors.id?.message} />
      </SimpleGrid>
      <ErrorAlert title="Adding the hotel failed" error={error} />
      <Group>
        <PermissionButton type="submit" loading={isSaving}>
          Add hotel
        </PermissionButton>
        {children}
      </Group>
    </Stack>
  )
}

interface IdInputProps {
  readonly register: ReturnType<typeof useHotelForm>['form']['register']
  readonly error: string | undefined
}

/** A token of certain hotels may add those alone; one of all may leave the id to be made here. */
function IdInput({ register, error }: IdInputProps) {
  const { hotelIds } = useViewer()
  if (hotelIds.includes('*')) {
    return (
      <TextInput
        {...register('id')}
        label="Id in your platform"
        description="Leave empty to generate one."
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={error}
        autoComplete="off"
      />
    )
  }
  return (
    <NativeSelect
      {...register('id', required('Id'))}
      label="Id in your platform"
      description="Your token covers these hotels."
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      data={[...hotelIds]}
      error={error}
    />
  )
}

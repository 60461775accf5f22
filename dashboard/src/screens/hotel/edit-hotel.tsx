import { Button, Group, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import { Controller } from 'react-hook-form'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import { CurrencySelect, ZoneSelect } from '../../ui/actions/zone-select.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { useEditHotel } from './use-edit-hotel.ts'

/** Changes a hotel's name, time zone and currency. */
export function EditHotel({ hotel }: { hotel: FramedHotel }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <PermissionButton variant="default" onClick={() => setOpen(true)}>
        Edit hotel …
      </PermissionButton>
      <Dialog title={`Edit ${hotel.name}`} isOpen={isOpen} onClose={() => setOpen(false)}>
        <EditForm hotel={hotel} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  )
}

function EditForm({ hotel, onDone }: { hotel: FramedHotel; onDone: () => void }) {
  const { form, save, error, isSaving } = useEditHotel(hotel, onDone)
  const { register, control, formState } = form
  return (
    <Stack component="form" onSubmit={form.handleSubmit(save)} {...{ noValidate: true, 'aria-label': 'Edit hotel' }}>
      <TextInput
        {...register('name', { validate: (name) => name.trim() !== '' || 'Name is required.' })}
        label="Name"
        error={formState.errors.name?.message}
        withAsterisk
        autoComplete="off"
        data-autofocus
      />
      <Controller
        name="timeZone"
        control={control}
        rules={{ required: 'Time zone is required.' }}
        render={({ field, fieldState }) => <ZoneSelect {...field} error={fieldState.error?.message} />}
      />
      <Controller
        name="currency"
        control={control}
        rules={{ required: 'Currency is required.' }}
        render={({ field, fieldState }) => <CurrencySelect {...field} error={fieldState.error?.message} />}
      />
      <ErrorAlert title="Saving failed" error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button type="submit" loading={isSaving}>
          Save
        </Button>
      </Group>
    </Stack>
  )
}

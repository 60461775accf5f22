import { Button, Group, List, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { OpenChanges } from '../../entities/changes/open-changes.tsx'
import { Dialog } from '../../ui/actions/dialog.tsx'
import { ErrorAlert } from '../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../ui/actions/permission-button.tsx'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'
import { useRemoveHotel } from './use-remove-hotel.ts'

/** Removes a hotel with all that is stored of it; as it cannot be undone, its slug has to be typed. */
export function RemoveHotel({ hotel }: { hotel: FramedHotel }) {
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <PermissionButton color="red" variant="outline" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
        Remove hotel …
      </PermissionButton>
      <Dialog title={`Remove ${hotel.name}`} isOpen={isAsking} onClose={() => setAsking(false)}>
        <Confirmation hotel={hotel} onCancel={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

function Confirmation({ hotel, onCancel }: { hotel: FramedHotel; onCancel: () => void }) {
  const { slug } = hotel
  const [typed, setTyped] = useState('')
  const { remove, error, isRemoving } = useRemoveHotel(hotel.hotel.id)
  const isConfirmed = typed.trim() === slug
  return (
    <Stack
      component="form"
      onSubmit={(event) => {
        event.preventDefault()
        if (isConfirmed) void remove(typed)
      }}
      aria-label="Remove hotel"
    >
      <Text size="sm">This cannot be undone. What goes, for good:</Text>
      <List size="sm">
        <List.Item>its bookings, guests, rooms and everything else that was synced, with their history</List.Item>
        <List.Item>its connections: credentials, schedules and webhook URLs</List.Item>
        <List.Item>its syncs, failures, webhook events and changes</List.Item>
      </List>
      <Text size="sm">Nothing is deleted at the PMS. The audit trail stays until it expires.</Text>
      <OpenChanges hotelId={hotel.hotel.id} deed="removeHotel" />
      <TextInput
        label={`Type “${slug}” to confirm`}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        autoComplete="off"
        data-autofocus
      />
      <ErrorAlert title="Removing failed" error={error} />
      <Group justify="flex-end">
        <Button variant="default" onClick={onCancel}>
          Cancel
        </Button>
        <Button type="submit" color="red.9" disabled={!isConfirmed} loading={isRemoving}>
          Remove for good
        </Button>
      </Group>
    </Stack>
  )
}

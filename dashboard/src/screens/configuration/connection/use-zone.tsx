import { Stack, Text } from '@mantine/core'
import { useState } from 'react'
import type { PayloadError } from '../../../api/run-mutation.ts'
import { useUpdateHotel } from '../../../api/update-hotel.ts'
import { ErrorAlert } from '../../../ui/actions/error-alert.tsx'
import { PermissionButton } from '../../../ui/actions/permission-button.tsx'
import type { ConnectionProps } from './connection.tsx'

interface UseZoneProps {
  readonly account: Pick<ConnectionProps, 'hotelId' | 'timeZone'>
  /** Of the property at the PMS. */
  readonly timeZone: string
}

/** Takes over the time zone of the PMS, where the hotel has another. */
export function UseZone({ account: { hotelId, timeZone: current }, timeZone }: UseZoneProps) {
  const { update, isUpdating } = useUpdateHotel()
  const [error, setError] = useState<PayloadError | null>(null)
  if (current === timeZone) return <Text size="sm">The hotel’s time zone is {timeZone} now.</Text>
  const change = async () => setError(await update({ hotelId, timeZone }))
  return (
    <Stack gap="xs" mt="sm" align="flex-start">
      <PermissionButton size="xs" onClick={() => void change()} loading={isUpdating}>
        Set the hotel to {timeZone}
      </PermissionButton>
      <ErrorAlert title="Saving failed" error={error} />
    </Stack>
  )
}

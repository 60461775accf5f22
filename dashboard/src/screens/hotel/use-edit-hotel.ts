import { useState } from 'react'
import { useForm } from 'react-hook-form'
import type { PayloadError } from '../../api/run-mutation.ts'
import { useUpdateHotel } from '../../api/update-hotel.ts'
import type { FramedHotel } from '../../ui/page/hotel-frame.tsx'

interface HotelValues {
  name: string
  timeZone: string | null
  currency: string | null
}

const FIELDS = ['name', 'timeZone', 'currency'] as const

/** The form of a hotel, and what happens when it is sent. */
export function useEditHotel({ hotel, name, timeZone, currency, version }: FramedHotel, onDone: () => void) {
  const form = useForm<HotelValues>({ defaultValues: { name, timeZone, currency } })
  const [error, setError] = useState<PayloadError | null>(null)
  const { update, isUpdating } = useUpdateHotel()
  const save = async (values: HotelValues) => {
    const failed = await update({ hotelId: hotel.id, version, ...values })
    if (failed === null) return onDone()
    const field = FIELDS.find((known) => known === failed.field)
    if (field) form.setError(field, { type: 'server', message: failed.message }, { shouldFocus: true })
    setError(field ? null : failed)
  }
  return { form, save, error, isSaving: isUpdating }
}

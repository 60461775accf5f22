import { Text } from '@mantine/core'
import type { BookingRowFragment } from '../../gql/graphql.ts'
import { DataTable } from '../../ui/data-table.tsx'
import type { FramedHotel } from '../../ui/hotel-frame.tsx'
import type { PersonalData } from '../../ui/personal.tsx'
import { Section } from '../../ui/section.tsx'
import { bookingColumns } from './booking-columns.tsx'

export interface StaysProps {
  readonly bookings: readonly BookingRowFragment[]
  /** `this guest` */
  readonly of: string
  readonly hotel: FramedHotel
  readonly personal: PersonalData
}

/** The last bookings of a room or a guest. */
export function Stays({ bookings, of, hotel, personal }: StaysProps) {
  return (
    <Section title="Bookings" description={`The ten that arrive last.`}>
      {bookings.length === 0 ? (
        <Text c="dimmed">No booking of {of} is known.</Text>
      ) : (
        <DataTable
          caption={`Bookings of ${of}`}
          columns={bookingColumns(hotel, personal)}
          rows={bookings}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  )
}

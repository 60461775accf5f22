import { Text } from '@mantine/core'
import type { BookingRowFragment } from '../gql/graphql.ts'
import type { FramedHotel } from '../ui/page/hotel-frame.tsx'
import { Section } from '../ui/page/section.tsx'
import { DataTable } from '../ui/table/data-table.tsx'
import type { Masking } from '../ui/values/use-masking.ts'
import { bookingColumns } from './booking-columns.tsx'

export interface StaysProps {
  readonly bookings: readonly BookingRowFragment[]
  /** `This guest` */
  readonly of: string
  readonly hotel: FramedHotel
  readonly masking: Masking
}

/** The last bookings of a room or a guest. */
export function Stays({ bookings, of, hotel, masking }: StaysProps) {
  return (
    <Section title="Bookings" description="The ten latest arrivals.">
      {bookings.length === 0 ? (
        <Text c="dimmed">{of} has no bookings.</Text>
      ) : (
        <DataTable
          caption={`Bookings of ${of.toLowerCase()}`}
          columns={bookingColumns(hotel, masking)}
          rows={bookings}
          keyOf={({ id }) => id}
        />
      )}
    </Section>
  )
}

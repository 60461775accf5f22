import { graphql } from '../../gql/gql.ts'
import type { BookingRowFragment } from '../../gql/graphql.ts'
import type { Column } from '../../ui/data-table.tsx'
import { formatDay, formatMoney } from '../../ui/format.ts'
import type { FramedHotel } from '../../ui/hotel-frame.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Personal, type PersonalData } from '../../ui/personal.tsx'
import { StatusBadge } from '../../ui/status-badge.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Gone } from './gone.tsx'

export const bookingRowFragment = graphql(`
  fragment BookingRow on PmsBooking {
    id
    guestName
    confirmationNumber
    status
    checkIn
    checkOut
    roomNumber
    totalAmountCents
    currency
    updatedAt
    deletedAt
  }
`)

export const bookingColumns = (
  { hotel, timeZone }: FramedHotel,
  personal: PersonalData,
): Column<BookingRowFragment>[] => [
  {
    header: 'Guest',
    sortBy: 'GUEST_NAME',
    cell: ({ id, guestName, deletedAt }) => (
      <>
        <TextLink to="/hotels/$hotelId/bookings/$id" params={{ hotelId: hotel.id, id }}>
          <Personal value={guestName} data={personal} />
        </TextLink>
        <Gone at={deletedAt} />
      </>
    ),
  },
  { header: 'Number', cell: ({ confirmationNumber }) => confirmationNumber ?? '–' },
  { header: 'Arrival', sortBy: 'CHECK_IN', cell: ({ checkIn }) => formatDay(checkIn) },
  { header: 'Departure', sortBy: 'CHECK_OUT', cell: ({ checkOut }) => formatDay(checkOut) },
  { header: 'Room', sortBy: 'ROOM_NUMBER', cell: ({ roomNumber }) => roomNumber ?? '–' },
  { header: 'Status', sortBy: 'STATUS', cell: ({ status }) => <StatusBadge status={status} /> },
  {
    header: 'Total',
    sortBy: 'TOTAL_AMOUNT',
    isNumber: true,
    cell: (row) => <Money amount={row.totalAmountCents} currency={row.currency} />,
  },
  {
    header: 'Changed here',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]

/** @param amount in minor units */
export function Money({
  amount,
  currency,
}: {
  amount: number | null | undefined
  currency: string | null | undefined
}) {
  return typeof amount === 'number' && currency ? formatMoney(amount, currency) : '–'
}

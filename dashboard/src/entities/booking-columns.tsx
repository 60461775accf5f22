import { graphql } from '../gql/gql.ts'
import type { BookingRowFragment } from '../gql/graphql.ts'
import type { FramedHotel } from '../ui/page/hotel-frame.tsx'
import type { Column } from '../ui/table/data-table.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { formatDay } from '../ui/values/format.ts'
import { Masked } from '../ui/values/masked.tsx'
import { Money } from '../ui/values/money.tsx'
import { StatusBadge } from '../ui/values/status-badge.tsx'
import type { Masking } from '../ui/values/use-masking.ts'
import { Deleted } from './list/deleted.tsx'
import { SyncState } from './list/sync-state.tsx'
import { RowLink } from './row-link.tsx'

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
    syncStatus
  }
`)

export const bookingColumns = ({ hotel, timeZone }: FramedHotel, masking: Masking): Column<BookingRowFragment>[] => [
  {
    header: 'Guest',
    sortBy: 'GUEST_NAME',
    cell: ({ id, guestName, deletedAt, syncStatus }) => (
      <>
        <RowLink type="BOOKING" hotelId={hotel.id} id={id}>
          <Masked value={guestName} masking={masking} />
        </RowLink>
        <Deleted at={deletedAt} />
        <SyncState status={syncStatus} />
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
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]

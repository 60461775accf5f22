import { graphql } from '../gql/gql.ts'
import type { GuestRowFragment } from '../gql/graphql.ts'
import type { FramedHotel } from '../ui/page/hotel-frame.tsx'
import type { Column } from '../ui/table/data-table.tsx'
import { TimeText } from '../ui/time/time-text.tsx'
import { Masked } from '../ui/values/masked.tsx'
import { Money } from '../ui/values/money.tsx'
import type { Masking } from '../ui/values/use-masking.ts'
import { Deleted } from './list/deleted.tsx'
import { RowLink } from './row-link.tsx'

export const guestRowFragment = graphql(`
  fragment GuestRow on PmsGuest {
    id
    firstName
    lastName
    email
    country
    totalStays
    totalSpent
    updatedAt
    deletedAt
  }
`)

/** A PMS may know one name only. */
export const fullName = ({ firstName, lastName }: Pick<GuestRowFragment, 'firstName' | 'lastName'>) =>
  [firstName, lastName].filter(Boolean).join(' ')

export const guestColumns = (
  { hotel, timeZone, currency }: FramedHotel,
  masking: Masking,
): Column<GuestRowFragment>[] => [
  {
    header: 'Guest',
    sortBy: 'LAST_NAME',
    cell: (guest) => (
      <>
        <RowLink type="GUEST" hotelId={hotel.id} id={guest.id}>
          <Masked value={fullName(guest)} masking={masking} />
        </RowLink>
        <Deleted at={guest.deletedAt} />
      </>
    ),
  },
  { header: 'E-mail', sortBy: 'EMAIL', cell: ({ email }) => <Masked value={email} masking={masking} /> },
  { header: 'Country', sortBy: 'COUNTRY', cell: ({ country }) => country ?? '–' },
  { header: 'Stays', sortBy: 'TOTAL_STAYS', isNumber: true, cell: ({ totalStays }) => totalStays ?? '–' },
  {
    header: 'Spent',
    sortBy: 'TOTAL_SPENT',
    isNumber: true,
    cell: ({ totalSpent }) => <Money amount={totalSpent} currency={currency} />,
  },
  {
    header: 'Last change',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={timeZone} />,
  },
]

import { graphql } from '../../gql/gql.ts'
import type { GuestRowFragment } from '../../gql/graphql.ts'
import type { Column } from '../../ui/data-table.tsx'
import type { FramedHotel } from '../../ui/hotel-frame.tsx'
import { TextLink } from '../../ui/link.tsx'
import { Personal, type PersonalData } from '../../ui/personal.tsx'
import { TimeText } from '../../ui/time-text.tsx'
import { Money } from './booking-columns.tsx'
import { Gone } from './gone.tsx'

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

/** As one is addressed; a PMS may know one name only. */
export const fullName = ({ firstName, lastName }: Pick<GuestRowFragment, 'firstName' | 'lastName'>) =>
  [firstName, lastName].filter(Boolean).join(' ')

export const guestColumns = (place: FramedHotel, personal: PersonalData): Column<GuestRowFragment>[] => [
  {
    header: 'Guest',
    sortBy: 'LAST_NAME',
    cell: (guest) => (
      <>
        <TextLink to="/hotels/$hotelId/guests/$id" params={{ hotelId: place.hotel.id, id: guest.id }}>
          <Personal value={fullName(guest)} data={personal} />
        </TextLink>
        <Gone at={guest.deletedAt} />
      </>
    ),
  },
  { header: 'E-mail', sortBy: 'EMAIL', cell: ({ email }) => <Personal value={email} data={personal} /> },
  { header: 'Country', sortBy: 'COUNTRY', cell: ({ country }) => country ?? '–' },
  { header: 'Stays', sortBy: 'TOTAL_STAYS', isNumber: true, cell: ({ totalStays }) => totalStays ?? '–' },
  {
    header: 'Spent',
    sortBy: 'TOTAL_SPENT',
    isNumber: true,
    cell: ({ totalSpent }) => <Money amount={totalSpent} currency={place.currency} />,
  },
  {
    header: 'Changed here',
    sortBy: 'UPDATED_AT',
    cell: ({ updatedAt }) => <TimeText at={updatedAt} timeZone={place.timeZone} />,
  },
]

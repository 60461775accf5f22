import { graphql } from '../gql/gql.ts'
import type { GuestQuery } from '../gql/graphql.ts'
import { Section } from '../ui/page/section.tsx'
import { Facts } from '../ui/values/facts.tsx'
import { formatDay } from '../ui/values/format.ts'
import { Masked } from '../ui/values/masked.tsx'
import { Money } from '../ui/values/money.tsx'
import { RawJson } from '../ui/values/raw-json.tsx'
import type { FactsProps } from './details/details-screen.tsx'
import { OriginFacts } from './details/origin-facts.tsx'
import { fullName } from './guest-columns.tsx'
import { Stays } from './stays.tsx'

export const guestDetailsFragment = graphql(`
  fragment GuestDetails on PmsGuest {
    firstName
    lastName
    email
    phone
    country
    dateOfBirth
    loyaltyTier
    totalStays
    totalSpent
    preferences
    bookings(first: 10, orderBy: { field: CHECK_IN, direction: DESC }) {
      nodes {
        ...BookingRow
      }
    }
  }
`)

type Guest = NonNullable<GuestQuery['row']>

export function GuestFacts({ row: guest, hotel, masking }: FactsProps<Guest>) {
  const { dateOfBirth, preferences } = guest
  return (
    <>
      <Section title="Guest">
        <Facts
          facts={[
            ['Name', <Masked key="name" value={fullName(guest)} masking={masking} />],
            ['E-mail', <Masked key="email" value={guest.email} masking={masking} />],
            ['Phone', <Masked key="phone" value={guest.phone} masking={masking} />],
            [
              'Date of birth',
              <Masked key="born" value={dateOfBirth && formatDay(dateOfBirth)} masking={masking} isHidden />,
            ],
            ['Country', guest.country ?? '–'],
            ['Loyalty tier', guest.loyaltyTier ?? '–'],
            ['Stays', guest.totalStays ?? '–'],
            ['Spent', <Money key="spent" amount={guest.totalSpent} currency={hotel.currency} />],
            [
              'Preferences',
              preferences && masking.isShown ? (
                <RawJson key="preferences" value={preferences} />
              ) : (
                <Masked key="preferences" value={preferences ? '•' : null} masking={masking} isHidden />
              ),
            ],
          ]}
        />
      </Section>
      <OriginFacts row={guest} masking={masking} />
      <Stays bookings={guest.bookings.nodes} of="This guest" hotel={hotel} masking={masking} />
    </>
  )
}

import type { GuestQuery } from '../../gql/graphql.ts'
import { Facts } from '../../ui/facts.tsx'
import { formatDay } from '../../ui/format.ts'
import { Personal, type PersonalData } from '../../ui/personal.tsx'
import { Section } from '../../ui/section.tsx'
import { Money } from './booking-columns.tsx'
import { AsTheyCame } from './details.tsx'
import { fullName } from './guest-columns.tsx'
import { OriginFacts } from './origin-facts.tsx'

export interface GuestFactsProps {
  readonly guest: NonNullable<GuestQuery['guest']>
  readonly currency: string
  readonly personal: PersonalData
}

export function GuestFacts({ guest, currency, personal }: GuestFactsProps) {
  const { dateOfBirth, preferences } = guest
  return (
    <>
      <Section title="Guest">
        <Facts
          facts={[
            ['Name', <Personal key="name" value={fullName(guest)} data={personal} />],
            ['E-mail', <Personal key="email" value={guest.email} data={personal} />],
            ['Phone', <Personal key="phone" value={guest.phone} data={personal} />],
            ['Born', <Personal key="born" value={dateOfBirth && formatDay(dateOfBirth)} data={personal} isHidden />],
            ['Country', guest.country ?? '–'],
            ['Loyalty', guest.loyaltyTier ?? '–'],
            ['Stays', guest.totalStays ?? '–'],
            ['Spent', <Money key="spent" amount={guest.totalSpent} currency={currency} />],
            [
              'Wishes',
              preferences && personal.isShown ? (
                <AsTheyCame key="wishes" value={preferences} />
              ) : (
                <Personal key="wishes" value={preferences ? '•' : null} data={personal} isHidden />
              ),
            ],
          ]}
        />
      </Section>
      <OriginFacts row={guest} personal={personal} />
    </>
  )
}

import type { HotelPlan, MakeItem } from '../hotel.ts'
import { PEOPLE } from '../people.ts'
import { nightlyRange } from '../prices.ts'
import { mixSeed, Random } from '../random.ts'

const TIERS = ['SILVER', 'GOLD', 'PLATINUM'] as const
const WISHES = ['High floor', 'Quiet room', 'Feather-free bedding', 'Late arrival', 'Vegan breakfast'] as const

/** What a guest's bookings know of them; one in six has no e-mail address, as front desks have them. */
export function guestNameOf({ seed }: HotelPlan, index: number) {
  const random = new Random(mixSeed(seed, 1, index))
  const [firstName, lastName, country, latin] = random.pick(PEOPLE)
  const email = random.chance(1 / 6) ? null : `${latin}.${index + 1}@example.com`
  return { firstName, lastName, email, country: random.chance(0.1) ? null : country }
}

export const makeGuest: MakeItem<'guests'> = (plan, index, revision) => {
  const random = new Random(mixSeed(plan.seed, 7, index))
  const [, dearNight] = nightlyRange(plan.currency)
  const totalStays = random.int(0, 12) + revision
  return {
    externalId: plan.idOf('guests', index),
    ...guestNameOf(plan, index),
    phone: random.chance(0.25) ? null : `+1 555 01${String(random.int(0, 99)).padStart(2, '0')}`,
    dateOfBirth: random.chance(0.5) ? null : `${random.int(1935, 2004)}-0${random.int(1, 9)}-${random.int(10, 28)}`,
    loyaltyTier: random.chance(0.6) ? null : random.pick(TIERS),
    totalStays,
    totalSpent: totalStays * random.int(Math.round(dearNight / 4), dearNight),
    preferences: random.chance(0.7) ? null : { wish: random.pick(WISHES) },
  }
}

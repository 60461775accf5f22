import type { DerivationKind, RatePricing } from '../../../records/rate-plan.ts'
import type { HotelPlan, MakeItem } from '../hotel.ts'
import { nightlyRange } from '../prices.ts'

interface Plan {
  readonly code: string
  readonly name: string
  readonly pricing: RatePricing
  /** Share of the dearest night for AMOUNT, hundredths of a percent for PERCENT. */
  readonly follows?: readonly [kind: DerivationKind, by: number]
}

/** What hotels sell; all that follow another one follow the first. */
const PLANS: readonly Plan[] = [
  { code: 'BAR', name: 'Best flexible rate', pricing: 'PER_ROOM' },
  { code: 'NRF', name: 'Non-refundable', pricing: 'PER_ROOM', follows: ['PERCENT', -1_000] },
  { code: 'BB', name: 'Bed and breakfast', pricing: 'PER_ROOM', follows: ['AMOUNT', 0.05] },
  { code: 'LONG', name: 'Stay 5 nights or more', pricing: 'PER_ROOM', follows: ['PERCENT', -1_550] },
  { code: 'CORP', name: 'Companies', pricing: 'PER_OCCUPANCY' },
  { code: 'HB', name: 'Half board', pricing: 'PER_PERSON' },
]

/** What the hotel calls a plan in short; for vendors whose ids these are. */
export const ratePlanCode = (index: number) =>
  `${PLANS[index % PLANS.length]?.code}${Math.floor(index / PLANS.length) || ''}`

/** A rate plan; those after the first ones are negotiated with somebody. */
export const makeRatePlan: MakeItem<'ratePlans'> = (plan, index, revision) => {
  const { code, name, pricing, follows } = PLANS[index % PLANS.length] as Plan
  const variant = Math.floor(index / PLANS.length)
  const ownName = variant === 0 ? name : `${name}, partner ${variant}`
  return {
    externalId: plan.idOf('ratePlans', index),
    code: ratePlanCode(index),
    name: revision === 0 ? ownName : `${ownName}, renamed ${revision} times`,
    currency: plan.currency,
    taxIncluded: code !== 'CORP',
    pricing,
    derivedFromExternalId: follows ? plan.idOf('ratePlans', 0) : null,
    derivationKind: follows?.[0] ?? null,
    derivationValue: follows ? changeOf(follows, plan) : null,
  }
}

const changeOf = ([kind, by]: readonly [DerivationKind, number], { currency }: HotelPlan) =>
  kind === 'PERCENT' ? by : Math.round(nightlyRange(currency)[1] * by)

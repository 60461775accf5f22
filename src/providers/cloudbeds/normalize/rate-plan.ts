import type { z } from 'zod'
import { readLeniently } from '../../../records/lenient.ts'
import type { RatePlanInput } from '../../../records/rate-plan.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount, readPercent } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional } from '../../status.ts'
import { derivations } from '../status.ts'
import { wireRatePlan } from '../wire/sold.ts'

/** What the vendor calls a rate: a plan for one room type. Bookings and prices name it, and so do rates that follow it. */
export function normalizeRatePlan(raw: unknown, ctx: NormalizeContext): RatePlanInput {
  const rate = readLeniently(wireRatePlan, raw, ctx.report)
  return {
    externalId: rate.rateID,
    code: rate.ratePlanNamePrivate,
    // A room type's own rate belongs to no plan and has no name.
    name: rate.ratePlanNamePublic?.trim() || rate.ratePlanNamePrivate?.trim() || 'Base rate',
    currency: ctx.hotel.currency,
    pricing: 'PER_ROOM',
    ...derivationOf(rate, ctx),
    metadata: scrubRaw(raw),
  }
}

function derivationOf({ isDerived, ...rate }: z.output<typeof wireRatePlan>, ctx: NormalizeContext) {
  if (isDerived === false || !rate.parentRateID) return {}
  const derivationKind = mapOptional(derivations, rate.derivedType, 'derivedType', ctx)
  const derivationValue =
    derivationKind === 'PERCENT'
      ? readPercent(rate.derivedValue, 'derivedValue', ctx)
      : readAmount(derivationKind && rate.derivedValue, ctx.hotel.currency, 'derivedValue', ctx)
  return { derivedFromExternalId: rate.parentRateID, derivationKind, derivationValue }
}

import { readLeniently } from '../../../records/lenient.ts'
import type { DerivationKind, RatePlanInput } from '../../../records/rate-plan.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount, readPercent } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional } from '../../status.ts'
import { ratePlanIdOf } from '../ids.ts'
import { derivations } from '../status.ts'
import { textOf, type WireRatePlan, wireRatePlan } from '../wire/house.ts'

/** The code is the id. Prices are by persons, one to five and more: see the schedules. */
export function normalizeRatePlan(raw: unknown, ctx: NormalizeContext): RatePlanInput {
  const plan = readLeniently(wireRatePlan, raw, ctx.report)
  const code = ratePlanIdOf(raw) ?? ''
  return {
    externalId: code,
    code,
    name: textOf(plan.primaryDetails?.description) ?? textOf(plan.descriptions?.shortInfo) ?? code,
    currency: plan.transactionDetails?.currencyCode,
    taxIncluded: plan.transactionDetails?.rateIncludesTax,
    pricing: 'PER_OCCUPANCY',
    ...derivationOf(plan, ctx),
    metadata: scrubRaw(raw),
  }
}

function derivationOf({ ratePlanBasedOnRates, transactionDetails }: WireRatePlan, ctx: NormalizeContext) {
  const base = ratePlanBasedOnRates?.map((one) => one.baseRate ?? one.dynamicBaseRate).find((one) => one !== null)
  const derivedFromExternalId = base?.basedOnRatePlan || base?.dynamicBasedOnRatePlan
  if (!base || !derivedFromExternalId) return {}
  const kind = mapOptional(derivations, base.flatOrPercentage, 'flatOrPercentage', ctx)
  const value = amountOf(kind, base.baseAmount ?? base.dynamicBaseAmount, transactionDetails?.currencyCode, ctx)
  return { derivedFromExternalId, ...(value !== null && { derivationKind: kind, derivationValue: value }) }
}

function amountOf(
  kind: DerivationKind | null,
  amount: string | number | null | undefined,
  currency: string | null | undefined,
  ctx: NormalizeContext,
): number | null {
  if (kind === null) return null
  if (kind === 'PERCENT') return readPercent(amount, 'baseAmount', ctx)
  return readAmount(amount, currency || ctx.hotel.currency, 'baseAmount', ctx)
}

import type { z } from 'zod'
import { readLeniently } from '../../../records/lenient.ts'
import type { RatePlanInput } from '../../../records/rate-plan.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { readAmount, readPercent } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional } from '../../status.ts'
import { pricings } from '../status.ts'
import { wireRatePlan } from '../wire.ts'

export function normalizeRatePlan(raw: unknown, ctx: NormalizeContext): RatePlanInput {
  const plan = readLeniently(wireRatePlan, raw, ctx.report)
  return {
    externalId: plan.id,
    externalUpdatedAt: plan.updated_at,
    code: plan.short_name,
    name: plan.name,
    currency: plan.currency,
    taxIncluded: plan.tax_included,
    pricing: mapOptional(pricings, plan.priced_by, 'priced_by', ctx),
    ...derivationOf(plan, ctx),
    metadata: scrubRaw(raw),
  }
}

function derivationOf({ based_on: base, currency }: z.output<typeof wireRatePlan>, ctx: NormalizeContext) {
  if (!base?.id) return {}
  const percent = readPercent(base.percent, 'based_on.percent', ctx)
  if (percent !== null) {
    return { derivedFromExternalId: base.id, derivationKind: 'PERCENT', derivationValue: percent } as const
  }
  const amount = readAmount(base.amount, currency || ctx.hotel.currency, 'based_on.amount', ctx)
  const derivation = amount === null ? {} : ({ derivationKind: 'AMOUNT', derivationValue: amount } as const)
  return { derivedFromExternalId: base.id, ...derivation }
}

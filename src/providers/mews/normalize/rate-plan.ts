import { readLeniently } from '../../../records/lenient.ts'
import type { RatePlanInput } from '../../../records/rate-plan.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireRatePlan } from '../wire/house.ts'
import { nameIn } from './names.ts'

/** What the prices of a rate that follows another one differ by stands with its prices, not with the rate. */
export function normalizeRatePlan(raw: unknown, ctx: NormalizeContext): RatePlanInput {
  const { Id, Name, Names, ShortName, BaseRateId, UpdatedUtc } = readLeniently(wireRatePlan, raw, ctx.report)
  return {
    externalId: Id,
    externalUpdatedAt: UpdatedUtc,
    code: ShortName,
    name: nameIn(Names)?.trim() || Name?.trim() || ShortName?.trim() || Id,
    derivedFromExternalId: BaseRateId || null,
    metadata: scrubRaw(raw),
  }
}

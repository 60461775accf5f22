import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { RatePlan } from '../../entities/synced/rate-plan.ts'
import { PmsRateDerivation, PmsRatePlan } from '../../schema/synced/rate-plan.ts'
import type { ApiContext } from '../access/context.ts'

@Resolver(() => PmsRatePlan)
export class RatePlanResolver {
  @FieldResolver(() => PmsRateDerivation, {
    nullable: true,
    description: 'The rate plan whose prices this one follows, and how; null when its prices are its own.',
  })
  async derivedFrom(@Root() plan: RatePlan, @Ctx() { loaders }: ApiContext): Promise<PmsRateDerivation | null> {
    const { hotelId, provider, derivedFromExternalId: externalId, derivationKind: kind, derivationValue: value } = plan
    if (externalId === null) return null
    const ratePlan = await loaders.rowsByExternalId.RATE_PLAN.load({ hotelId, provider, externalId })
    return { ratePlan, ratePlanExternalId: externalId, kind, value }
  }
}

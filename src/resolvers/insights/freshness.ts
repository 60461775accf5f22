import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Configuration } from '../../entities/configuration.ts'
import { classOfError, type ErrorClass } from '../../insights/error-class.ts'
import { PmsConfiguration } from '../../schema/configuration.ts'
import { Hotel } from '../../schema/hotel.ts'
import { PmsFreshness } from '../../schema/insights/freshness.ts'
import { PmsErrorClass } from '../../schema/insights/statistics.ts'
import type { ApiContext } from '../access/context.ts'

/** Nullable, as all that this subgraph adds to hotels. */
@Resolver(() => Hotel)
export class HotelFreshnessResolver {
  @FieldResolver(() => [PmsFreshness], {
    nullable: true,
    description: 'How up to date the stored data of the hotel is, by provider and entity type.',
  })
  freshness(@Root() { id }: Hotel, @Ctx() { loaders }: ApiContext): Promise<PmsFreshness[]> {
    return loaders.freshness.load(id)
  }
}

@Resolver(() => PmsConfiguration)
export class ConfigurationFreshnessResolver {
  @FieldResolver(() => [PmsFreshness], { description: 'How up to date its data is, by entity type.' })
  async freshness(
    @Root() { hotelId, provider }: Configuration,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsFreshness[]> {
    const ofHotel = await loaders.freshness.load(hotelId)
    return ofHotel.filter((each) => each.provider === provider)
  }
}

@Resolver(() => PmsFreshness)
export class FreshnessResolver {
  @FieldResolver(() => PmsErrorClass, {
    nullable: true,
    description: 'Who has to act on `lastErrorCode`; null when the last sync succeeded.',
  })
  lastErrorClass(@Root() { lastErrorCode }: PmsFreshness): ErrorClass | null {
    return lastErrorCode === null ? null : classOfError(lastErrorCode)
  }
}

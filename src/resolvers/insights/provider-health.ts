import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import { badUserInput } from '../../errors.ts'
import { HOTELS_MAX, type ProviderHealth, readProviderHealth } from '../../insights/provider-health.ts'
import { Hotel } from '../../schema/hotel.ts'
import { PmsConfigurationKey } from '../../schema/inputs/configuration.ts'
import { ProviderHealthArgs } from '../../schema/inputs/provider-health.ts'
import { PmsProviderHealth, PmsProviderHealthPayload } from '../../schema/insights/provider-health.ts'
import type { Result } from '../../schema/payloads.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'

const MAX_ACCOUNTS = 100

@Resolver(() => PmsProviderHealth)
export class ProviderHealthResolver {
  @Policy<ProviderHealthArgs>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => [PmsProviderHealth], {
    description: 'How the PMSs of the viewer’s hotels answer, by account, those that keep syncs waiting first.',
  })
  async providerHealth(
    @Args(() => ProviderHealthArgs) { hotelId, troubled: isTroubled, first }: ProviderHealthArgs,
    @Ctx() { database }: ApiContext,
  ): Promise<PmsProviderHealth[]> {
    if (first < 1 || first > MAX_ACCOUNTS) throw badUserInput('first', `must be from 1 to ${MAX_ACCOUNTS}`)
    return readProviderHealth(database, { hotelId, isTroubled, first })
  }

  @FieldResolver(() => [Hotel], {
    description: `The viewer’s hotels that use the account, by id; the first ${HOTELS_MAX} of them.`,
  })
  hotels(@Root() { hotelIds }: ProviderHealth): Hotel[] {
    return hotelIds.map((id) => ({ id }))
  }

  @Policy<{ input: PmsConfigurationKey }>({ permission: 'ADMIN_EDIT', hotel: ({ input }) => input.hotelId })
  @Mutation(() => PmsProviderHealthPayload, {
    description:
      'Asks a PMS again at once that asked for a pause or failed too often: lifts the pause of the hotel’s account, for all hotels that use it, and starts what waits of this hotel.',
  })
  async tryProviderNow(
    @Arg('input', () => PmsConfigurationKey, { description: 'The configuration whose PMS is asked again.' })
    { hotelId, provider }: PmsConfigurationKey,
    @Ctx() { engine, inbox, database, viewer }: ApiContext,
  ): Promise<Result<PmsProviderHealthPayload>> {
    const configurationId = await engine.tryNow({ hotelId, provider }, viewer?.subject)
    await inbox.unpark({ hotelId, configurationId })
    const accounts = await readProviderHealth(database, { hotelId, first: MAX_ACCOUNTS })
    return { health: accounts.find((account) => account.provider === provider) ?? null }
  }
}

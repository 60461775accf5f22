import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { Configuration } from '../entities/configuration.ts'
import type { Connection } from '../schema/common/connection.ts'
import { PmsConfiguration, PmsConfigurationConnection } from '../schema/configuration.ts'
import { Hotel } from '../schema/hotel.ts'
import {
  ConfigurationListArgs,
  PmsConfigurationInput,
  PmsConfigurationKey,
  PmsConfigurationTestInput,
} from '../schema/inputs/configuration.ts'
import { PmsConfigurationPayload, PmsDeletionPayload, PmsTestPayload, type Result } from '../schema/payloads.ts'
import type { ApiContext } from './access/context.ts'
import { refusedTest } from './access/failed-test.ts'
import { Policy } from './access/policy.ts'
import { configurationList } from './lists/configuration.ts'
import { hotelConnection } from './paging/connection-loader.ts'

type HotelInput = { input: { hotelId: string } }
const ofInput = ({ input }: HotelInput) => input.hotelId

@Resolver(() => PmsConfiguration)
export class ConfigurationResolver {
  @Policy<{ hotelId?: string | null }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsConfigurationConnection, {
    description: 'Accounts at providers, of one hotel or of all of the viewer’s.',
  })
  configurations(
    @Arg('hotelId', () => ID, { nullable: true, description: 'Only of this hotel.' }) hotelId:
      | string
      | null
      | undefined,
    @Args(() => ConfigurationListArgs) args: ConfigurationListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsConfiguration>> {
    if (hotelId) return hotelConnection(context, configurationList, hotelId, args, info)
    const { viewer, loaders } = context
    const hotelIds = viewer?.hotelIds === '*' ? {} : { hotelIds: [...(viewer?.hotelIds ?? [])] }
    return loaders.connections.load(configurationList, {}, { ...args, filter: { ...args.filter, ...hotelIds } }, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsConfiguration, { nullable: true, description: 'An account; null when there is none of this id.' })
  configuration(
    @Arg('id', () => ID, { description: 'Our id of the configuration.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsConfiguration | null> {
    return loaders.configuration.load(id)
  }

  @FieldResolver(() => Hotel, { description: 'The hotel.' })
  hotel(@Root() { hotelId }: Configuration): Hotel {
    return { id: hotelId }
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description: 'Which credentials are stored, by name; null when they cannot be read and have to be entered again.',
  })
  credentialFields(@Root() configuration: Configuration, @Ctx() { configurations }: ApiContext): string[] | null {
    try {
      return configurations.credentialFields(configuration)
    } catch {
      return null
    }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsConfigurationPayload, { description: 'Connects a hotel to a provider, or changes how.' })
  async upsertConfiguration(
    @Arg('input', () => PmsConfigurationInput, { description: 'What to store.' }) input: PmsConfigurationInput,
    @Ctx() { configurations, viewer }: ApiContext,
  ): Promise<Result<PmsConfigurationPayload>> {
    return { configuration: await configurations.upsert({ ...input, changedBy: viewer?.subject }) }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsDeletionPayload, { description: 'Disconnects a hotel from a provider; what was brought stays.' })
  async deleteConfiguration(
    @Arg('input', () => PmsConfigurationKey, { description: 'Which one.' }) input: PmsConfigurationKey,
    @Ctx() { configurations }: ApiContext,
  ): Promise<Result<PmsDeletionPayload>> {
    await configurations.remove(input)
    return { deleted: true }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsTestPayload, { description: 'Tries credentials at the PMS with a small request.' })
  async testConfiguration(
    @Arg('input', () => PmsConfigurationTestInput, { description: 'What to try.' }) input: PmsConfigurationTestInput,
    @Ctx() { configurations, connectionTests, viewer, signal }: ApiContext,
  ): Promise<Result<PmsTestPayload>> {
    await connectionTests.take(viewer?.subject ?? '')
    try {
      const { propertyName, steps } = await configurations.test(input, signal())
      return { ok: true, propertyName, steps: steps.map((step) => ({ ...step, outcome: 'PASSED' })) }
    } catch (error) {
      return refusedTest(error)
    }
  }
}

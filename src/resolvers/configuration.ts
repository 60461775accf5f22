import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import { allowedActions, offeredBy } from '../configurations/actions.ts'
import type { Configuration } from '../entities/configuration.ts'
import type { ActionName } from '../records/changes/actions.ts'
import { PmsChangeAction } from '../schema/change-action.ts'
import type { Connection } from '../schema/common/connection.ts'
import { PmsConfiguration, PmsConfigurationConnection, PmsOpenChanges } from '../schema/configuration.ts'
import { PmsGroupDefault } from '../schema/conflict-default.ts'
import { Hotel } from '../schema/hotel.ts'
import {
  ConfigurationListArgs,
  PmsConfigurationInput,
  PmsConfigurationKey,
  PmsConfigurationTestInput,
} from '../schema/inputs/configuration.ts'
import { PmsConfigurationPayload, PmsDeletionPayload, PmsTestPayload, type Result } from '../schema/payloads.ts'
import type { ApiContext } from './access/context.ts'
import { failedTest } from './access/failed-test.ts'
import { Policy } from './access/policy.ts'
import { defaultsOf } from './changes/defaults-of.ts'
import { configurationList } from './lists/configuration.ts'
import { hotelConnection } from './paging/connection-loader.ts'

type HotelInput = { input: { hotelId: string } }
const ofInput = ({ input }: HotelInput) => input.hotelId

@Resolver(() => PmsConfiguration)
export class ConfigurationResolver {
  @Policy<{ hotelId?: string | null }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
  @Query(() => PmsConfigurationConnection, {
    description: 'Connections to PMS providers, of one hotel or of all of the viewer’s hotels.',
  })
  configurations(
    @Arg('hotelId', () => ID, {
      nullable: true,
      description: 'Id of a hotel; all of the viewer’s hotels when left out.',
    })
    hotelId: string | null | undefined,
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
  @Query(() => PmsConfiguration, {
    nullable: true,
    description: 'A configuration; null when there is none with this id.',
  })
  configuration(
    @Arg('id', () => ID, { description: 'Id of the configuration.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsConfiguration | null> {
    return loaders.configuration.load(id)
  }

  @FieldResolver(() => Hotel, { description: 'The hotel that it belongs to.' })
  hotel(@Root() { hotelId }: Configuration): Hotel {
    return { id: hotelId }
  }

  @FieldResolver(() => [String], {
    nullable: true,
    description:
      'Names of the credentials that are stored; null when they cannot be decrypted and have to be entered again.',
  })
  credentialFields(@Root() configuration: Configuration, @Ctx() { configurations }: ApiContext): string[] | null {
    try {
      return configurations.credentialFields(configuration)
    } catch {
      return null
    }
  }

  @FieldResolver(() => [PmsChangeAction], {
    description: 'What people may do at the PMS; nothing while `writeEnabled` is false.',
  })
  actions(@Root() configuration: Configuration, @Ctx() { listProviders }: ApiContext): ActionName[] {
    const adapter = listProviders().find(({ key }) => key === configuration.provider)
    return adapter === undefined ? [] : allowedActions(adapter, configuration)
  }

  @FieldResolver(() => PmsOpenChanges, {
    description: 'What is open of changes there; to be said before it is paused, connected otherwise or removed.',
  })
  openChanges(@Root() { hotelId, provider }: Configuration, @Ctx() { loaders }: ApiContext): Promise<PmsOpenChanges> {
    return loaders.openChangesOf.load({ hotelId, provider })
  }

  @FieldResolver(() => [PmsGroupDefault], {
    description: 'Who gives way when something was changed here and at the PMS; ASK for groups that are not here.',
  })
  conflictDefaults(@Root() { conflictDefaults }: Configuration): PmsGroupDefault[] {
    return Object.entries(conflictDefaults).map(([group, choice]) => ({ group, choice }) as PmsGroupDefault)
  }

  @FieldResolver(() => [PmsChangeAction], {
    description: 'What the property at the PMS lets be done, as it said in the last test; `actions` are some of these.',
  })
  offeredActions(@Root() configuration: Configuration, @Ctx() { listProviders }: ApiContext): ActionName[] {
    const adapter = listProviders().find(({ key }) => key === configuration.provider)
    return adapter === undefined ? [] : offeredBy(adapter, configuration)
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsConfigurationPayload, {
    description: 'Connects a hotel to a provider, or changes an existing connection.',
  })
  async upsertConfiguration(
    @Arg('input', () => PmsConfigurationInput, {
      description: 'The configuration to store; fields that are left out keep their values.',
    })
    input: PmsConfigurationInput,
    @Ctx() { configurations, viewer }: ApiContext,
  ): Promise<Result<PmsConfigurationPayload>> {
    const { conflictDefaults, ...given } = input
    const changed = { ...given, conflictDefaults: defaultsOf(conflictDefaults), changedBy: viewer?.subject }
    return { configuration: await configurations.upsert(changed) }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsDeletionPayload, {
    description: 'Disconnects a hotel from a provider. Data that was synced stays.',
  })
  async deleteConfiguration(
    @Arg('input', () => PmsConfigurationKey, { description: 'The configuration to delete.' })
    input: PmsConfigurationKey,
    @Ctx() { configurations, viewer }: ApiContext,
  ): Promise<Result<PmsDeletionPayload>> {
    await configurations.remove({ ...input, changedBy: viewer?.subject })
    return { deleted: true }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsTestPayload, {
    description: 'Tests credentials and settings with small requests to the PMS. Nothing is stored.',
  })
  async testConfiguration(
    @Arg('input', () => PmsConfigurationTestInput, {
      description: 'The configuration to test, with values to use instead of the stored ones.',
    })
    input: PmsConfigurationTestInput,
    @Ctx() { configurations, connectionTests, viewer, signal }: ApiContext,
  ): Promise<Result<PmsTestPayload>> {
    await connectionTests.take(viewer?.subject ?? '')
    try {
      const { steps, ...property } = await configurations.test({ ...input, changedBy: viewer?.subject }, signal())
      return { ok: true, ...property, steps: [...steps] }
    } catch (error) {
      return failedTest(error)
    }
  }
}

import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import { canUndoSet } from '../../../changes/sets/can-undo.ts'
import { estimateSending } from '../../../changes/sets/estimate.ts'
import { previewExpiry, stopOf } from '../../../changes/sets/life.ts'
import type { ChangeSet } from '../../../entities/change-set.ts'
import { PmsIntegrationError } from '../../../errors.ts'
import type { ChangeOptions } from '../../../records/changes/actions.ts'
import {
  PmsChangeSet,
  PmsChangeSetConnection,
  PmsChangeSetCounts,
  PmsChangeSetEstimate,
  PmsChangeSetPayload,
  PmsChangeSetStop,
} from '../../../schema/changes/sets/change-set.ts'
import { ChangeSetItemArgs, ChangeSetListArgs, PmsCreateChangeSetInput } from '../../../schema/changes/sets/inputs.ts'
import { type PmsChangeSetItem, PmsChangeSetItemConnection } from '../../../schema/changes/sets/item.ts'
import type { Connection } from '../../../schema/common/connection.ts'
import { DateTime, JsonObjectScalar } from '../../../schema/common/scalars.ts'
import type { Result } from '../../../schema/payloads.ts'
import type { ApiContext } from '../../access/context.ts'
import { Policy } from '../../access/policy.ts'
import { changeSetItemList, changeSetList } from '../../lists/change-set.ts'
import { hotelConnection } from '../../paging/connection-loader.ts'
import { changeSetProgress } from '../../streams/change-set-progress.ts'
import { ofInput } from '../ask.ts'
import { actorOf } from '../change.ts'
import { requestOfInput } from './request-of-input.ts'

const ofHotel = Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
const forEditors = Policy({ permission: 'ADMIN_EDIT', hotel: 'VIEWER' })

/** The same change for many things at once. */
@Resolver(() => PmsChangeSet)
export class ChangeSetResolver {
  @ofHotel
  @Query(() => PmsChangeSetConnection, { description: 'Change sets of a hotel.' })
  changeSets(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => ChangeSetListArgs) args: ChangeSetListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsChangeSet>> {
    return hotelConnection(context, changeSetList, hotelId, args, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsChangeSet, { nullable: true, description: 'A change set; null when there is none with this id.' })
  changeSet(
    @Arg('id', () => ID, { description: 'Id of the set.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsChangeSet | null> {
    return loaders.changeSet.load(id)
  }

  @ofInput
  @Mutation(() => PmsChangeSetPayload, {
    description: 'Makes a change set, of which nothing is sent: a worker looks at its items, and then it can be run.',
  })
  async createChangeSet(
    @Arg('input', () => PmsCreateChangeSetInput, { description: 'What is to be changed, and how.' })
    input: PmsCreateChangeSetInput,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangeSetPayload>> {
    const request = await requestOfInput(context.database, input)
    return { changeSet: await context.changes.sets.create({ ...request, requestedBy: actorOf(context) }) }
  }

  @forEditors
  @Mutation(() => PmsChangeSetPayload, { description: 'Has all items of a change set looked at anew.' })
  async previewChangeSet(
    @Arg('changeSetId', () => ID, { description: 'Id of the set.' }) changeSetId: string,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangeSetPayload>> {
    const { hotelId, id } = await requireChangeSet(context, changeSetId)
    return { changeSet: await context.changes.sets.preview({ hotelId, id, actor: actorOf(context) }) }
  }

  @FieldResolver(() => JsonObjectScalar, {
    description: 'What the PMS is asked to do beside it, such as to write a mail.',
  })
  options(@Root() { options }: ChangeSet): ChangeOptions {
    return options
  }

  @FieldResolver(() => DateTime, {
    nullable: true,
    description: 'Until when it can be run without a new look; null until it is previewed.',
  })
  previewExpiresAt(@Root() set: ChangeSet): Date | null {
    return previewExpiry(set)
  }

  @FieldResolver(() => PmsChangeSetCounts, { description: 'How many of its items stand where.' })
  counts(@Root() { id }: ChangeSet, @Ctx() { loaders }: ApiContext): Promise<PmsChangeSetCounts> {
    return loaders.changeSetCounts.load(id)
  }

  @FieldResolver(() => PmsChangeSetEstimate, {
    nullable: true,
    description: 'What it takes to send what is left of it; null until it is previewed.',
  })
  async estimate(@Root() set: ChangeSet, @Ctx() context: ApiContext): Promise<PmsChangeSetEstimate | null> {
    const adapter = adapterOf(context, set)
    if (set.previewHash === null || adapter === undefined) return null
    const { toSend, waiting } = await context.loaders.changeSetCounts.load(set.id)
    return estimateSending(adapter, set.action, set.startedAt === null ? toSend : waiting)
  }

  @FieldResolver(() => PmsChangeSetStop, {
    nullable: true,
    description: 'Why it was ended before all was tried; null for any other.',
  })
  stoppedBecause(@Root() set: ChangeSet): PmsChangeSetStop | null {
    return stopOf(set)
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether some of it can be taken back by another set, for 30 days after it has ended.',
  })
  async canUndo(@Root() set: ChangeSet, @Ctx() context: ApiContext): Promise<boolean> {
    const adapter = adapterOf(context, set)
    if (adapter === undefined || !canUndoSet(adapter, set, context.clock.now())) return false
    return (await context.loaders.changeSetCounts.load(set.id)).done > 0
  }

  @FieldResolver(() => PmsChangeSetItemConnection, { description: 'Its lines, in their order.' })
  items(
    @Root() { hotelId, id: setId }: ChangeSet,
    @Args(() => ChangeSetItemArgs) { outcome, result, ...page }: ChangeSetItemArgs,
    @Ctx() { loaders }: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsChangeSetItem>> {
    const args = { ...page, filter: { outcome: outcome ?? null, result: result ?? null } }
    return loaders.connections.load(changeSetItemList, { hotelId, setId }, args, info)
  }

  @ofHotel
  @Subscription(() => PmsChangeSet, {
    description: 'Change sets of a hotel, each time that they have come on; of each at most a few times a second.',
    subscribe: ({ args, context }) => changeSetProgress(context, args),
  })
  changeSetProgress(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) _hotelId: string,
    @Root() set: ChangeSet,
  ): PmsChangeSet {
    return set
  }
}

const adapterOf = ({ listProviders }: ApiContext, { provider }: ChangeSet) =>
  listProviders().find(({ key }) => key === provider)

/** @throws PmsIntegrationError NOT_FOUND */
export async function requireChangeSet({ loaders }: ApiContext, id: string): Promise<ChangeSet> {
  const set = await loaders.changeSet.load(id)
  if (set === null) throw new PmsIntegrationError('NOT_FOUND', 'There is no such change set.', { field: 'changeSetId' })
  return set
}

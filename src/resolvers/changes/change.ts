import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql'
import type { Change } from '../../entities/change.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { ChangeOptions } from '../../records/changes/actions.ts'
import type { Values } from '../../records/changes/groups.ts'
import { PmsChange, PmsChangeConnection } from '../../schema/changes/change.ts'
import { ChangeListArgs, PmsSettleChangeInput } from '../../schema/changes/inputs.ts'
import { PmsChangePayload } from '../../schema/changes/payloads.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { JsonObjectScalar } from '../../schema/common/scalars.ts'
import type { Result } from '../../schema/payloads.ts'
import type { ApiContext } from '../access/context.ts'
import { Policy } from '../access/policy.ts'
import { changeList } from '../lists/change.ts'
import { hotelConnection } from '../paging/connection-loader.ts'
import { changeProgress } from '../streams/change-progress.ts'
import { maskedFor } from './mask-values.ts'

const ofHotel = Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
const forEditors = Policy({ permission: 'ADMIN_EDIT', hotel: 'VIEWER' })

@Resolver(() => PmsChange)
export class ChangeResolver {
  @ofHotel
  @Query(() => PmsChangeConnection, { description: 'Changes that people wanted at the PMS of a hotel.' })
  changes(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => ChangeListArgs) args: ChangeListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsChange>> {
    return hotelConnection(context, changeList, hotelId, args, info)
  }

  @Policy({ permission: 'ADMIN_VIEW', hotel: 'VIEWER' })
  @Query(() => PmsChange, { nullable: true, description: 'A change; null when there is none with this id.' })
  change(
    @Arg('id', () => ID, { description: 'Id of the change.' }) id: string,
    @Ctx() { loaders }: ApiContext,
  ): Promise<PmsChange | null> {
    return loaders.change.load(id)
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description: 'What was there when it was asked for, by field; null once it is no longer kept.',
  })
  base(@Root() change: Change, @Ctx() { viewer }: ApiContext, @Info() { schema }: GraphQLResolveInfo): Values | null {
    return maskedFor(viewer, schema, change, change.base)
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description: 'What is wanted, by field; null once it is no longer kept.',
  })
  wanted(@Root() change: Change, @Ctx() { viewer }: ApiContext, @Info() { schema }: GraphQLResolveInfo): Values | null {
    return maskedFor(viewer, schema, change, change.wanted)
  }

  @FieldResolver(() => JsonObjectScalar, {
    nullable: true,
    description: 'What the PMS had when it was last looked at, by field; null before, and once it is no longer kept.',
  })
  theirs(@Root() change: Change, @Ctx() { viewer }: ApiContext, @Info() { schema }: GraphQLResolveInfo): Values | null {
    return maskedFor(viewer, schema, change, change.theirs)
  }

  @FieldResolver(() => JsonObjectScalar, {
    description: 'What the PMS was asked to do beside it, such as to write a mail.',
  })
  options(@Root() { options }: Change): ChangeOptions {
    return options
  }

  @forEditors
  @Mutation(() => PmsChangePayload, {
    description: 'Takes back a change of which nothing has been sent, or gives way in a conflict.',
  })
  async cancelChange(
    @Arg('changeId', () => ID, { description: 'Id of the change.' }) changeId: string,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangePayload>> {
    const { hotelId, id } = await requireChange(context, changeId)
    return { change: await context.changes.cancel({ hotelId, changeId: id, actor: actorOf(context) }) }
  }

  @forEditors
  @Mutation(() => PmsChangePayload, {
    description: 'Says what became of a change that waits for a person, who has looked at the PMS.',
  })
  async settleChange(
    @Arg('input', () => PmsSettleChangeInput, { description: 'The change, and what was found.' })
    { changeId, outcome }: PmsSettleChangeInput,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangePayload>> {
    const { hotelId, id } = await requireChange(context, changeId)
    return { change: await context.changes.settle({ hotelId, changeId: id, actor: actorOf(context), outcome }) }
  }

  @ofHotel
  @Subscription(() => PmsChange, {
    description: 'Changes of a hotel, each time that something becomes of one.',
    subscribe: ({ args, context }) => changeProgress(context, args),
  })
  changeProgress(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) _hotelId: string,
    @Root() change: Change,
  ): PmsChange {
    return change
  }
}

export const actorOf = ({ viewer }: ApiContext) => viewer?.subject ?? ''

export async function requireChange({ loaders }: ApiContext, id: string): Promise<Change> {
  const change = await loaders.change.load(id)
  if (change === null) throw new PmsIntegrationError('NOT_FOUND', 'There is no such change.', { field: 'changeId' })
  return change
}

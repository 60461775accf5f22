import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Mutation, Query, Resolver, Root } from 'type-graphql'
import { canUndo } from '../../changes/asking/undo.ts'
import type { Change } from '../../entities/change.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { PmsChange } from '../../schema/changes/change.ts'
import {
  ConflictListArgs,
  type PmsConflict,
  PmsConflictConnection,
  PmsResolveConflictsInput,
  PmsResolveConflictsPayload,
  PmsTriedDefaults,
  PmsUndoChangeInput,
} from '../../schema/changes/conflict.ts'
import type { Connection } from '../../schema/common/connection.ts'
import { PmsGroupDefaultInput } from '../../schema/conflict-default.ts'
import type { ApiContext } from '../access/context.ts'
import { toPayloadError } from '../access/payload-errors.ts'
import { Policy } from '../access/policy.ts'
import { type Answer, askFor, ofInput, payload } from './ask.ts'
import { actorOf, requireChange } from './change.ts'
import { conflictPage } from './conflict-page.ts'
import { defaultsOf } from './defaults-of.ts'

const ofHotel = Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
const MAX_CONFLICTS = 200

/** What was changed here and at the PMS. */
@Resolver(() => PmsChange)
export class ConflictResolver {
  @ofHotel
  @Query(() => PmsConflictConnection, {
    description: 'What was changed at a hotel here and at its PMS, the most harmful first.',
  })
  conflicts(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Args(() => ConflictListArgs) args: ConflictListArgs,
    @Ctx() context: ApiContext,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<PmsConflict>> {
    return conflictPage(context, hotelId, args, info)
  }

  @ofHotel
  @Query(() => PmsTriedDefaults, { description: 'What defaults would have made of the conflicts of the last 30 days.' })
  tryConflictDefaults(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Arg('provider', () => String, { description: 'Key of the provider.' }) provider: string,
    @Arg('defaults', () => [PmsGroupDefaultInput], { description: 'Who would give way.' })
    defaults: PmsGroupDefaultInput[],
    @Ctx() { changes }: ApiContext,
  ): Promise<PmsTriedDefaults> {
    return changes.tryDefaults({ hotelId, provider }, defaultsOf(defaults) ?? {})
  }

  @Policy({ permission: 'ADMIN_EDIT', hotel: 'VIEWER' })
  @Mutation(() => PmsResolveConflictsPayload, {
    description: 'Decides conflicts, each by itself. Refused where the PMS has moved since they were shown.',
  })
  async resolveConflicts(
    @Arg('input', () => PmsResolveConflictsInput, { description: 'The conflicts, and who gives way.' })
    input: PmsResolveConflictsInput,
    @Ctx() context: ApiContext,
  ): Promise<PmsResolveConflictsPayload> {
    const { conflicts, choice, values } = input
    const most = choice === 'CUSTOM' ? 1 : MAX_CONFLICTS
    if (conflicts.length === 0 || conflicts.length > most)
      throw badUserInput('conflicts', `has to name 1${most === 1 ? '' : ` to ${most}`}`)
    const answer: Required<PmsResolveConflictsPayload> & { changes: Change[] } = { changes: [], errors: [] }
    for (const [at, { changeId, version }] of conflicts.entries()) {
      try {
        const { hotelId, id } = await requireChange(context, changeId)
        const decision = { hotelId, changeId: id, version, choice, values, actor: actorOf(context) }
        answer.changes.push(await context.changes.resolve(decision))
      } catch (error) {
        answer.errors.push(refusalOf(error, at))
      }
    }
    return answer
  }

  @ofInput
  @Mutation(payload, {
    description: 'Takes back a change that was applied, by a new one. Mails and fees are not taken back.',
  })
  async undoChange(
    @Arg('input', () => PmsUndoChangeInput, { description: 'The change.' }) input: PmsUndoChangeInput,
    @Ctx() context: ApiContext,
  ): Answer {
    const { hotelId, changeId, pricing, notifyGuest } = input
    await requireChange(context, changeId)
    const options = { pricing, notifyGuest }
    const undo = { hotelId, changeId, requestedBy: actorOf(context), options }
    return askFor(context, input, await context.changes.undoOf(undo))
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether `undoChange` can take it back, for 30 days after it was applied.',
  })
  canUndo(@Root() change: Change, @Ctx() { listProviders, clock }: ApiContext): boolean {
    const adapter = listProviders().find(({ key }) => key === change.provider)
    return adapter !== undefined && canUndo(adapter, change, clock.now())
  }
}

function refusalOf(error: unknown, at: number) {
  if (!(error instanceof PmsIntegrationError) || error.code === 'SERVICE_UNAVAILABLE') throw error
  return {
    ...toPayloadError(error),
    field: error.field === undefined ? `conflicts.${at}` : `conflicts.${at}.${error.field}`,
  }
}

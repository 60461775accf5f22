import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql'
import { Arg, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { canUndo } from '../../changes/asking/undo.ts'
import type { Conflict } from '../../changes/conflicts/list.ts'
import { versionOf } from '../../changes/conflicts/resolve.ts'
import { describeConflict } from '../../changes/conflicts/words.ts'
import type { Change } from '../../entities/change.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { PmsChange } from '../../schema/changes/change.ts'
import {
  type PmsConflict,
  PmsConflicts,
  PmsResolveConflictsInput,
  PmsResolveConflictsPayload,
  PmsTriedDefaults,
  PmsUndoChangeInput,
} from '../../schema/changes/conflict.ts'
import { PmsGroupDefaultInput } from '../../schema/conflict-default.ts'
import type { ApiContext } from '../access/context.ts'
import { toPayloadError } from '../access/payload-errors.ts'
import { Policy } from '../access/policy.ts'
import { type Answer, askFor, ofInput, payload } from './ask.ts'
import { actorOf, requireChange } from './change.ts'
import { defaultsOf } from './defaults-of.ts'
import { maskedFor } from './mask-values.ts'

const ofHotel = Policy<{ hotelId: string }>({ permission: 'ADMIN_VIEW', hotel: ({ hotelId }) => hotelId })
const MAX_CONFLICTS = 200

/** What was changed here and at the PMS. */
@Resolver(() => PmsChange)
export class ConflictResolver {
  @ofHotel
  @Query(() => PmsConflicts, {
    description: 'What was changed at a hotel here and at its PMS, the most harmful first.',
  })
  async conflicts(
    @Arg('hotelId', () => ID, { description: 'Id of the hotel.' }) hotelId: string,
    @Arg('first', () => Int, { nullable: true, description: 'How many at most; 50 if not given, 200 at most.' })
    first: number | null | undefined,
    @Ctx() context: ApiContext,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<PmsConflicts> {
    const most = first ?? 50
    if (most < 1 || most > MAX_CONFLICTS) throw badUserInput('first', `must be 1 to ${MAX_CONFLICTS}`)
    const { total, items } = await context.changes.conflicts(hotelId, most)
    return { total, nodes: items.map((item) => shownTo(context, schema, item)) }
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

/** Values masked as the row's fields are, and so are the words that tell them. */
function shownTo({ viewer }: ApiContext, schema: GraphQLSchema, conflict: Conflict): PmsConflict {
  const { change, severity, nights, roomNumber } = conflict
  const seen = (values: Change['base']) => maskedFor(viewer, schema, change, values)
  const sides = { base: seen(change.base), wanted: seen(change.wanted), theirs: seen(change.theirs) }
  return {
    ...{ change, version: versionOf(change), groups: change.contested ?? change.groups, severity, nights, roomNumber },
    ...{ base: sides.base, ours: sides.wanted, theirs: sides.theirs, by: change.requestedBy, at: change.createdAt },
    theirsSince: change.theirsModifiedAt ?? change.conflictAt ?? change.updatedAt,
    says: describeConflict(conflict, sides, viewer?.subject ?? null),
  }
}

function refusalOf(error: unknown, at: number) {
  if (!(error instanceof PmsIntegrationError) || error.code === 'SERVICE_UNAVAILABLE') throw error
  return {
    ...toPayloadError(error),
    field: error.field === undefined ? `conflicts.${at}` : `conflicts.${at}.${error.field}`,
  }
}

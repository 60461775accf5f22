import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { PmsChangeSet, PmsChangeSetPayload } from '../../../schema/changes/sets/change-set.ts'
import { PmsRunChangeSetInput } from '../../../schema/changes/sets/inputs.ts'
import type { Result } from '../../../schema/payloads.ts'
import type { ApiContext } from '../../access/context.ts'
import { Policy } from '../../access/policy.ts'
import { actorOf } from '../change.ts'
import { requireChangeSet } from './change-set.ts'

const forEditors = Policy({ permission: 'ADMIN_EDIT', hotel: 'VIEWER' })
const ID_OF_SET = { description: 'Id of the set.' }

/** What people say of change sets that have been looked at. */
@Resolver(() => PmsChangeSet)
export class ChangeSetRunResolver {
  @forEditors
  @Mutation(() => PmsChangeSetPayload, {
    description:
      'Starts a change set exactly as it was shown: its items previewed as SEND are sent, a few first and the others when these have ended well. One at a time of a connection.',
  })
  async runChangeSet(
    @Arg('input', () => PmsRunChangeSetInput, { description: 'The set, and what of it was shown.' })
    { changeSetId, previewHash }: PmsRunChangeSetInput,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangeSetPayload>> {
    const word = { ...(await wordOn(context, changeSetId)), previewHash }
    return { changeSet: await context.changes.sets.run(word) }
  }

  @forEditors
  @Mutation(() => PmsChangeSetPayload, {
    description: 'Lets nothing more of a change set be sent; what is on its way ends by itself.',
  })
  async pauseChangeSet(
    @Arg('changeSetId', () => ID, ID_OF_SET) changeSetId: string,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangeSetPayload>> {
    return { changeSet: await context.changes.sets.pause(await wordOn(context, changeSetId)) }
  }

  @forEditors
  @Mutation(() => PmsChangeSetPayload, { description: 'Lets a change set go on that was paused.' })
  async resumeChangeSet(
    @Arg('changeSetId', () => ID, ID_OF_SET) changeSetId: string,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangeSetPayload>> {
    return { changeSet: await context.changes.sets.resume(await wordOn(context, changeSetId)) }
  }

  @forEditors
  @Mutation(() => PmsChangeSetPayload, {
    description: 'Ends a change set: what was not sent never is, what is on its way ends by itself.',
  })
  async cancelChangeSet(
    @Arg('changeSetId', () => ID, ID_OF_SET) changeSetId: string,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangeSetPayload>> {
    return { changeSet: await context.changes.sets.cancel(await wordOn(context, changeSetId)) }
  }

  @forEditors
  @Mutation(() => PmsChangeSetPayload, {
    description:
      'Makes another change set that takes back what this one has done, to be looked at and run as any other. Lines that cannot be taken back say why; mails and fees never are.',
  })
  async undoChangeSet(
    @Arg('changeSetId', () => ID, ID_OF_SET) changeSetId: string,
    @Ctx() context: ApiContext,
  ): Promise<Result<PmsChangeSetPayload>> {
    return { changeSet: await context.changes.sets.undo(await wordOn(context, changeSetId)) }
  }
}

async function wordOn(context: ApiContext, changeSetId: string) {
  const { hotelId, id } = await requireChangeSet(context, changeSetId)
  return { hotelId, id, actor: actorOf(context) }
}

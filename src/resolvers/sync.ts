import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql'
import { PmsIntegrationError } from '../errors.ts'
import { omitNullish } from '../platform/omit-nullish.ts'
import { PmsReplayInput } from '../schema/inputs/sync.ts'
import { PmsReplayPayload, PmsSyncPayload, type Result } from '../schema/payloads.ts'
import type { ApiContext } from './access/context.ts'
import { Policy } from './access/policy.ts'
import { requireUuids } from './loaders/uuid.ts'

type HotelInput = { input: { hotelId: string } }
const ofInput = ({ input }: HotelInput) => input.hotelId

@Resolver()
export class SyncResolver {
  @Policy({ permission: 'ADMIN_EDIT', hotel: 'VIEWER' })
  @Mutation(() => PmsSyncPayload, { description: 'Stops a sync. What it has stored stays.' })
  async cancelSync(
    @Arg('syncLogId', () => ID, { description: 'Id of the sync.' }) syncLogId: string,
    @Ctx() { engine, loaders, viewer }: ApiContext,
  ): Promise<Result<PmsSyncPayload>> {
    const syncLog = await loaders.syncLog.load(syncLogId)
    if (syncLog === null) throw new PmsIntegrationError('NOT_FOUND', 'There is no such sync.', { field: 'syncLogId' })
    return { syncLog: await engine.cancel(syncLog.id, viewer?.subject) }
  }

  @Policy<HotelInput>({ permission: 'ADMIN_EDIT', hotel: ofInput })
  @Mutation(() => PmsReplayPayload, {
    description: 'Maps and stores failed items again, from the payload that was kept.',
  })
  async replayFailures(
    @Arg('input', () => PmsReplayInput, { description: 'The failures to replay.' }) input: PmsReplayInput,
    @Ctx() { engine, viewer }: ApiContext,
  ): Promise<Result<PmsReplayPayload>> {
    const { hotelId, provider, entityType, failureIds, syncLogId, filter, dryRun } = input
    requireUuids('failureIds', failureIds ?? [])
    requireUuids('syncLogId', [syncLogId])
    const selection = omitNullish({ failureIds, syncLogId, ...filter, triggeredBy: viewer?.subject })
    const request = { hotelId, provider, entityType, ...selection }
    const count = await engine.countReplayable(request)
    return { count, syncLog: dryRun ? null : await engine.requestReplay(request) }
  }
}

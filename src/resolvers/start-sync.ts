import { omitNullish } from '../platform/omit-nullish.ts'
import type { EntityType } from '../records/entity-type.ts'
import type { PmsSyncInput } from '../schema/inputs/sync.ts'
import type { PmsSyncPayload, Result } from '../schema/payloads.ts'
import type { ApiContext } from './access/context.ts'

/** Queues a sync, and answers at once or when it has ended. */
export async function startSync(
  { engine, viewer, signal }: ApiContext,
  entityType: EntityType,
  input: PmsSyncInput,
): Promise<Result<PmsSyncPayload>> {
  const { hotelId, provider, slice, since, limit, full, acceptDeletions, wait } = input
  const optional = omitNullish({ slice, since, limit, triggeredBy: viewer?.subject })
  const request = { hotelId, provider, entityType, full, acceptDeletions, trigger: 'MANUAL' as const, ...optional }
  const syncLog = await engine.request(request)
  return { syncLog: wait ? await engine.waitForEnd(syncLog.id, signal()) : syncLog }
}

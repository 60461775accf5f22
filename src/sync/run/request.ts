import { findEnabledConfiguration } from '../../configurations/connection.ts'
import type { SyncLog, SyncTrigger } from '../../entities/sync-log.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import { audit } from '../../hotels/audit.ts'
import { currentOrigin } from '../../platform/cause.ts'
import type { ScopedTransaction } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'
import type { EntityType } from '../../records/entity-type.ts'
import { progressOf, progressTopic } from '../events/progress.ts'
import { findActiveRun, findWatermark, insertQueued, type NewRun } from '../store/runs.ts'
import { syncedEntities } from '../synced/synced-entities.ts'
import { slicesOf } from '../synced/synced-entity.ts'
import { traceFactsOf } from './announce.ts'
import type { EngineDeps } from './deps.ts'
import type { Asked } from './plan.ts'
import { countReplayable } from './replay-failures.ts'

/** What a caller asks of the engine. */
export interface SyncRequest {
  hotelId: string
  /** Key of the provider. */
  provider: string
  entityType: EntityType
  /** Which part of it, where it has several; otherwise the first. */
  slice?: string
  /** Only what changed at the vendor since then. Without it the engine continues where the last complete run began. */
  since?: Date
  /** Stop after this many items. Such a run proves nothing about the rest. */
  limit?: number
  /** Walk everything, ignoring every checkpoint and watermark; may set tombstones. */
  full?: boolean
  /** A person's word that this walk may delete more rows than the safety brake allows. */
  acceptDeletions?: boolean
  trigger: SyncTrigger
  triggeredBy?: string
  /** How many runs before it failed, when a schedule tries again. */
  retry?: number
}

export interface ReplayRequest {
  hotelId: string
  provider: string
  entityType: EntityType
  /** Only these failures; otherwise every open one that matches. */
  failureIds?: readonly string[]
  syncLogId?: string
  /** Only failures with this code, of this field, of this item. */
  errorCode?: string
  path?: string
  externalId?: string
  triggeredBy?: string
}

const LIMIT_MAX = 10_000_000
/** Clocks differ a little; more than this and `since` is a mistake. */
const FUTURE_TOLERANCE_MS = 60_000

/** See `SyncEngine.request`. */
export async function requestSync(deps: EngineDeps, request: SyncRequest): Promise<SyncLog> {
  checkInput(deps, request)
  const slice = sliceOf(request)
  await checkMaySync(deps, request)
  const { full, since, limit, acceptDeletions, retry } = request
  return queue(deps, request, {
    slice,
    operation: await operationOf(deps, { ...request, slice }),
    trigger: request.trigger,
    metadata: asked({ full, since, limit, acceptDeletions, retry }),
  })
}

/** See `SyncEngine.requestReplay`. */
export async function requestReplay(deps: EngineDeps, request: ReplayRequest): Promise<SyncLog> {
  await checkMaySync(deps, request)
  if ((await countReplayable(deps.database, request)) === 0) {
    throw new PmsIntegrationError('NOT_FOUND', 'No open failure matches.', { field: 'failureIds' })
  }
  const { syncLogId, errorCode, path, externalId } = request
  const failureIds = request.failureIds === undefined ? undefined : [...request.failureIds]
  return queue(deps, request, {
    slice: '',
    operation: 'REPLAY',
    trigger: 'REPLAY',
    metadata: asked({ failureIds, fromSyncLogId: syncLogId, errorCode, path, externalId }),
  })
}

function checkInput({ clock }: EngineDeps, { since, limit }: SyncRequest): void {
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= LIMIT_MAX)) {
    throw badUserInput('limit', `must be a whole number from 1 to ${LIMIT_MAX}`)
  }
  if (since === undefined) return
  if (Number.isNaN(since.getTime())) throw badUserInput('since', 'must be an instant in ISO 8601')
  if (since.getTime() > clock.now().getTime() + FUTURE_TOLERANCE_MS)
    throw badUserInput('since', 'must not be in the future')
}

/** @throws PmsIntegrationError BAD_USER_INPUT for one that the type does not have */
function sliceOf({ entityType, slice }: SyncRequest): string {
  const slices = slicesOf(syncedEntities[entityType])
  const wanted = slice ?? slices[0] ?? ''
  if (slices.includes(wanted)) return wanted
  const named = slices.filter((name) => name !== '')
  throw badUserInput('slice', named.length === 0 ? 'is not for this entity type' : `must be one of ${named.join(', ')}`)
}

async function checkMaySync(deps: EngineDeps, { hotelId, provider, entityType }: SyncRequest | ReplayRequest) {
  const adapter = deps.adapters(provider)
  await findEnabledConfiguration(deps.database, { hotelId, provider })
  const { kind } = syncedEntities[entityType]
  if (adapter.fetch[kind] === undefined) {
    throw new PmsIntegrationError('UNSUPPORTED_CAPABILITY', `${adapter.name} has no ${kind} to sync.`)
  }
}

/** A walk from nothing is a full one, whether asked for or because nothing has been proven yet. */
async function operationOf({ database }: EngineDeps, request: SyncRequest): Promise<'FULL' | 'INCREMENTAL'> {
  if (request.full) return 'FULL'
  if (request.since !== undefined) return 'INCREMENTAL'
  return (await findWatermark(database, request)) === null ? 'FULL' : 'INCREMENTAL'
}

/** What was asked, without what was not; null when there is nothing to keep. */
function asked(options: { [K in keyof Asked]: Asked[K] | undefined }): JsonObject | null {
  const kept = JSON.parse(JSON.stringify(options)) as JsonObject
  return Object.keys(kept).length === 0 ? null : kept
}

async function queue(
  deps: EngineDeps,
  { hotelId, provider, entityType, triggeredBy }: SyncRequest | ReplayRequest,
  run: Pick<NewRun, 'slice' | 'operation' | 'trigger' | 'metadata'>,
): Promise<SyncLog> {
  const { operation, trigger } = run
  const facts = traceFactsOf({ hotelId, provider, entityType, operation, trigger })
  return deps.tracing.span('sync.request', { kind: 'PRODUCER', facts }, async (span) => {
    const log = await insert(deps, { hotelId, provider, entityType, triggeredBy: triggeredBy ?? null, ...run })
    span.note({ 'pms.sync.id': log.id })
    return log
  })
}

async function insert(deps: EngineDeps, run: Omit<NewRun, 'origin'>): Promise<SyncLog> {
  const asked = { ...run, origin: currentOrigin() }
  const log = await deps.database.transaction(async (tx) => {
    const queued = await insertQueued(tx, asked)
    if (queued !== null) auditRequest(tx, queued)
    return queued
  })
  if (log === null) throw await alreadyRunning(deps, run)
  await deps.pubsub.publish(progressTopic(log), progressOf(log))
  await deps.enqueue(log.id)
  return log
}

/** Schedules and webhooks ask all the time; what is noted is what people ask. */
function auditRequest(tx: ScopedTransaction, { id, hotelId, provider, entityType, operation, ...log }: SyncLog): void {
  if (log.trigger !== 'MANUAL' && log.trigger !== 'REPLAY') return
  const action = log.trigger === 'REPLAY' ? 'failures.replayed' : 'sync.requested'
  const details = { provider, entityType, operation, syncLogId: id }
  audit(tx, { hotelId, actor: log.triggeredBy, action, details })
}

async function alreadyRunning({ database }: EngineDeps, walk: Pick<NewRun, 'hotelId' | 'provider' | 'entityType'>) {
  const active = await findActiveRun(database, walk)
  return new PmsIntegrationError('SYNC_ALREADY_RUNNING', 'A sync of this kind is already running for this hotel.', {
    details: { syncLogId: active?.id ?? null, ...(active?.slice && { slice: active.slice }) },
  })
}

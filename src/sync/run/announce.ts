import type { SyncLog } from '../../entities/sync-log.ts'
import { type Cause, readOrigin } from '../../platform/cause.ts'
import { isRowType, recordTypes } from '../../records/entity-type.ts'
import { emitRow } from '../events/events.ts'
import { changedTopic } from '../events/progress.ts'
import { summaryOf } from '../events/summary.ts'
import type { Projected } from '../store/project.ts'
import type { WrittenRow } from '../store/upsert.ts'
import type { EngineDeps } from './deps.ts'

type Listeners = Pick<EngineDeps, 'log' | 'events' | 'pubsub'>

/** What the rest of the world hears of a run: a log line, domain events and messages to subscribers, after the commit. */

export function announceStart(deps: Listeners, log: SyncLog): void {
  const started = factsOf(log)
  deps.log.info({ event: 'pms.sync.started', ...started, ...loggedOf(log) }, `Syncing ${nounOf(log)} of ${log.hotelId}`)
  deps.events.emit('pms.sync.started', started)
}

export function announceRows(
  deps: Listeners & Pick<EngineDeps, 'clock'>,
  log: SyncLog,
  rows: readonly WrittenRow[],
): void {
  if (rows.length === 0) return
  const { hotelId, provider, entityType } = log
  const syncedAt = deps.clock.now()
  const lagsMs = lagsOf(log, rows, syncedAt)
  if (lagsMs.length > 0)
    deps.events.emit('pms.rows.caught-up', { provider, entityType, operation: log.operation, lagsMs })
  if (isRowType(entityType)) {
    for (const { id, externalId, changeId } of rows) {
      const own = changeId === undefined ? {} : { changeId }
      emitRow(deps.events, entityType, id, { hotelId, provider, externalId, syncedAt, ...own })
    }
  }
  announceChanged(
    deps,
    log,
    rows.map(({ id }) => id),
  )
}

/** A first walk finds what changed years ago, and a full one what nobody had to tell: neither says how far behind we are. */
function lagsOf({ operation, beganEmpty }: SyncLog, rows: readonly WrittenRow[], syncedAt: Date): number[] {
  if (operation !== 'WEBHOOK' && (operation !== 'INCREMENTAL' || beganEmpty)) return []
  const changed = rows.flatMap(({ changedAt }) => changedAt ?? [])
  return changed.map((changedAt) => Math.max(syncedAt.getTime() - changedAt.getTime(), 0))
}

export function announceChanged(deps: Listeners, log: SyncLog, ids: readonly string[]): void {
  if (ids.length === 0) return
  const { hotelId, provider, entityType } = log
  void deps.pubsub.publish(changedTopic(hotelId, entityType), { hotelId, provider, entityType, ids })
}

/** Rows of another type that took something over from those of the run. */
export function announceProjected(deps: Listeners, log: SyncLog, projected: Projected | null): void {
  if (projected === null) return
  const { hotelId, provider } = log
  const { type: entityType, ids } = projected
  void deps.pubsub.publish(changedTopic(hotelId, entityType), { hotelId, provider, entityType, ids })
}

const ENDED = { FAILED: 'pms.sync.failed', CANCELLED: 'pms.sync.cancelled' } as const

export function announceEnd(deps: Listeners, log: SyncLog): void {
  const event = log.status === 'FAILED' || log.status === 'CANCELLED' ? ENDED[log.status] : 'pms.sync.completed'
  const { itemsHeldBack: heldBack, itemsDuplicate: duplicate } = log
  const ended = { ...factsOf(log), ...summaryOf(log), heldBack, duplicate }
  const level = log.status === 'FAILED' || log.status === 'PARTIAL' ? 'warn' : 'info'
  deps.log[level]({ event, ...ended, ...loggedOf(log) }, sentenceOf(log))
  deps.events.emit(event, ended)
}

/** As spans name a run. */
export const traceFactsOf = (run: Pick<SyncLog, 'hotelId' | 'provider' | 'entityType' | 'operation' | 'trigger'>) => ({
  ...{ 'pms.hotel': run.hotelId, 'pms.provider': run.provider, 'pms.entity': run.entityType },
  ...{ 'pms.operation': run.operation, 'pms.trigger': run.trigger },
})

/** As the specification names it in lines of the log. */
const loggedOf = ({ id: syncId, startedAt, completedAt }: SyncLog) => ({
  syncId,
  ...(startedAt && { startedAt: startedAt.toISOString() }),
  ...(completedAt && { completedAt: completedAt.toISOString() }),
})

/** Of whatever is done about a run: what asked for it, and the run itself. */
export const causeOf = ({ id, origin }: Pick<SyncLog, 'id' | 'origin'>): Cause => ({
  ...readOrigin(origin),
  syncId: id,
})

function factsOf(log: SyncLog) {
  const { id: syncLogId, hotelId, provider, entityType, operation, trigger } = log
  return { syncLogId, hotelId, provider, entityType, operation, trigger }
}

const nounOf = ({ entityType }: SyncLog) => recordTypes[entityType].words.many

function sentenceOf(log: SyncLog): string {
  const what = `Sync of ${nounOf(log)} of ${log.hotelId}: ${log.status.toLowerCase()}`
  const counts = `${log.itemsProcessed} seen, ${log.itemsCreated} new, ${log.itemsUpdated} changed, ${log.itemsFailed} failed`
  return log.errorSummary === null ? `${what}; ${counts}` : `${what}; ${counts}; ${log.errorSummary}`
}

import type { Metrics } from '../platform/metrics.ts'
import type { EventBus, SyncEnded } from '../sync/events/events.ts'

/** Seconds, from one item of a webhook to a first sync of hours. */
const DURATIONS = [0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 900, 3_600, 14_400]
/** Seconds, from a webhook to a schedule of a day. */
const LAGS = [1, 5, 15, 60, 300, 900, 1_800, 3_600, 14_400, 43_200, 86_400]
const OUTCOMES = ['created', 'updated', 'unchanged', 'failed', 'deleted'] as const
const ENDS = ['pms.sync.completed', 'pms.sync.failed', 'pms.sync.cancelled'] as const

/** Counts every sync that ends in this process, when it ends. */
export function measureSyncs(events: EventBus, metrics: Metrics): void {
  const ended = metrics.counter('pms_syncs_ended_total', 'Syncs that ended.', [
    'provider',
    'entity',
    'operation',
    'status',
  ])
  const failed = metrics.counter('pms_sync_failures_total', 'Syncs that failed, by error code.', ['provider', 'code'])
  const items = metrics.counter('pms_sync_items_total', 'Items of syncs that ended, by what became of them.', [
    'provider',
    'entity',
    'outcome',
  ])
  const duplicate = metrics.counter('pms_sync_items_duplicate_total', 'Of those unchanged: sent more than once.', [
    'provider',
    'entity',
  ])
  const heldBack = metrics.counter('pms_sync_items_held_back_total', 'Of those unchanged: older than what is stored.', [
    'provider',
    'entity',
  ])
  const durations = metrics.histogram('pms_sync_duration_seconds', 'From start to end, waits included.', {
    labels: ['provider', 'entity', 'operation'],
    buckets: DURATIONS,
  })
  const lags = metrics.histogram('pms_sync_lag_seconds', 'From a change at the PMS until it was stored.', {
    labels: ['provider', 'entity', 'operation'],
    buckets: LAGS,
  })
  events.on('pms.rows.caught-up', ({ provider, entityType: entity, operation, lagsMs }) => {
    for (const lagMs of lagsMs) lags({ provider, entity, operation }, lagMs / 1_000)
  })
  const count = (sync: SyncEnded) => {
    const { provider, entityType: entity, operation, status } = sync
    ended({ provider, entity, operation, status })
    for (const outcome of OUTCOMES) items({ provider, entity, outcome }, sync[outcome])
    duplicate({ provider, entity }, sync.duplicate)
    heldBack({ provider, entity }, sync.heldBack)
    if (status === 'FAILED') failed({ provider, code: sync.errorCode ?? 'INTERNAL_SERVER_ERROR' })
    // How long a person waited before changing their mind says nothing about the vendor.
    if (status !== 'CANCELLED') durations({ provider, entity, operation }, sync.durationMs / 1_000)
  }
  for (const event of ENDS) events.on(event, count)
}

import type { SyncLog, SyncStatus } from '../../entities/sync-log.ts'
import type { EntityType } from '../../records/entity-type.ts'

/** A run in numbers, the same in events, on the command line and for callers in this process. */
export interface SyncSummary {
  syncLogId: string
  entityType: EntityType
  status: SyncStatus
  processed: number
  created: number
  updated: number
  unchanged: number
  failed: number
  /** Values of stored items that could not be read; the run shows the first of them. */
  unread: number
  /** Rows that a complete full walk no longer saw. */
  deleted: number
  /** From start to end; 0 for a run that never started. */
  durationMs: number
  errorCode: string | null
}

export function summaryOf(log: SyncLog): SyncSummary {
  return {
    syncLogId: log.id,
    entityType: log.entityType,
    status: log.status,
    processed: log.itemsProcessed,
    created: log.itemsCreated,
    updated: log.itemsUpdated,
    unchanged: log.itemsUnchanged,
    failed: log.itemsFailed,
    unread: log.unreadCount,
    deleted: log.itemsDeleted,
    durationMs: log.duration ?? 0,
    errorCode: log.errorCode,
  }
}

import type { SyncLog, SyncStatus } from '../../entities/sync-log.ts'
import { type EntityType, recordTypes } from '../../records/entity-type.ts'

/** What a run is doing right now. WAITING is for the vendor's allowance or a retry; it is not a failure. */
export const SYNC_PHASES = ['QUEUED', 'FETCHING', 'WAITING', 'FINISHING', 'ENDED'] as const
export type SyncPhase = (typeof SYNC_PHASES)[number]

/** One look at a run, as subscribers get it: plain JSON, instants in ISO 8601. */
export interface SyncProgress {
  syncLogId: string
  hotelId: string
  provider: string
  entityType: EntityType
  /** Empty where the type is synced as one. */
  slice: string
  status: SyncStatus
  phase: SyncPhase
  /** Grows with every event of a run; a smaller one is late and can be ignored. */
  sequence: number
  processed: number
  created: number
  updated: number
  unchanged: number
  failed: number
  /** Rows marked as deleted, which happens at the end. */
  deleted: number
  /** Items announced by the vendor, when it says. */
  total: number | null
  /** Items per second since this run was started or resumed. */
  rate: number | null
  /** Estimated milliseconds to the end; null while unknown. */
  etaMs: number | null
  waitingUntil: string | null
  /** One sentence for a person. */
  message: string
  at: string
  /** Of the trace that it is a part of, where there is one. */
  traceparent?: string
}

/** Topics are dot-separated; ids of other systems may hold anything, so they travel as hexadecimal. */
const segment = (id: string) => Buffer.from(id).toString('hex')

export const progressTopic = (log: Pick<SyncLog, 'hotelId' | 'id'>) => `sync.${segment(log.hotelId)}.${segment(log.id)}`
/** Matches every run of a hotel. */
export const hotelProgressTopic = (hotelId: string) => `sync.${segment(hotelId)}.*`

/** Ids of rows that a committed page created or changed; one message a page. */
export interface RowsChanged {
  hotelId: string
  provider: string
  entityType: EntityType
  ids: string[]
  /** As with progress. */
  traceparent?: string
}
/** Matches those of all entity types of a hotel. */
export const hotelChangedTopic = (hotelId: string) => `changed.${segment(hotelId)}.*`
export const changedTopic = (hotelId: string, entityType: EntityType) =>
  `changed.${segment(hotelId)}.${entityType.toLowerCase()}`

/** Something has become of a change of this hotel, or of a set of changes. */
export interface ChangeMoved {
  hotelId: string
  /** Of the change; null when it is about the set alone. */
  id: string | null
  setId: string | null
}
export const changeTopic = (hotelId: string) => `change.${segment(hotelId)}`

/** Room between two committed pages for events that only the running process knows of, such as waiting. */
const LIVE_EVENTS_A_PAGE = 1024

interface Live {
  /** Counts up between two commits. */
  step: number
  phase: SyncPhase
  rate?: number | null
  etaMs?: number | null
  waitingUntil?: Date | null
  message?: string
}

/** The progress that a stored run amounts to; what only the running process knows comes in `live`. */
export function progressOf(log: SyncLog, live: Partial<Live> = {}): SyncProgress {
  return {
    syncLogId: log.id,
    hotelId: log.hotelId,
    provider: log.provider,
    entityType: log.entityType,
    slice: log.slice,
    status: log.status,
    phase: live.phase ?? phaseOf(log),
    sequence: log.sequence * LIVE_EVENTS_A_PAGE + (live.step ?? 0),
    processed: log.itemsProcessed,
    created: log.itemsCreated,
    updated: log.itemsUpdated,
    unchanged: log.itemsUnchanged,
    failed: log.itemsFailed,
    deleted: log.itemsDeleted,
    total: log.itemsTotal,
    rate: live.rate ?? null,
    etaMs: live.etaMs ?? null,
    waitingUntil: (live.phase === undefined ? parkedUntil(log) : live.waitingUntil)?.toISOString() ?? null,
    message: live.message ?? messageOf(log),
    at: new Date().toISOString(),
  }
}

function phaseOf({ status, waitReason }: SyncLog): SyncPhase {
  if (status === 'QUEUED') return 'QUEUED'
  if (status !== 'RUNNING') return 'ENDED'
  return waitReason ? 'WAITING' : 'FETCHING'
}

/** Of a run that no worker holds while it waits. */
const parkedUntil = (log: SyncLog) => (phaseOf(log) === 'WAITING' ? log.readyAt : null)

function messageOf(log: SyncLog): string {
  const noun = recordTypes[log.entityType].words.many
  const counts = `${log.itemsProcessed}${log.itemsTotal === null ? '' : ` of ${log.itemsTotal}`} ${noun}`
  switch (log.status satisfies SyncStatus as SyncStatus) {
    case 'QUEUED':
      return `Waiting for a worker to sync ${noun}`
    case 'RUNNING':
      return log.waitReason ? `Waiting for the PMS; ${counts} so far` : `Syncing: ${counts}`
    case 'COMPLETED':
      return `Done: ${counts}, ${log.itemsCreated} new, ${log.itemsUpdated} changed`
    case 'PARTIAL':
      return log.errorSummary ?? `Done with problems: ${counts}, ${log.itemsFailed} failed`
    case 'FAILED':
      return log.errorSummary ?? 'Failed'
    case 'CANCELLED':
      return `Cancelled after ${counts}`
  }
}

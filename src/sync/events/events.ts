import type { SyncOperation, SyncTrigger } from '../../entities/sync-log.ts'
import type { ActionName } from '../../records/changes/actions.ts'
import type { Group } from '../../records/changes/groups.ts'
import { type EntityType, type RowType, recordTypes, type WordOf } from '../../records/entity-type.ts'
import { type CamelCase, camelCase, type KebabCase, kebabCase } from '../../records/record-type.ts'
import type { SyncSummary } from './summary.ts'

export interface RowSynced {
  hotelId: string
  provider: string
  externalId: string
  syncedAt: Date
  /** The change of ours whose effect this is. */
  changeId?: string
}

/** A change that people wanted at a PMS, and how it went. */
export interface ChangeEvent {
  changeId: string
  hotelId: string
  provider: string
  entityType: RowType
  entityId: string
  externalId: string
  action: ActionName
  groups: readonly Group[]
  /** Why it was refused. */
  errorCode: string | null
}

interface SyncEvent {
  syncLogId: string
  hotelId: string
  provider: string
  entityType: EntityType
  operation: SyncOperation
  trigger: SyncTrigger
}

export interface SyncEnded extends SyncEvent, SyncSummary {
  /** Of the unchanged: the PMS sent an older version than the stored one. */
  heldBack: number
  /** Of the unchanged: sent more than once. */
  duplicate: number
}

/** Rows that were stored because they had changed at the PMS: for how long each of them had, where the PMS says when. */
export interface RowsCaughtUp extends Pick<SyncEvent, 'provider' | 'entityType' | 'operation'> {
  lagsMs: readonly number[]
}

/** `pms.booking.synced` with a `bookingId`, and so on. */
type RowEvents = {
  [Type in RowType as `pms.${KebabCase<WordOf<Type>>}.synced`]: RowSynced &
    Readonly<Record<`${CamelCase<WordOf<Type>>}Id`, string>>
}

/** What other parts of the process may listen to. Emitted after the commit, never before. */
export interface PmsEvents extends RowEvents {
  'pms.sync.started': SyncEvent
  /** Of incremental syncs and webhooks: what others bring had changed long before anybody asked. */
  'pms.rows.caught-up': RowsCaughtUp
  'pms.sync.completed': SyncEnded
  'pms.sync.failed': SyncEnded
  'pms.sync.cancelled': SyncEnded
  /** Seen at the PMS. */
  'pms.change.applied': ChangeEvent
  'pms.change.rejected': ChangeEvent
  /** Both sides have changed the same; a person has to decide. */
  'pms.change.conflict': ChangeEvent
}

export interface EventBus {
  emit<K extends keyof PmsEvents>(event: K, payload: PmsEvents[K]): void
  /** Returns the function that ends the subscription. */
  on<K extends keyof PmsEvents>(event: K, listener: (payload: PmsEvents[K]) => void): () => void
}

type Listeners = { [K in keyof PmsEvents]?: Set<(payload: PmsEvents[K]) => void> }

/** In-process and synchronous. A listener that throws hurts neither the emitter nor the other listeners. */
export function createEventBus(onListenerError: (error: unknown, event: string) => void): EventBus {
  const listeners: Listeners = {}
  return {
    emit<K extends keyof PmsEvents>(event: K, payload: PmsEvents[K]) {
      for (const listener of listeners[event] ?? []) {
        try {
          listener(payload)
        } catch (error) {
          onListenerError(error, event)
        }
      }
    },
    on<K extends keyof PmsEvents>(event: K, listener: (payload: PmsEvents[K]) => void) {
      const set: Set<(payload: PmsEvents[K]) => void> = listeners[event] ?? new Set()
      Object.assign(listeners, { [event]: set.add(listener) })
      return () => void set.delete(listener)
    },
  }
}

/** Tells of a row that was created or changed, by the name of its type. */
export function emitRow(events: EventBus, type: RowType, id: string, row: RowSynced): void {
  const { one } = recordTypes[type].words
  const payload = { [`${camelCase(one)}Id`]: id, ...row } as RowEvents[keyof RowEvents]
  events.emit(`pms.${kebabCase(one)}.synced`, payload)
}

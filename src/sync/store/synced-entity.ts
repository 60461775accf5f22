import type { z } from 'zod'
import type { FetchKind } from '../../providers/provider.ts'
import type { JsonObject } from '../../records/common.ts'
import type { EntityType } from '../../records/entity-type.ts'
import type { EventBus, RowSynced } from '../events/events.ts'

/** What the engine needs of any record; the rest it copies column by column. */
export interface SyncedRecord {
  externalId: string
  externalUpdatedAt: Date | null
  metadata: JsonObject | null
}

export type ColumnType = 'text' | 'integer' | 'bigint' | 'date' | 'jsonb'

/**
 * An entity type as the engine sees it: a declaration, no code. The engine derives its SQL, its content hash and its
 * events from it.
 */
export interface SyncedEntity {
  readonly type: EntityType
  /** Which of a provider's `fetch`, `normalize` and `identify` functions serve it. */
  readonly kind: FetchKind
  readonly record: z.ZodType<SyncedRecord>
  readonly table: string
  /** Record field → column type; the column is the field in snake_case. */
  readonly columns: Readonly<Record<string, ColumnType>>
  /** Called once for every row created or changed, after the commit. */
  readonly announce: (events: EventBus, id: string, row: RowSynced) => void
}

/** Declares an entity type; the compiler holds `columns` against the record, so that no field is forgotten. */
export function defineSyncedEntity<R extends SyncedRecord>(
  entity: Omit<SyncedEntity, 'record' | 'columns'> & {
    record: z.ZodType<R>
    columns: Record<Exclude<keyof R, keyof SyncedRecord>, ColumnType>
  },
): SyncedEntity {
  return entity
}

import { syncedTables } from '../../entities/all.ts'
import type { JsonObject } from '../../records/common.ts'
import { type EntityType, type FetchKind, type Records, recordTypes } from '../../records/entity-type.ts'
import type { Report } from '../../records/lenient.ts'
import { readRecord } from '../../records/read-record.ts'

/** What the engine needs of any record; the rest it copies column by column. */
export interface SyncedRecord {
  externalId: string
  externalUpdatedAt: Date | null
  metadata: JsonObject | null
}

type ScalarType = 'text' | 'integer' | 'bigint' | 'boolean' | 'date' | 'timestamptz'
export type ColumnType = ScalarType | `${ScalarType}[]` | 'jsonb'

/** A part of an entity type that is synced by itself: nearer days more often than far ones. */
export interface Slice {
  /** In capitals, such as `NEAR`; empty where the type is one. */
  readonly slice: string
  /** Cron expression, on the hotel's clock. */
  readonly every: string
}

/** An entity type as the engine sees it: a declaration, no code. The engine derives its SQL and its content hash from it. */
export interface SyncedEntity {
  readonly type: EntityType
  /** Which of a provider's `fetch`, `normalize` and `identify` functions serve it. */
  readonly kind: FetchKind
  /** Makes a record of what a mapping returned. @throws ZodError */
  readonly read: (input: unknown, report: Report) => SyncedRecord
  readonly table: string
  /** Record field → column type; the column is the field in snake_case. */
  readonly columns: Readonly<Record<string, ColumnType>>
  /**
   * When it is due: with the configuration's schedule, or slice by slice at times of its own, which hotels without a
   * schedule have not either. The first slice is the one that is meant where none is named.
   */
  readonly due: 'SCHEDULE' | readonly Slice[]
}

/** What may be left out. */
type Options = Pick<SyncedEntity, 'due'>

/** Names of its slices. */
export const slicesOf = ({ due }: Pick<SyncedEntity, 'due'>): readonly string[] =>
  due === 'SCHEDULE' ? [''] : due.map(({ slice }) => slice)

type RecordOf<Type extends EntityType> = Records[(typeof recordTypes)[Type]['kind']]

/** Declares how an entity type is stored; the compiler holds `columns` against the record, so that no field is forgotten. */
export function defineSyncedEntity<Type extends EntityType>(
  type: Type,
  {
    columns,
    due = 'SCHEDULE',
  }: { columns: Record<Exclude<keyof RecordOf<Type>, keyof SyncedRecord>, ColumnType> } & Partial<Options>,
): SyncedEntity {
  const recordType = recordTypes[type]
  const read: SyncedEntity['read'] = (input, report) => readRecord<SyncedRecord>(recordType, input, report)
  return { type, kind: recordType.kind, read, table: syncedTables[type].meta.tableName, columns, due }
}

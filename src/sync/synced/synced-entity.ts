import { syncedTables } from '../../entities/all.ts'
import type { JsonObject } from '../../records/common.ts'
import { type FetchKind, type Records, type RowType, recordTypes, type SpanType } from '../../records/entity-type.ts'
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
/** Of a list with a value a day; `[][]` is persons × days. */
export type DailyType = 'integer[]' | 'bigint[]' | 'boolean[]' | 'bigint[][]'

/** A part of an entity type that is synced by itself: nearer days more often than far ones. */
export interface Slice {
  /** In capitals, such as `NEAR`; empty where the type is one. */
  readonly slice: string
  /** Cron expression, on the hotel's clock. */
  readonly every: string
  /** First and last day that it is about, counted from the hotel's today; left out where it is not about days. */
  readonly days?: readonly [first: number, last: number]
}

interface Synced {
  /** Which of a provider's `fetch`, `normalize` and `identify` functions serve it. */
  readonly kind: FetchKind
  /** Makes a record of what a mapping returned. @throws ZodError */
  readonly read: (input: unknown, report: Report) => SyncedRecord
  readonly table: string
  /**
   * When it is due: with the configuration's schedule, or slice by slice at times of its own, which hotels without a
   * schedule have not either. The first slice is the one that is meant where none is named.
   */
  readonly due: 'SCHEDULE' | readonly Slice[]
}

/** An entity type whose items are rows. */
export interface RowEntity extends Synced {
  readonly type: RowType
  readonly store: 'ROWS'
  /** Record field → column type; the column is the field in snake_case. */
  readonly columns: Readonly<Record<string, ColumnType>>
}

/** An entity type whose items are spans of days, which are merged into months: see store/spans. */
export interface SpanEntity extends Synced {
  readonly type: SpanType
  readonly store: 'SPANS'
  /** Record fields that tell series apart, such as plan and room type. */
  readonly series: readonly string[]
  /** Whether a series has a currency: what is said in one takes the place of what was said in another. */
  readonly hasCurrency: boolean
  /** Record field with a value a day → type of its column, which holds a month. */
  readonly attributes: Readonly<Record<string, DailyType>>
}

/** An entity type as the engine sees it: a declaration, no code. The engine derives its SQL from it. */
export type SyncedEntity = RowEntity | SpanEntity

/** Names of its slices. */
export const slicesOf = ({ due }: Pick<SyncedEntity, 'due'>): readonly string[] =>
  due === 'SCHEDULE' ? [''] : due.map(({ slice }) => slice)

type RecordOf<Type extends RowType | SpanType> = Records[(typeof recordTypes)[Type]['kind']]

/** Declares how an entity type is stored; the compiler holds `columns` against the record, so that no field is forgotten. */
export function defineSyncedEntity<Type extends RowType>(
  type: Type,
  {
    columns,
    due = 'SCHEDULE',
  }: { columns: Record<Exclude<keyof RecordOf<Type>, keyof SyncedRecord>, ColumnType> } & Partial<
    Pick<RowEntity, 'due'>
  >,
): RowEntity {
  const recordType = recordTypes[type]
  const read: RowEntity['read'] = (input, report) => readRecord<SyncedRecord>(recordType, input, report)
  return { type, kind: recordType.kind, store: 'ROWS', read, table: syncedTables[type].meta.tableName, columns, due }
}

/** What of a span says which days of what it is about. */
type SpanPlace = keyof SyncedRecord | 'from' | 'to'

/** The same for spans; their tables are named by hand, for no ORM reads months. */
export function defineSyncedSpans<Type extends SpanType, Series extends keyof RecordOf<Type> & string>(
  type: Type,
  declared: {
    readonly table: string
    readonly series: readonly Series[]
    readonly hasCurrency: boolean
    readonly due: SpanEntity['due']
    readonly attributes: Record<Exclude<keyof RecordOf<Type>, SpanPlace | Series | 'currency'>, DailyType>
  },
): SpanEntity {
  const { kind, schema } = recordTypes[type]
  // Nothing in a span is put right: a value that falls out of a list would move all days behind it.
  const read: SpanEntity['read'] = (input) => schema.parse(input)
  return { type, kind, store: 'SPANS', read, ...declared }
}

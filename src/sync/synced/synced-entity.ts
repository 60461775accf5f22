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
export type DailyType = 'smallint[]' | 'integer[]' | 'bigint[]' | 'boolean[]' | 'bigint[][]'

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
  /** Fields whose changes are kept in `pms_history`. */
  readonly history: readonly string[]
  /** How many days they are kept. */
  readonly historyDays: number
  /** The fields with the first and the last day of a record, where a walk may prove a range of days only: see `Proof`. */
  readonly days: readonly [first: string, last: string] | null
  /** What another type's rows take over from these. */
  readonly projects: Projection | null
  /** What fields are that a record may leave out, until another type has told them; left out, what is stored stays. */
  readonly leftOut: Readonly<Record<string, string>>
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

/** Values of one type's rows that are shown in another's, written in the same transaction. */
export interface Projection {
  readonly onto: RowType
  /** The field with the external id of the other's row. */
  readonly by: string
  /** Field there → its value; null where nothing is known: what is there stays. */
  readonly fields: Readonly<Record<string, (row: Readonly<Record<string, unknown>>) => string | null>>
}

/** What most types need nothing of; fields are names of the record's. */
interface Options<Type extends RowType> {
  readonly due: RowEntity['due']
  readonly history: readonly (keyof RecordOf<Type>)[]
  readonly historyDays: number
  readonly days: readonly [first: keyof RecordOf<Type>, last: keyof RecordOf<Type>] | null
  readonly projects: {
    readonly onto: RowType
    readonly by: keyof RecordOf<Type>
    readonly fields: Readonly<Record<string, (row: RecordOf<Type>) => string | null>>
  } | null
  readonly leftOut: { readonly [Field in keyof RecordOf<Type>]?: string }
}

const PLAIN = {
  due: 'SCHEDULE',
  history: [],
  historyDays: 30,
  days: null,
  projects: null,
  leftOut: {},
} as const satisfies Options<RowType>

/** Names of its slices. */
export const slicesOf = ({ due }: Pick<SyncedEntity, 'due'>): readonly string[] =>
  due === 'SCHEDULE' ? [''] : due.map(({ slice }) => slice)

type RecordOf<Type extends RowType | SpanType> = Records[(typeof recordTypes)[Type]['kind']]

/** Declares how an entity type is stored; the compiler holds `columns` against the record, so that no field is forgotten. */
export function defineSyncedEntity<Type extends RowType>(
  type: Type,
  {
    columns,
    ...options
  }: { columns: Record<Exclude<keyof RecordOf<Type>, keyof SyncedRecord>, ColumnType> } & Partial<Options<Type>>,
): RowEntity {
  const recordType = recordTypes[type]
  const read: RowEntity['read'] = (input, report) => readRecord<SyncedRecord>(recordType, input, report)
  const declared = { ...PLAIN, ...options } as unknown as Omit<
    RowEntity,
    'type' | 'kind' | 'store' | 'read' | 'table' | 'columns'
  >
  return {
    type,
    kind: recordType.kind,
    store: 'ROWS',
    read,
    table: syncedTables[type].meta.tableName,
    columns,
    ...declared,
  }
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

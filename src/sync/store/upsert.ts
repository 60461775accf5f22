import { v7 as uuidv7 } from 'uuid'
import { columnName } from '../../entities/select.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { ColumnType, RowEntity } from '../synced/synced-entity.ts'
import { encoderOf, isSentAsText } from './column-values.ts'
import type { ValidItem } from './validate.ts'

/** Whose rows. */
export interface Scope {
  readonly hotelId: string
  readonly provider: string
}

/** How old items are. */
export interface Age {
  /** When we began to ask for them. */
  readonly fetchedAt: Date
  /** See `StoreOptions.fullSince`. */
  readonly fullSince: Date | null
}

/** What brought a change, for the history of the row. */
export interface Origin {
  readonly syncLogId: string
  /** A change of ours that the PMS has carried out. */
  readonly changeId?: string | null
}

export interface WrittenRow {
  id: string
  externalId: string
  /** False when an existing row was changed. */
  created: boolean
  /** When it changed at the PMS, where that is told. */
  changedAt: Date | null
  /** The change of ours whose effect it shows. */
  changeId?: string
}

/** Whether nothing of this hotel and provider is stored. */
export async function isEmpty(sql: Sql, entity: RowEntity, { hotelId, provider }: Scope): Promise<boolean> {
  const [row] = await sql.query<{ empty: boolean }>(
    `SELECT NOT EXISTS (SELECT FROM ${entity.table} WHERE hotel_id = $1 AND provider = $2) AS empty`,
    [hotelId, provider],
  )
  return row?.empty ?? true
}

/** The items whose content is not what is stored; one index lookup a page, nothing written, no lock taken. */
export async function findChanged(
  sql: Sql,
  entity: RowEntity,
  scope: Scope,
  items: readonly ValidItem[],
): Promise<readonly ValidItem[]> {
  if (items.length === 0) return items
  // One look into the unique index an item. As a plain join the planner may read the whole hotel instead.
  const changed = await sql.query<{ externalId: string }>(
    `SELECT asked.external_id AS "externalId"
     FROM unnest($3::text[], $4::text[]) AS asked (external_id, hash)
     LEFT JOIN LATERAL (
       SELECT content_hash FROM ${entity.table}
       WHERE hotel_id = $1 AND provider = $2 AND external_id = asked.external_id
         AND deleted_at IS NULL LIMIT 1
     ) AS stored ON true
     WHERE stored.content_hash IS DISTINCT FROM asked.hash`,
    [scope.hotelId, scope.provider, items.map(({ record }) => record.externalId), items.map(({ hash }) => hash)],
  )
  const ids = new Set(changed.map(({ externalId }) => externalId))
  return items.filter(({ record }) => ids.has(record.externalId))
}

/**
 * Writes new and changed rows in one statement. A row whose stored version is newer stays as it is and is not returned.
 */
export async function upsert(
  sql: Sql,
  entity: RowEntity,
  scope: Scope,
  items: readonly ValidItem[],
  age: Age,
  origin: Origin | null = null,
): Promise<WrittenRow[]> {
  // What a record leaves out stays as it is, so that it is another statement.
  const groups = Map.groupBy(items, (item) => leavesOut(entity, item).join())
  const written: WrittenRow[] = []
  for (const group of groups.values()) written.push(...(await upsertAlike(sql, entity, scope, group, age, origin)))
  return written
}

const leavesOut = ({ leftOut }: RowEntity, { record }: ValidItem) =>
  Object.keys(leftOut).filter((field) => ((record as unknown as Record<string, unknown>)[field] ?? null) === null)

/** Of items that leave out the same fields. */
async function upsertAlike(
  sql: Sql,
  entity: RowEntity,
  scope: Scope,
  items: readonly ValidItem[],
  { fetchedAt, fullSince }: Age,
  origin: Origin | null,
): Promise<WrittenRow[]> {
  const [first] = items
  if (first === undefined) return []
  const isKept = origin !== null && entity.history.length > 0
  const { columns, statement } = planOf(entity, leavesOut(entity, first), isKept)
  const arrays = columns.map(({ pick }) => items.map(pick))
  const kept = isKept ? [origin.syncLogId, origin.changeId ?? null] : []
  return sql.query<WrittenRow>(statement, [scope.hotelId, scope.provider, fetchedAt, fullSince, ...arrays, ...kept])
}

interface UpsertColumn {
  readonly name: string
  readonly type: ColumnType | 'uuid'
  readonly pick: (item: ValidItem) => unknown
}

const FIXED: readonly UpsertColumn[] = [
  { name: 'id', type: 'uuid', pick: () => uuidv7() },
  { name: 'external_id', type: 'text', pick: ({ record }) => record.externalId },
  { name: 'external_updated_at', type: 'timestamptz', pick: ({ record }) => record.externalUpdatedAt },
  { name: 'content_hash', type: 'text', pick: ({ hash }) => hash },
  { name: 'metadata', type: 'jsonb', pick: pickOf('metadata', 'jsonb') },
]

interface UpsertPlan {
  readonly columns: readonly UpsertColumn[]
  readonly statement: string
}

const plans = new WeakMap<RowEntity, Map<string, UpsertPlan>>()

/** The entity's statement, built once for what may be left out. */
function planOf(entity: RowEntity, left: readonly string[], isKept: boolean): UpsertPlan {
  const ofEntity = plans.get(entity) ?? new Map<string, UpsertPlan>()
  plans.set(entity, ofEntity)
  const key = `${isKept} ${left.join()}`
  const plan = ofEntity.get(key) ?? makePlan(entity, left, isKept)
  ofEntity.set(key, plan)
  return plan
}

function makePlan(entity: RowEntity, left: readonly string[], isKept: boolean): UpsertPlan {
  const own = Object.entries(entity.columns).map(([field, type]) => ({
    name: columnName(field),
    type,
    pick: left.includes(field) ? () => entity.leftOut[field] : pickOf(field, type),
  }))
  const columns = [...FIXED, ...own]
  const write = statementFor(entity, columns, left.map(columnName), isKept)
  return { columns, statement: isKept ? withHistory(entity, write, columns) : write }
}

function pickOf(field: string, type: ColumnType): UpsertColumn['pick'] {
  const encode = encoderOf(type)
  return ({ record }) => encode((record as unknown as Record<string, unknown>)[field])
}

function statementFor(
  { table, history }: RowEntity,
  columns: readonly UpsertColumn[],
  left: readonly string[],
  isKept: boolean,
): string {
  const names = columns.map(({ name }) => name)
  const arrays = columns.map(({ type }, index) => `$${index + 5}::${isSentAsText(type) ? 'text' : type}[]`)
  const values = columns.map(({ name, type }) => (isSentAsText(type) ? `u.${name}::${type}` : `u.${name}`))
  const updates = names.filter((name) => name !== 'id' && name !== 'external_id' && !left.includes(name))
  return `
    INSERT INTO ${table} AS t (hotel_id, provider, last_synced_at, ${names.join(', ')})
    SELECT $1, $2, $3::timestamptz, ${values.join(', ')}
    FROM unnest(${arrays.join(', ')}) AS u (${names.join(', ')})${isKept ? BEFORE_FIRST : ''}
    ON CONFLICT (hotel_id, provider, external_id) DO UPDATE SET
      ${updates.map((name) => `${name} = excluded.${name}`).join(', ')},
      last_synced_at = excluded.last_synced_at,
      sync_status = 'SYNCED', sync_error = NULL, deleted_at = NULL, updated_at = now()
    WHERE ${NOT_OLDER}
    RETURNING t.id, t.external_id AS "externalId", (t.xmax = 0) AS created,
      t.external_updated_at AS "changedAt"${isKept ? `, ${keptOf(history, 't')}` : ''}`
}

const keptOf = (history: readonly string[], alias: string) =>
  history.map((field) => `${alias}.${columnName(field)}::text AS ${columnName(field)}`).join(', ')

/** Rows are locked, and read as they are then, before any is written. */
const BEFORE_FIRST = ' WHERE (SELECT count(*) FROM before) >= 0'

/** Beside each row that changes, what it was. */
function withHistory(entity: RowEntity, write: string, columns: readonly UpsertColumn[]): string {
  const { type, table, history } = entity
  const externalIds = columns.findIndex(({ name }) => name === 'external_id') + 5
  const origin = columns.length + 5
  const values = history.map((field) => `('${field}', b.${columnName(field)}, w.${columnName(field)})`)
  return `
    WITH before AS MATERIALIZED (
      SELECT t.id, ${keptOf(history, 't')} FROM ${table} t
      WHERE hotel_id = $1 AND provider = $2 AND external_id = ANY ($${externalIds}::text[])
      ORDER BY external_id FOR UPDATE
    ), written AS (${write}), noted AS (
      INSERT INTO pms_history (hotel_id, provider, entity_type, row_id, field, before, after, seen_at, sync_log_id, change_id)
      SELECT $1, $2, '${type}', w.id, f.field, f.before, f.after, $3, $${origin}::uuid, $${origin + 1}::uuid
      FROM written w JOIN before b ON b.id = w.id
      CROSS JOIN LATERAL (VALUES ${values.join(', ')}) AS f (field, before, after)
      WHERE f.before IS DISTINCT FROM f.after
    )
    SELECT id, "externalId", created, "changedAt" FROM written`
}

/** A version from the future of its own fetch is not believed: the row could never change again. */
const STORED_VERSION = `CASE WHEN t.external_updated_at <= t.last_synced_at + interval '1 day' THEN t.external_updated_at END`

/** A fetch in the future is one from before the clock was set back: older than any. */
const STORED_FETCH = `CASE WHEN t.last_synced_at > clock_timestamp() + interval '1 second' THEN '-infinity' ELSE t.last_synced_at END`

/**
 * The version guard: the vendor's modification time decides, the time of the fetch breaks ties. What was stored before a full
 * walk began gives way whatever its version: a PMS that was restored from a backup has older ones and is right all the same.
 */
const NOT_OLDER = `
  (${STORED_FETCH} < $4::timestamptz
    OR (coalesce(excluded.external_updated_at, ${STORED_VERSION}, '-infinity'), excluded.last_synced_at)
    >= (coalesce(${STORED_VERSION}, excluded.external_updated_at, '-infinity'), ${STORED_FETCH}))`

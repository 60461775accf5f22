import { syncedTables } from '../../entities/all.ts'
import { columnName, selectList } from '../../entities/select.ts'
import type { Sql } from '../../platform/database/database.ts'
import { ROW_TYPES, type RowType } from '../../records/entity-type.ts'
import { syncedRows } from '../synced/synced-entities.ts'
import type { Projection, RowEntity } from '../synced/synced-entity.ts'
import type { Scope, WrittenRow } from './upsert.ts'

/** Rows that took something over from another type's. */
export interface Projected {
  readonly type: RowType
  readonly ids: readonly string[]
}

/**
 * Writes what rows tell of another type's rows into those, as they are stored: what the rows that were written tell, and
 * what is known already of rows that are new.
 */
export async function projectRows(
  tx: Sql,
  entity: RowEntity,
  scope: Scope,
  rows: readonly WrittenRow[],
  all: readonly RowEntity[] = ALL,
): Promise<Projected | null> {
  const { projects } = entity
  const told = projects && (await project(tx, entity, projects, scope, { ids: rows.map(({ id }) => id) }))
  const created = rows.filter((row) => row.created).map(({ externalId }) => externalId)
  for (const other of created.length === 0 ? [] : all) {
    if (other.projects?.onto === entity.type) await project(tx, other, other.projects, scope, { targets: created })
  }
  return projects && told && told.length > 0 ? { type: projects.onto, ids: told } : null
}

/**
 * Before any of the rows is written: of two that tell of each other, and that are stored at the same time, neither would
 * see the other.
 */
export async function lockProjection(tx: Sql, entity: RowEntity, { hotelId, provider }: Scope): Promise<void> {
  const isTold = ALL.some(({ projects }) => projects?.onto === entity.type)
  const onto = entity.projects?.onto ?? (isTold ? entity.type : null)
  if (onto === null) return
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `pms projection ${JSON.stringify([hotelId, provider, onto])}`,
  ])
}

const ALL = ROW_TYPES.map((type) => syncedRows[type])

/** Which rows: by their own ids, or by the external ids of those that they tell of. */
type Selected = { readonly ids: readonly string[] } | { readonly targets: readonly string[] }

async function project(tx: Sql, entity: RowEntity, { onto, by, fields }: Projection, scope: Scope, selected: Selected) {
  const condition = 'ids' in selected ? 'id = ANY ($3::uuid[])' : `${columnName(by)} = ANY ($3::text[])`
  const wanted = 'ids' in selected ? selected.ids : selected.targets
  if (wanted.length === 0) return []
  const told = await tx.query<Record<string, unknown>>(
    `SELECT ${selectList(syncedTables[entity.type])} FROM ${entity.table}
     WHERE hotel_id = $1 AND provider = $2 AND ${condition} AND deleted_at IS NULL AND ${columnName(by)} IS NOT NULL`,
    [scope.hotelId, scope.provider, wanted],
  )
  return told.length === 0
    ? []
    : write(
        tx,
        syncedRows[onto].table,
        scope,
        told.map((row) => row[by]),
        fields,
        told,
      )
}

/** In one order for all writers, and only what differs. */
async function write(
  tx: Sql,
  table: string,
  { hotelId, provider }: Scope,
  externalIds: readonly unknown[],
  fields: Projection['fields'],
  told: readonly Record<string, unknown>[],
): Promise<string[]> {
  const names = Object.keys(fields)
  const columns = names.map(columnName)
  const arrays = Object.values(fields).map((tellOf) => told.map((row) => tellOf(row)))
  const rows = await tx.query<{ id: string }>(
    `WITH told AS MATERIALIZED (
       SELECT t.id, ${columns.map((name) => `u.${name}`).join(', ')}
       FROM unnest($3::text[], ${columns.map((_, index) => `$${index + 4}::text[]`).join(', ')})
         AS u (external_id, ${columns.join(', ')})
       JOIN ${table} t ON t.hotel_id = $1 AND t.provider = $2 AND t.external_id = u.external_id
       ORDER BY t.external_id FOR UPDATE OF t
     )
     UPDATE ${table} t SET ${columns.map((name) => `${name} = coalesce(told.${name}, t.${name})`).join(', ')},
       updated_at = now()
     FROM told WHERE t.id = told.id
       AND (${columns.map((name) => `coalesce(told.${name}, t.${name}) <> t.${name}`).join(' OR ')})
     RETURNING t.id`,
    [hotelId, provider, externalIds, ...arrays],
  )
  return rows.map(({ id }) => id)
}

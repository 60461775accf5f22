import type { Sql } from '../../platform/database/database.ts'
import type { RowEntity, SyncedEntity } from '../synced/synced-entity.ts'
import { nameChanges, withOwnEffects } from './own-effects.ts'
import { lockProjection, type Projected, projectRows } from './project.ts'
import { writeSpans } from './spans/write-spans.ts'
import { findChanged, type Origin, type Scope, upsert, type WrittenRow } from './upsert.ts'
import type { ValidItem } from './validate.ts'

export interface WriteOptions {
  /** When we began to ask for the items; breaks ties between versions. */
  readonly fetchedAt: Date
  /** Something is stored, so that it is worth asking which items differ from it. */
  readonly probe: boolean
  /** When the full walk began, which takes the PMS's word for what was stored before. Null: no full walk. */
  readonly fullSince: Date | null
  /** Left out where nothing stays, or of types without a history. */
  readonly origin?: Origin
}

export interface Written {
  readonly rows: readonly WrittenRow[]
  /** Rows of another type that took something over; those of spans tell of none. */
  readonly projected?: Projected | null
  /** Of the items. */
  readonly created: number
  readonly updated: number
  readonly heldBack: number
}

/** Writes what differs of a page's items, the way their entity type is stored. */
export function writeItems(
  tx: Sql,
  entity: SyncedEntity,
  scope: Scope,
  items: readonly ValidItem[],
  options: WriteOptions,
): Promise<Written> {
  return entity.store === 'SPANS'
    ? writeSpans(tx, entity, scope, items, options)
    : writeRows(tx, entity, scope, items, options)
}

async function writeRows(
  tx: Sql,
  entity: RowEntity,
  scope: Scope,
  items: readonly ValidItem[],
  { fetchedAt, probe, fullSince, origin }: WriteOptions,
): Promise<Written> {
  const changed = probe ? await findChanged(tx, entity, scope, items) : items
  if (changed.length > 0) await lockProjection(tx, entity, scope)
  const written = await upsert(tx, entity, scope, changed, { fetchedAt, fullSince }, origin)
  const rows = await withOwnEffects(tx, entity, scope, written, changed)
  if (origin !== undefined && entity.history.length > 0) await nameChanges(tx, scope, origin.syncLogId, rows)
  const projected = await projectRows(tx, entity, scope, rows)
  const created = rows.filter((row) => row.created).length
  return { rows, projected, created, updated: rows.length - created, heldBack: changed.length - rows.length }
}

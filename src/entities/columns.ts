import { p, sql } from '@mikro-orm/core'
import { v7 as uuidv7 } from 'uuid'
import type { JsonObject } from '../records/common.ts'
import { ENTITY_TYPES } from '../records/entity-type.ts'

/** State of a stored row against its vendor. */
export const ROW_SYNC_STATUSES = ['SYNCED', 'PENDING', 'FAILED', 'CONFLICT'] as const
export type RowSyncStatus = (typeof ROW_SYNC_STATUSES)[number]

/** UUIDv7, made by us: sorts by creation, so that inserts stay on the right edge of the index. */
export const primaryKey = () =>
  p
    .uuid()
    .primary()
    .onCreate(() => uuidv7())

export const instantColumn = () => p.datetime().columnType('timestamptz')
/** By the database's clock, as everything that is stored. */
export const createdAtColumn = () => instantColumn().defaultRaw('now()')
export const updatedAtColumn = () => createdAtColumn().onUpdate(() => sql.now() as unknown as Date)
/** Counts the changes that people make: who saves what somebody else has changed meanwhile is told. */
export const versionColumn = () => p.integer().version()
export const jsonColumn = () => p.json<JsonObject>()
export const entityTypeColumn = () => p.enum(ENTITY_TYPES).columnType('text')

/** What every row has that was synced from a vendor. The unique key `(hotel_id, provider, external_id)` is its identity. */
export const syncedColumns = () => ({
  id: primaryKey(),
  hotelId: p.text(),
  provider: p.text(),
  externalId: p.text(),
  metadata: jsonColumn().strictNullable(),
  /** The vendor's modification time of the stored version. */
  externalUpdatedAt: instantColumn().strictNullable(),
  /** When the stored version was fetched. A row that did not change is not rewritten, so this may be long ago. */
  lastSyncedAt: instantColumn(),
  syncStatus: p.enum(ROW_SYNC_STATUSES).columnType('text'),
  syncError: p.text().strictNullable(),
  /** Digest of the record as last stored; equal means nothing to write. */
  contentHash: p.text(),
  /** Tombstone: a complete walk no longer saw it at the vendor. */
  deletedAt: instantColumn().strictNullable(),
  createdAt: createdAtColumn(),
  updatedAt: updatedAtColumn(),
})

import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { createdAtColumn, entityTypeColumn, instantColumn, jsonColumn, primaryKey } from './columns.ts'

export const FAILURE_RESOLUTIONS = ['SYNCED', 'REPLAYED', 'SUPERSEDED'] as const
export type FailureResolution = (typeof FAILURE_RESOLUTIONS)[number]

/** A quarantined item: what the vendor sent, the rule that it broke, and whether that is settled by now. */
export const SyncFailureEntity = defineEntity({
  name: 'SyncFailure',
  tableName: 'pms_sync_failure',
  properties: {
    id: primaryKey(),
    hotelId: p.text(),
    provider: p.text(),
    entityType: entityTypeColumn(),
    syncLogId: p.uuid(),
    /** Null when not even that could be read. */
    externalId: p.text().strictNullable(),
    /** The external id, else a digest of the item: the same broken item has the same fingerprint in every run. */
    fingerprint: p.text(),
    raw: jsonColumn(),
    errorCode: p.text(),
    reason: p.text(),
    /** Dotted path of the field at fault. */
    path: p.text().strictNullable(),
    /** When the item was fetched; a replay counts as no newer than this. */
    fetchedAt: instantColumn(),
    createdAt: createdAtColumn(),
    resolvedAt: instantColumn().strictNullable(),
    resolution: p.enum(FAILURE_RESOLUTIONS).columnType('text').strictNullable(),
  },
})

export type SyncFailure = InferEntity<typeof SyncFailureEntity>

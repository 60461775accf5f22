import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { ActionName } from '../records/changes/actions.ts'
import type { ConflictDefaults } from '../records/changes/conflict-defaults.ts'
import type { EntityType } from '../records/entity-type.ts'
import { createdAtColumn, instantColumn, jsonColumn, primaryKey, updatedAtColumn, versionColumn } from './columns.ts'

/** A hotel's account at a provider. */
export const ConfigurationEntity = defineEntity({
  name: 'Configuration',
  tableName: 'pms_configuration',
  properties: {
    id: primaryKey(),
    hotelId: p.text(),
    provider: p.text(),
    enabled: p.boolean(),
    /** Whether people may change things at the PMS through this service. */
    writeEnabled: p.boolean(),
    /** Which ones; null: all that the provider can. */
    actions: p.json<ActionName[]>().strictNullable(),
    /** What the property allows, as its PMS said when the connection was last tested; null: it does not say. */
    offeredActions: p.json<ActionName[]>().strictNullable(),
    /** Who gives way when both sides have moved the same. */
    conflictDefaults: p.json<ConflictDefaults>(),
    /** When it was switched off, by whom and why; null while it is on. */
    pausedAt: instantColumn().strictNullable(),
    pausedBy: p.text().strictNullable(),
    pausedReason: p.text().strictNullable(),
    /** Sealed by the vault; JSON of the provider's credential schema inside. */
    credentials: p.text(),
    /** Sealed by the vault. */
    webhookSecret: p.text().strictNullable(),
    /** Cron expression, read in the hotel's time zone. */
    syncSchedule: p.text().strictNullable(),
    /** When the schedule is due next; claimed with a compare-and-set, so that one worker of many starts it. */
    nextSyncAt: instantColumn().strictNullable(),
    /** Start of the last run that brought everything. */
    lastSyncAt: instantColumn().strictNullable(),
    /** Failed runs of the schedule are tried again then; null: there are none. */
    retryAt: instantColumn().strictNullable(),
    settings: jsonColumn().strictNullable(),
    /** Equal for all configurations that use the same credentials, and tells nothing of them; null: not known yet. */
    credentialKey: p.text().strictNullable(),
    /** Equal for all configurations that share a connection which the vendor keeps open; null: there is none. */
    streamKey: p.text().strictNullable(),
    /** Page sizes that the vendor could answer in time, by entity type. */
    pageLimits: p.json<Partial<Record<EntityType, number>>>(),
    /** The vendor's id of the property. */
    externalHotelId: p.text().strictNullable(),
    /** The same with the host that it is at: unique for a provider. */
    propertyKey: p.text().strictNullable(),
    version: versionColumn(),
    createdAt: createdAtColumn(),
    updatedAt: updatedAtColumn(),
  },
})

export type Configuration = InferEntity<typeof ConfigurationEntity>

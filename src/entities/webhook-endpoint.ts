import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { createdAtColumn, instantColumn } from './columns.ts'

/**
 * Where a hotel's PMS sends its webhooks, and how far its events have been taken. Without a key it is one whose events
 * come in through another hotel's URL, as those of vendors with one URL for all hotels do.
 */
export const WebhookEndpointEntity = defineEntity({
  name: 'WebhookEndpoint',
  tableName: 'pms_webhook_endpoint',
  properties: {
    configurationId: p.uuid().primary(),
    /** SHA-256 of the key in the URL; the key itself is nowhere. */
    keyDigest: p.text().strictNullable(),
    /** Its last four characters, for a person to tell which one is in use. */
    keyHint: p.text().strictNullable(),
    /** The key and the secret before the last rotation, accepted until `previousUntil`. */
    previousKeyDigest: p.text().strictNullable(),
    /** Sealed by the vault. */
    previousSecret: p.text().strictNullable(),
    previousUntil: instantColumn().strictNullable(),
    createdAt: createdAtColumn(),
    rotatedAt: instantColumn().strictNullable(),
    /** When the newest event came that was taken from the inbox. */
    lastEventAt: instantColumn().strictNullable(),
    /** Messages that proved nothing; nothing else is kept of them. */
    refusedCount: p.integer(),
    lastRefusedAt: instantColumn().strictNullable(),
    /** Events may be missing since then and nobody has looked at the PMS yet; null: nothing is owed. */
    backfillOwedSince: instantColumn().strictNullable(),
    /** When that was noticed; a sync that began later settles it. */
    backfillOwedAt: instantColumn().strictNullable(),
    /** When a backfill was last complete. */
    backfilledAt: instantColumn().strictNullable(),
    /** Fencing token of the worker that empties the inbox of this configuration: one at a time. */
    leaseToken: p.integer(),
    leaseExpiresAt: instantColumn().strictNullable(),
    /** When something in the inbox is due; null: nothing is. */
    readyAt: instantColumn().strictNullable(),
    /** Looks at the PMS in a row that took too long. */
    timeouts: p.integer(),
  },
})

export type WebhookEndpoint = InferEntity<typeof WebhookEndpointEntity>

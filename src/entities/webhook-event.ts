import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { CommandOutcome } from '../records/changes/command-outcome.ts'
import type { EntityType } from '../records/entity-type.ts'
import { instantColumn, jsonColumn, primaryKey } from './columns.ts'

/**
 * RECEIVED waits for a worker, FAILED for another try, DEAD for a person. IGNORED concerns nothing that is synced.
 */
export const WEBHOOK_EVENT_STATUSES = ['RECEIVED', 'PROCESSED', 'IGNORED', 'FAILED', 'DEAD'] as const
export type WebhookEventStatus = (typeof WEBHOOK_EVENT_STATUSES)[number]

/** What an event is about. */
export interface WebhookSubject {
  entityType: EntityType
  externalId: string
}

const summary = {
  id: primaryKey(),
  configurationId: p.uuid(),
  hotelId: p.text(),
  provider: p.text(),
  eventId: p.text().strictNullable(),
  eventType: p.text(),
  subjects: p.json<WebhookSubject[]>(),
  /** Answers to commands that the PMS had accepted. */
  commands: p.json<CommandOutcome[]>(),
  /** When it happened at the vendor, where it says. */
  occurredAt: instantColumn().strictNullable(),
  receivedAt: instantColumn(),
  /** How often it came. */
  deliveries: p.integer(),
  status: p.enum(WEBHOOK_EVENT_STATUSES).columnType('text'),
  attempts: p.integer(),
  attemptedAt: instantColumn().strictNullable(),
  /** Null when nothing is left to do. */
  nextAttemptAt: instantColumn().strictNullable(),
  errorCode: p.text().strictNullable(),
  reason: p.text().strictNullable(),
  processedAt: instantColumn().strictNullable(),
}

/** An event without its bytes, which may be a megabyte: for lists. Reads only; the ORM does not know it. */
export const WebhookEventSummaryEntity = defineEntity({
  name: 'WebhookEventSummary',
  tableName: 'pms_webhook_event',
  properties: summary,
})

export type WebhookEventSummary = InferEntity<typeof WebhookEventSummaryEntity>

/** A message of a PMS as it came, and what became of it: a row of the inbox. */
export const WebhookEventEntity = defineEntity({
  name: 'WebhookEvent',
  tableName: 'pms_webhook_event',
  properties: {
    ...summary,
    /** The vendor's event id, else a digest of type and body. Unique for a configuration. */
    dedupeKey: p.text(),
    /** Lower-case names; what is secret is hidden. */
    headers: p.json<Record<string, string>>(),
    /** The bytes as they came; only card numbers and card codes are taken out. */
    body: p.blob(),
    /** The request that brought it, see platform/cause.ts. */
    origin: jsonColumn().strictNullable(),
  },
})

export type WebhookEvent = InferEntity<typeof WebhookEventEntity>

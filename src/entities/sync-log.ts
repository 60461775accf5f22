import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { isRowType, SPAN_TYPES } from '../records/entity-type.ts'
import { createdAtColumn, entityTypeColumn, instantColumn, jsonColumn, primaryKey } from './columns.ts'
import type { UnreadValue } from './unread-value.ts'

export const SYNC_STATUSES = ['QUEUED', 'RUNNING', 'COMPLETED', 'PARTIAL', 'FAILED', 'CANCELLED'] as const
export type SyncStatus = (typeof SYNC_STATUSES)[number]

/** A run in one of these may still write; the database allows one per hotel, provider and entity type. */
export const ACTIVE_SYNC_STATUSES = ['QUEUED', 'RUNNING'] as const satisfies readonly SyncStatus[]

export const SYNC_OPERATIONS = ['FULL', 'INCREMENTAL', 'WEBHOOK', 'REPLAY'] as const
export type SyncOperation = (typeof SYNC_OPERATIONS)[number]

export const SYNC_TRIGGERS = ['MANUAL', 'SCHEDULED', 'WEBHOOK', 'REPLAY', 'GAP'] as const
export type SyncTrigger = (typeof SYNC_TRIGGERS)[number]

/** What a run waits for while it is parked. */
export const WAIT_REASONS = ['RATE_BUDGET', 'RETRY_AFTER', 'BACKOFF', 'CIRCUIT_OPEN', 'PENDING'] as const
export type WaitReason = (typeof WAIT_REASONS)[number]

/**
 * Whose run goes first: people, then webhooks, schedules, backfills and walks from nothing that nobody waits for, and last
 * calendars, which ask the most of a PMS.
 */
export const LANES = { PERSON: 0, WEBHOOK: 1, SCHEDULE: 2, BACKFILL: 3, CALENDAR: 4 } as const
type Lane = (typeof LANES)[keyof typeof LANES]

/** Lane of a run in SQL. An expression and no column, so that it cannot disagree with what it is made of; there is an index on it. */
export const RUN_LANE = `(CASE WHEN trigger IN ('MANUAL', 'REPLAY') THEN ${LANES.PERSON}
  WHEN entity_type IN (${SPAN_TYPES.map((type) => `'${type}'`).join(', ')}) THEN ${LANES.CALENDAR}
  WHEN trigger = 'WEBHOOK' THEN ${LANES.WEBHOOK}
  WHEN trigger = 'SCHEDULED' AND operation <> 'FULL' THEN ${LANES.SCHEDULE} ELSE ${LANES.BACKFILL} END)`

/** The same of one that was read. */
export function laneOf({
  trigger,
  operation,
  entityType,
}: Pick<SyncLog, 'trigger' | 'operation' | 'entityType'>): Lane {
  if (trigger === 'MANUAL' || trigger === 'REPLAY') return LANES.PERSON
  if (!isRowType(entityType)) return LANES.CALENDAR
  if (trigger === 'WEBHOOK') return LANES.WEBHOOK
  return trigger === 'SCHEDULED' && operation !== 'FULL' ? LANES.SCHEDULE : LANES.BACKFILL
}

/** One run: what it was asked, how far it got, what it found. Counters and checkpoint commit with each page. */
export const SyncLogEntity = defineEntity({
  name: 'SyncLog',
  tableName: 'pms_sync_log',
  properties: {
    id: primaryKey(),
    hotelId: p.text(),
    provider: p.text(),
    entityType: entityTypeColumn(),
    /** Which part of the entity type; empty where it is synced as one. */
    slice: p.text(),
    operation: p.enum(SYNC_OPERATIONS).columnType('text'),
    trigger: p.enum(SYNC_TRIGGERS).columnType('text'),
    /** Who or what asked: a token's subject, `schedule`, `cli`. */
    triggeredBy: p.text().strictNullable(),
    status: p.enum(SYNC_STATUSES).columnType('text'),
    itemsProcessed: p.integer(),
    itemsFailed: p.integer(),
    itemsCreated: p.integer(),
    itemsUpdated: p.integer(),
    itemsUnchanged: p.integer(),
    /** Of the unchanged: the PMS sent an older version than the stored one. */
    itemsHeldBack: p.integer(),
    /** Of the unchanged: sent more than once. */
    itemsDuplicate: p.integer(),
    /** Values of stored items that could not be read and fell to null or to their default. */
    unreadCount: p.integer(),
    /** The first of these by field, see sync/store/unread-values.ts. */
    unreadValues: p.json<readonly UnreadValue[]>(),
    /** Tombstones set at the end of a complete full walk. */
    itemsDeleted: p.integer(),
    /** How many items the vendor announced. */
    itemsTotal: p.integer().strictNullable(),
    queuedAt: instantColumn().defaultRaw('now()'),
    startedAt: instantColumn().strictNullable(),
    completedAt: instantColumn().strictNullable(),
    /** Milliseconds from start to end. */
    duration: p.integer().strictNullable(),
    errorCode: p.text().strictNullable(),
    errorSummary: p.text().strictNullable(),
    metadata: jsonColumn().strictNullable(),
    /** The request or the trace that asked for it, see platform/cause.ts. */
    origin: jsonColumn().strictNullable(),
    /** Where a run that was cut off continues; see sync/checkpoint.ts. */
    checkpoint: jsonColumn().strictNullable(),
    /** Everything the vendor changed before this instant has been seen by this run. Set when a walk is complete. */
    watermarkAt: instantColumn().strictNullable(),
    /** Counts up with every committed page and state change; orders progress events. */
    sequence: p.integer(),
    /** Fencing token of the lease: a worker writes only while it still holds the number that it was given. */
    leaseToken: p.integer(),
    leaseExpiresAt: instantColumn().strictNullable(),
    /** Times that a worker took the run since its last committed page; too many mean that the run kills its workers. */
    attempts: p.integer(),
    cancelRequestedAt: instantColumn().strictNullable(),
    /** Whose allowance and circuit it shares, see `credentialKeyOf`; null in runs of a version that did not know. */
    credentialKey: p.text().strictNullable(),
    /** No worker takes it before. */
    readyAt: createdAtColumn(),
    /** What it waits for until `readyAt`; null when it waits for nothing but its turn. */
    waitReason: p.enum(WAIT_REASONS).columnType('text').strictNullable(),
    /** Requests that failed since its last page. */
    retries: p.integer(),
    /** How often it was parked since its last page. */
    parks: p.integer(),
    /** It has to have ended by then. Set when it starts. */
    deadlineAt: instantColumn().strictNullable(),
    /** Nothing of the hotel was stored when it started; null before. */
    beganEmpty: p.boolean().strictNullable(),
  },
})

export type SyncLog = InferEntity<typeof SyncLogEntity>

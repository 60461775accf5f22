import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { ActionName, ChangeOptions } from '../records/changes/actions.ts'
import type { Values } from '../records/changes/groups.ts'
import type { RowType } from '../records/entity-type.ts'
import { CHANGE_STATES, CHANGE_WAITS } from './change.ts'
import { createdAtColumn, instantColumn, primaryKey, updatedAtColumn } from './columns.ts'

/** While DRAFT its items are being looked at; DONE: all was applied; PARTIAL: it ended, and some was not. */
export const CHANGE_SET_STATES = ['DRAFT', 'PREVIEWED', 'RUNNING', 'PAUSED', 'DONE', 'PARTIAL', 'STOPPED'] as const
export type ChangeSetState = (typeof CHANGE_SET_STATES)[number]
export const ENDED_SET_STATES = ['DONE', 'PARTIAL', 'STOPPED'] as const

/** Where its items come from. */
export const CHANGE_SET_SOURCES = ['FILTER', 'SELECTION', 'CSV', 'UNDO'] as const
export type ChangeSetSource = (typeof CHANGE_SET_SOURCES)[number]

/** What would become of an item if it were sent now. */
export const PREVIEW_OUTCOMES = ['SEND', 'IS_SO', 'CONFLICT', 'REFUSED'] as const
export type PreviewOutcome = (typeof PREVIEW_OUTCOMES)[number]

/** What has become of an item since the set was started. */
export const CHANGE_SET_RESULTS = ['DONE', 'FAILED', 'NOT_TRIED', 'WAITING'] as const
export type ChangeSetResult = (typeof CHANGE_SET_RESULTS)[number]

/** The same action for many things of a hotel, looked at before it is sent. */
export const ChangeSetEntity = defineEntity({
  name: 'ChangeSet',
  tableName: 'pms_change_set',
  properties: {
    id: primaryKey(),
    hotelId: p.text(),
    provider: p.text(),
    /** As of a change: what was meant for one account never reaches another. */
    account: p.text(),
    action: p.text().$type<ActionName>(),
    source: p.enum(CHANGE_SET_SOURCES).columnType('text'),
    state: p.enum(CHANGE_SET_STATES).columnType('text'),
    options: p.json<ChangeOptions>(),
    /** In the words of whoever asked for it. */
    reason: p.text().strictNullable(),
    requestedBy: p.text(),
    /** So many are sent first; the others when these have ended well. */
    canary: p.integer(),
    /** It stops when more than this share of the last 100 was refused. */
    stopPercent: p.integer(),
    /** Lines that it was made of. */
    total: p.integer(),
    /** The last line that the preview has looked at. */
    lookedLine: p.integer(),
    /** So many of its items were let be sent, and the last line of those. */
    released: p.integer(),
    releasedLine: p.integer(),
    /** Names what was previewed; null until all of it is. */
    previewHash: p.text().strictNullable(),
    previewedAt: instantColumn().strictNullable(),
    /** What it waits for that cannot go on. */
    waitingFor: p.enum(CHANGE_WAITS).columnType('text').strictNullable(),
    /** Why it was stopped, or waits. */
    errorCode: p.text().strictNullable(),
    error: p.text().strictNullable(),
    /** The set that this one takes back. */
    undoOf: p.uuid().strictNullable(),
    /** When a worker may take it up. */
    readyAt: instantColumn(),
    leaseToken: p.integer(),
    leaseExpiresAt: instantColumn().strictNullable(),
    /** How often it was taken up since it last came on. */
    attempts: p.integer(),
    createdAt: createdAtColumn(),
    updatedAt: updatedAtColumn(),
    startedAt: instantColumn().strictNullable(),
    endedAt: instantColumn().strictNullable(),
  },
})

export type ChangeSet = InferEntity<typeof ChangeSetEntity>

const item = {
  id: primaryKey(),
  hotelId: p.text(),
  setId: p.uuid(),
  /** From 1. */
  line: p.integer(),
  /** Null where the line could not become a change. */
  changeId: p.uuid().strictNullable(),
  /** What such a line named, as it was given. */
  given: p.text().strictNullable(),
  outcome: p.enum(PREVIEW_OUTCOMES).columnType('text').strictNullable(),
  errorCode: p.text().strictNullable(),
  error: p.text().strictNullable(),
  /** The column or field at fault. */
  field: p.text().strictNullable(),
}

/** A line of a set, and the change that it became. */
export const ChangeSetItemEntity = defineEntity({
  name: 'ChangeSetItem',
  tableName: 'pms_change_set_item',
  properties: item,
})

/** An item together with its change: for lists. Reads only; the ORM does not know it. */
export const ChangeSetItemSummaryEntity = defineEntity({
  name: 'ChangeSetItemSummary',
  tableName: 'pms_change_set_item',
  properties: {
    ...item,
    result: p.enum(CHANGE_SET_RESULTS).columnType('text').strictNullable(),
    action: p.text().$type<ActionName>(),
    state: p.enum(CHANGE_STATES).columnType('text').strictNullable(),
    entityType: p.text().$type<RowType>().strictNullable(),
    entityId: p.uuid().strictNullable(),
    base: p.json<Values>().strictNullable(),
    wanted: p.json<Values>().strictNullable(),
    theirs: p.json<Values>().strictNullable(),
  },
})

export type ChangeSetItem = InferEntity<typeof ChangeSetItemSummaryEntity>

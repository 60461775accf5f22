import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import type { ActionName, ChangeOptions } from '../records/changes/actions.ts'
import type { Group, Values } from '../records/changes/groups.ts'
import type { JsonObject } from '../records/common.ts'
import type { RowType } from '../records/entity-type.ts'
import { createdAtColumn, instantColumn, primaryKey, updatedAtColumn } from './columns.ts'

export const OPEN_CHANGE_STATES = ['PENDING', 'SENDING', 'AWAITING', 'UNKNOWN', 'CONFLICT'] as const
export const ENDED_CHANGE_STATES = ['APPLIED', 'REJECTED', 'CANCELLED', 'SUPERSEDED', 'EXPIRED'] as const
export const CHANGE_STATES = ['DRAFT', ...OPEN_CHANGE_STATES, ...ENDED_CHANGE_STATES] as const
export type ChangeState = (typeof CHANGE_STATES)[number]

/** What a change waits for that is neither sent nor over. */
export const CHANGE_WAITS = ['TURN', 'RATE', 'LOCKED', 'PMS_DOWN', 'PAUSED', 'WRITES_OFF', 'AUTH', 'PERSON'] as const
export type ChangeWait = (typeof CHANGE_WAITS)[number]

/** How a conflict ended. SAME: both sides have come to the same, or the PMS is back where it was. */
export const RESOLUTIONS = ['OURS', 'THEIRS', 'CUSTOM', 'SAME'] as const
export type Resolution = (typeof RESOLUTIONS)[number]

/** A wish of a person to have something changed at a hotel's PMS, and what became of it. */
export const ChangeEntity = defineEntity({
  name: 'Change',
  tableName: 'pms_change',
  properties: {
    id: primaryKey(),
    hotelId: p.text(),
    provider: p.text(),
    /** Digest of provider, host and property: a change that was meant for one account never reaches another. */
    account: p.text(),
    /** In which order the changes of a thing were asked for. */
    number: p.bigint('number'),
    entityType: p.text().$type<RowType>(),
    entityId: p.uuid(),
    externalId: p.text(),
    action: p.text().$type<ActionName>(),
    groups: p.json<Group[]>(),
    /** What the person saw, wants, and what the PMS had when it was last looked; null when they are no longer kept. */
    base: p.json<Values>().strictNullable(),
    wanted: p.json<Values>().strictNullable(),
    theirs: p.json<Values>().strictNullable(),
    /** The vendor's modification time of `theirs`. */
    theirsModifiedAt: instantColumn().strictNullable(),
    /** For what is created: ids that were like it before it was sent. */
    alike: p.json<string[]>().strictNullable(),
    options: p.json<ChangeOptions>(),
    /** What both sides have moved, when that was last found, and how it was decided; null where they never have. */
    contested: p.json<Group[]>().strictNullable(),
    conflictAt: instantColumn().strictNullable(),
    resolution: p.enum(RESOLUTIONS).columnType('text').strictNullable(),
    state: p.enum(CHANGE_STATES).columnType('text'),
    waitingFor: p.enum(CHANGE_WAITS).columnType('text').strictNullable(),
    /** When a worker may take it up. */
    readyAt: instantColumn(),
    leaseToken: p.integer(),
    leaseExpiresAt: instantColumn().strictNullable(),
    /** Noted before the first byte leaves. */
    sentAt: instantColumn().strictNullable(),
    sendings: p.integer(),
    /** How often a person or a default had it sent anew: what a vendor knows by its key is a new request then. */
    round: p.integer(),
    /** When the vendor said yes. */
    acceptedAt: instantColumn().strictNullable(),
    /** What the vendor calls a command that it accepted. */
    token: p.text().strictNullable(),
    /** Where a chain of requests stands. */
    step: p.json<JsonObject>().strictNullable(),
    /** How often it was taken up since it last came on. */
    attempts: p.integer(),
    expiresAt: instantColumn(),
    requestedBy: p.text(),
    /** In that person's words. */
    reason: p.text().strictNullable(),
    errorCode: p.text().strictNullable(),
    /** Why it was refused or cannot be told, for a person; with the PMS's own words. */
    error: p.text().strictNullable(),
    /** The change that this one takes back. */
    undoOf: p.uuid().strictNullable(),
    /** When it was last not known what had come of it; then, once it is over, when the PMS was seen to have something else. */
    lostAt: instantColumn().strictNullable(),
    movedOnAt: instantColumn().strictNullable(),
    /** When it was found that it seems to have been done twice. */
    repeatedAt: instantColumn().strictNullable(),
    setId: p.uuid().strictNullable(),
    /** Of a set: it is sent in no request with others, since one of several was refused and nothing said which. */
    goesAlone: p.boolean(),
    createdAt: createdAtColumn(),
    updatedAt: updatedAtColumn(),
    endedAt: instantColumn().strictNullable(),
  },
})

export type Change = InferEntity<typeof ChangeEntity>

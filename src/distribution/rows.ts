import type { Sql } from '../platform/database/database.ts'
import type { JsonObject } from '../records/common.ts'
import type { Refusal } from './channel.ts'

/** The statements on `pms_channel`. Instants are the database's. */

export type ChannelState = 'OPENING' | 'LIVE' | 'CLOSED' | 'HELD' | 'WAITING'
export type WhenStale = 'CLOSE' | 'HOLD'

export interface MappedRoom {
  readonly roomTypeExternalId: string
  /** Of the room type at the channel. */
  readonly channelId: string
}

export interface MappedPlan extends MappedRoom {
  readonly ratePlanExternalId: string
  /** Of the rate plan at the channel. */
  readonly channelId: string
}

/** A refusal, and whether those days have been closed for it. */
export interface KnownRefusal extends Refusal {
  readonly isClosed: boolean
}

/** What people are told of a channel. */
export interface ChannelStatus {
  readonly id: string
  readonly hotelId: string
  readonly channel: string
  readonly provider: string
  readonly propertyId: string
  readonly currency: string
  readonly enabled: boolean
  /** Since when, by whom and why it is not; null while it is, or where nobody said. */
  readonly pausedAt: Date | null
  readonly pausedBy: string | null
  readonly pausedReason: string | null
  readonly whenStale: WhenStale
  readonly staleAfterMinutes: number
  readonly state: ChannelState
  readonly reason: string | null
  /** Changes that were read at the PMS and not sent yet. */
  readonly pending: number
  readonly sentAt: Date | null
  readonly confirmedAt: Date | null
  readonly nextAttemptAt: Date | null
  readonly refused: readonly KnownRefusal[]
}

export interface ChannelRow
  extends Omit<ChannelStatus, 'pending' | 'nextAttemptAt' | 'pausedAt' | 'pausedBy' | 'pausedReason'> {
  readonly credentials: string
  readonly settings: JsonObject
  readonly rooms: readonly MappedRoom[]
  readonly plans: readonly MappedPlan[]
  /** Of the last change that was sent; null: all of it has to be. */
  readonly position: number | null
  /** Sent, and not seen there yet. */
  readonly isUnconfirmed: boolean
  readonly confirmTries: number
  /** All of it has not been sent for a day. */
  readonly isWholeDue: boolean
  readonly failures: number
  readonly token: number
}

/** As after a connection that was stored anew: all of it is sent. Whoever has it in hand loses it. */
const BEGUN_ANEW = `state = 'OPENING', reason = NULL, position = NULL, refused = '[]', is_unconfirmed = false, failures = 0,
  look_at = now(), lease_token = c.lease_token + 1, lease_expires_at = NULL`

const IS_FREE = '(c.lease_expires_at IS NULL OR c.lease_expires_at <= now())'
const COLUMNS = `c.id, c.hotel_id AS "hotelId", c.channel, c.provider, c.property_id AS "propertyId", c.currency, c.enabled,
  c.paused_at AS "pausedAt", c.paused_by AS "pausedBy", c.paused_reason AS "pausedReason",
  c.when_stale AS "whenStale", c.stale_after_minutes AS "staleAfterMinutes", c.state, c.reason, c.sent_at AS "sentAt",
  c.confirmed_at AS "confirmedAt", c.refused`
const POSITION = 'SELECT p.position FROM pms_calendar_position p WHERE p.hotel_id = c.hotel_id'

/** Takes the channel whose turn it is: one that has something to send, or has to be looked at. Null when none has. */
export async function claimChannel(sql: Sql, leaseMs: number): Promise<ChannelRow | null> {
  const [row] = await sql.query<ChannelRow>(
    `WITH next AS MATERIALIZED (
       SELECT c.id FROM pms_channel c
       WHERE c.enabled AND c.ready_at <= now() AND ${IS_FREE}
         AND (c.look_at <= now() OR (c.state = 'LIVE' AND c.position < (${POSITION})))
       ORDER BY c.ready_at LIMIT 1 FOR UPDATE OF c SKIP LOCKED
     )
     UPDATE pms_channel c SET lease_token = c.lease_token + 1, lease_expires_at = now() + $1 * interval '1 ms'
     FROM next WHERE c.id = next.id
     RETURNING ${COLUMNS}, c.credentials, c.settings, c.rooms, c.plans, c.position, c.is_unconfirmed AS "isUnconfirmed",
       c.confirm_tries AS "confirmTries", c.failures, c.lease_token AS token,
       coalesce(c.whole_at < now() - interval '1 day', true) AS "isWholeDue"`,
    [leaseMs],
  )
  return row ?? null
}

/** Before each message: whether it is still this worker's to send. */
export async function keepChannel(sql: Sql, { id, token }: ChannelRow, leaseMs: number): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE pms_channel SET lease_expires_at = now() + $3 * interval '1 ms'
     WHERE id = $1 AND lease_token = $2 AND enabled RETURNING 1`,
    [id, token, leaseMs],
  )
  return rows.length > 0
}

/** What a turn has come to. Left out: as it was. */
export interface Turn {
  readonly state: ChannelState
  readonly reason: string | null
  readonly position: number | null
  readonly refused: readonly KnownRefusal[]
  readonly isUnconfirmed: boolean
  readonly confirmTries: number
  readonly failures: number
  readonly isSent: boolean
  readonly isWhole: boolean
  readonly isConfirmed: boolean
  /** Nothing is sent before. */
  readonly restMs: number
  /** It is looked at then, whether something has changed or not. */
  readonly lookMs: number
}

/** Lets go of it; nothing where somebody else has it by now. */
export async function releaseChannel(sql: Sql, { id, token }: ChannelRow, turn: Turn): Promise<void> {
  await sql.query(
    `UPDATE pms_channel SET lease_token = lease_token + 1, lease_expires_at = NULL, state = $3, reason = $4, position = $5,
       refused = $6::jsonb, is_unconfirmed = $7, confirm_tries = $8, failures = $9,
       sent_at = CASE WHEN $10 THEN now() ELSE sent_at END, whole_at = CASE WHEN $11 THEN now() ELSE whole_at END,
       confirmed_at = CASE WHEN $12 THEN now() ELSE confirmed_at END,
       ready_at = now() + $13 * interval '1 ms', look_at = now() + $14 * interval '1 ms'
     WHERE id = $1 AND lease_token = $2`,
    [
      ...[id, token, turn.state, turn.reason, turn.position, JSON.stringify(turn.refused)],
      ...[turn.isUnconfirmed, turn.confirmTries, turn.failures, turn.isSent, turn.isWhole, turn.isConfirmed],
      ...[turn.restMs, turn.lookMs],
    ],
  )
}

/** Those of a hotel, in the order of their names. */
export function listChannels(sql: Sql, hotelId: string): Promise<ChannelStatus[]> {
  return sql.query<ChannelStatus>(
    `SELECT ${COLUMNS}, coalesce((${POSITION}) - c.position, 0)::integer AS pending,
       CASE WHEN c.enabled AND c.ready_at > now() THEN c.ready_at END AS "nextAttemptAt"
     FROM pms_channel c WHERE c.hotel_id = $1 ORDER BY c.channel`,
    [hotelId],
  )
}

/** Up to which change everything is known, and since when; null: nothing has changed, or has been read, yet. */
export interface Known {
  readonly position: number
  /** Of the oldest change that is still there; null: of none. */
  readonly oldest: number | null
  /** For how long prices and availability of the next year have not been read; null: one of them never was. */
  readonly ageMs: number | null
}

export async function readKnown(sql: Sql, { hotelId, provider }: ChannelRow): Promise<Known> {
  const [row] = await sql.query<Known>(
    `SELECT coalesce((SELECT position FROM pms_calendar_position WHERE hotel_id = $1), 0)::bigint AS position,
       (SELECT min(position) FROM pms_calendar_change WHERE hotel_id = $1) AS oldest,
       (SELECT CASE WHEN count(*) = 2 AND bool_and(true_as_of IS NOT NULL)
          THEN (extract(epoch FROM now() - min(true_as_of)) * 1000)::float8 END
        FROM pms_sync_walk WHERE hotel_id = $1 AND provider = $2 AND slice = 'NEAR'
          AND entity_type IN ('RATE', 'AVAILABILITY')) AS "ageMs"`,
    [hotelId, provider],
  )
  return row ?? { position: 0, oldest: null, ageMs: null }
}

export interface ConnectedChannel
  extends Pick<
      ChannelRow,
      | 'id'
      | 'hotelId'
      | 'channel'
      | 'provider'
      | 'propertyId'
      | 'currency'
      | 'credentials'
      | 'settings'
      | 'rooms'
      | 'plans'
    >,
    Pick<ChannelRow, 'enabled' | 'whenStale' | 'staleAfterMinutes'> {}

/** One that is there is begun anew: all of it is sent, whatever was before. Whoever has it in hand loses it. */
export async function saveChannel(tx: Sql, row: ConnectedChannel): Promise<void> {
  await tx.query(
    `INSERT INTO pms_channel AS c (id, hotel_id, channel, provider, property_id, currency, credentials, settings, rooms, plans,
       enabled, when_stale, stale_after_minutes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::jsonb, $9::jsonb, $10::jsonb, $11, $12, $13)
     ON CONFLICT (hotel_id, channel) DO UPDATE SET provider = excluded.provider, property_id = excluded.property_id,
       currency = excluded.currency, credentials = excluded.credentials, settings = excluded.settings,
       rooms = excluded.rooms, plans = excluded.plans, enabled = excluded.enabled, when_stale = excluded.when_stale,
       stale_after_minutes = excluded.stale_after_minutes, ready_at = now(), paused_at = NULL, paused_by = NULL,
       paused_reason = NULL, ${BEGUN_ANEW}`,
    [
      ...[row.id, row.hotelId, row.channel, row.provider, row.propertyId, row.currency, row.credentials],
      ...[JSON.stringify(row.settings), JSON.stringify(row.rooms), JSON.stringify(row.plans)],
      ...[row.enabled, row.whenStale, row.staleAfterMinutes],
    ],
  )
}

export interface ChannelPause {
  readonly hotelId: string
  readonly channel: string
  readonly by: string | null
  readonly reason: string | null
}

/** @returns whether anything was sent before */
export async function pauseChannel(tx: Sql, { hotelId, channel, by, reason }: ChannelPause): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE pms_channel SET enabled = false, paused_at = now(), paused_by = $3, paused_reason = $4,
       lease_token = lease_token + 1, lease_expires_at = NULL
     WHERE hotel_id = $1 AND channel = $2 AND enabled RETURNING 1`,
    [hotelId, channel, by, reason],
  )
  return rows.length > 0
}

/** A wait that the channel asked for goes on. @returns whether it was paused */
export async function resumeChannel(tx: Sql, hotelId: string, channel: string): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE pms_channel c SET enabled = true, paused_at = NULL, paused_by = NULL, paused_reason = NULL, ${BEGUN_ANEW}
     WHERE hotel_id = $1 AND channel = $2 AND NOT enabled RETURNING 1`,
    [hotelId, channel],
  )
  return rows.length > 0
}

/** @returns what it was sealed as; null where there is none */
export async function findSealed(sql: Sql, hotelId: string, channel: string): Promise<string | null> {
  const [row] = await sql.query<{ credentials: string }>(
    'SELECT credentials FROM pms_channel WHERE hotel_id = $1 AND channel = $2',
    [hotelId, channel],
  )
  return row?.credentials ?? null
}

/** @returns whether there was one */
export async function deleteChannel(tx: Sql, hotelId: string, channel: string): Promise<boolean> {
  const text = 'DELETE FROM pms_channel WHERE hotel_id = $1 AND channel = $2 RETURNING 1'
  return (await tx.query(text, [hotelId, channel])).length > 0
}

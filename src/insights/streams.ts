import type { StreamState } from '../entities/stream-state.ts'
import type { Sql } from '../platform/database/database.ts'

/** What people are told of the connection that a configuration hears of changes over. */
export interface StreamStatus {
  state: StreamState
  /** Position of the last message that was stored; null where the vendor has none, or none was stored. */
  offset: string | null
  lastMessageAt: Date | null
  /** How long after it happened the newest event was stored; null where the vendor does not say. */
  lagMs: number | null
  /** Connections after the first one. */
  reconnects: number
  /** Of the WebSocket, or the status with which the last one was refused. */
  lastCloseCode: number | null
  /** Why it is not connected; null while it is, and where nothing is wrong. */
  reason: string | null
  /** Since when it is in this state, where that is known. */
  since: Date | null
  /** When it is connected again; null while it is, and while nobody wants it. */
  nextAttemptAt: Date | null
}

export const STREAM_OFF: StreamStatus = {
  ...{ state: 'OFF', offset: null, lastMessageAt: null, lagMs: null, reconnects: 0 },
  ...{ lastCloseCode: null, reason: null, since: null, nextAttemptAt: null },
}

const IS_HELD = `coalesce(s.lease_expires_at > now(), false)`
/** What a worker says of it counts for as long as the worker holds it. */
export const STREAM_STATE = `CASE WHEN ${IS_HELD} OR s.state = 'LOCKED_OUT' THEN s.state ELSE 'WAITING' END`
/** Without a sign of life for a minute; syncs have taken over by then. */
export const STREAM_IS_DOWN = `coalesce(s.live_at, s.created_at) < now() - interval '1 minute'`

/** By configuration; those that want no stream are left out. */
export async function readStreams(
  sql: Sql,
  configurationIds: readonly string[],
): Promise<ReadonlyMap<string, StreamStatus>> {
  const rows = await sql.query<StreamStatus & { id: string }>(
    `SELECT c.id, ${STREAM_STATE} AS state, s.stream_offset AS "offset", s.last_message_at AS "lastMessageAt",
       s.lag_ms AS "lagMs", greatest(coalesce(s.connections, 0) - 1, 0) AS reconnects,
       s.last_close_code AS "lastCloseCode", s.reason,
       CASE WHEN ${IS_HELD} OR s.lease_expires_at IS NULL THEN s.since ELSE s.lease_expires_at END AS since,
       CASE WHEN NOT ${IS_HELD} THEN s.ready_at END AS "nextAttemptAt"
     FROM pms_configuration c LEFT JOIN pms_stream s ON s.key = c.stream_key
     WHERE c.id = ANY($1::uuid[]) AND c.enabled AND c.stream_key IS NOT NULL`,
    [configurationIds],
  )
  return new Map(rows.map(({ id, ...status }) => [id, status]))
}

/** Connections that hotels want. */
export const WANTED_STREAMS = `pms_stream s
  WHERE EXISTS (SELECT FROM pms_configuration c WHERE c.stream_key = s.key AND c.enabled)`

/** Each connection that hotels want, once however many share it. */
export function readStreamHealth(
  sql: Sql,
): Promise<{ provider: string; state: StreamState; isDown: boolean; reason: string | null }[]> {
  return sql.query(
    `SELECT provider, ${STREAM_STATE} AS state, ${STREAM_IS_DOWN} AS "isDown", s.reason
     FROM ${WANTED_STREAMS} ORDER BY provider, s.key`,
  )
}

/** The hotels, all or of these, of which a stream that is wanted is down. */
export async function hotelsWithStreamDown(sql: Sql, hotelIds: readonly string[] | null): Promise<ReadonlySet<string>> {
  const rows = await sql.query<{ hotelId: string }>(
    `SELECT DISTINCT c.hotel_id AS "hotelId" FROM pms_configuration c JOIN pms_stream s ON s.key = c.stream_key
     WHERE c.enabled AND ${STREAM_IS_DOWN} AND ($1::text[] IS NULL OR c.hotel_id = ANY($1))`,
    [hotelIds],
  )
  return new Set(rows.map(({ hotelId }) => hotelId))
}

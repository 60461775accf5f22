import type { StreamState } from '../entities/stream-state.ts'
import type { Sql } from '../platform/database/database.ts'

/** The statements on `pms_stream`. Instants are the database's. */

/** The right of one worker to hold the connection of a scope. */
export interface StreamLease {
  readonly key: string
  readonly provider: string
  readonly token: number
  /** Position of the last message that was stored; null: none, or one that the vendor has forgotten. */
  readonly offset: string | null
  /** Connections in a row that came to nothing. */
  readonly failures: number
  /** How long nobody has listened; null: nobody ever has. */
  readonly awayMs: number | null
}

const IS_WANTED = `EXISTS (SELECT FROM pms_configuration c WHERE c.stream_key = s.key AND c.enabled)`

/** Gives each scope that a hotel has switched on its row. */
export async function ensureStreams(sql: Sql): Promise<void> {
  await sql.query(
    `INSERT INTO pms_stream (key, provider)
     SELECT DISTINCT c.stream_key, c.provider FROM pms_configuration c
     WHERE c.stream_key IS NOT NULL AND c.enabled
       AND NOT EXISTS (SELECT FROM pms_stream s WHERE s.key = c.stream_key)
     ON CONFLICT DO NOTHING`,
  )
}

/** Takes the scope whose turn it is; null when none is due. */
export async function claimStream(sql: Sql, leaseMs: number): Promise<StreamLease | null> {
  const [lease] = await sql.query<StreamLease>(
    `WITH next AS MATERIALIZED (
       SELECT s.key FROM pms_stream s
       WHERE s.ready_at <= now() AND (s.lease_expires_at IS NULL OR s.lease_expires_at <= now()) AND ${IS_WANTED}
       ORDER BY s.ready_at LIMIT 1 FOR UPDATE OF s SKIP LOCKED
     )
     UPDATE pms_stream s SET lease_token = s.lease_token + 1, lease_expires_at = now() + $1 * interval '1 ms',
       state = 'CONNECTING', since = CASE WHEN s.state = 'CONNECTING' THEN s.since ELSE now() END
     FROM next WHERE s.key = next.key
     RETURNING s.key, s.provider, s.lease_token AS token, s.stream_offset AS "offset", s.failures,
       (extract(epoch FROM now() - s.live_at) * 1000)::float8 AS "awayMs"`,
    [leaseMs],
  )
  return lease ?? null
}

/** Prolongs leases in one statement, and notes that their connections are alive. */
export function renewStreams(sql: Sql, leases: readonly StreamLease[], leaseMs: number) {
  return sql.query<{ key: string; isWanted: boolean }>(
    `UPDATE pms_stream s SET lease_expires_at = now() + $3 * interval '1 ms',
       live_at = CASE WHEN s.state IN ('CATCHING_UP', 'LIVE') THEN now() ELSE s.live_at END
     FROM unnest($1::text[], $2::integer[]) AS held (key, token)
     WHERE s.key = held.key AND s.lease_token = held.token RETURNING s.key, ${IS_WANTED} AS "isWanted"`,
    [leases.map(({ key }) => key), leases.map(({ token }) => token), leaseMs],
  )
}

/** What was read, as of which position. */
export interface ReadSoFar {
  readonly offset: string | null
  /** How long ago the last of it happened; null: the vendor does not say. */
  readonly lagMs: number | null
}

/** In the transaction that stores the messages. @returns whether the lease still stands */
export async function noteRead(tx: Sql, { key, token }: StreamLease, { offset, lagMs }: ReadSoFar): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE pms_stream SET stream_offset = coalesce($3, stream_offset), last_message_at = now(), live_at = now(),
       lag_ms = $4
     WHERE key = $1 AND lease_token = $2 RETURNING 1`,
    [key, token, offset, lagMs],
  )
  return rows.length > 0
}

/** @returns whether the lease still stands */
export async function noteConnected(sql: Sql, { key, token }: StreamLease): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE pms_stream SET state = 'CATCHING_UP', since = now(), live_at = now(), connections = connections + 1
     WHERE key = $1 AND lease_token = $2 RETURNING 1`,
    [key, token],
  )
  return rows.length > 0
}

/** From here on what happens is told; what happened before has been fetched. */
export async function noteCaughtUp(sql: Sql, { key, token }: StreamLease): Promise<void> {
  await sql.query(
    `UPDATE pms_stream SET state = 'LIVE', since = now(), failures = 0, reason = NULL
     WHERE key = $1 AND lease_token = $2`,
    [key, token],
  )
}

/** How a connection ended, and what follows. */
export interface StreamEnd {
  readonly state: StreamState
  readonly restMs: number
  readonly isFailure: boolean
  readonly closeCode: number | null
  readonly reason: string | null
  /** The vendor may not know the position any more: the next connection begins with what happens then. */
  readonly forgetsOffset: boolean
}

export async function releaseStream(sql: Sql, { key, token }: StreamLease, end: StreamEnd): Promise<void> {
  const { state, restMs, isFailure, closeCode, reason, forgetsOffset } = end
  await sql.query(
    `UPDATE pms_stream SET lease_token = lease_token + 1, lease_expires_at = NULL,
       state = $3, since = CASE WHEN state = $3 THEN since ELSE now() END,
       ready_at = now() + $4 * interval '1 ms', failures = failures + $5,
       last_close_code = coalesce($6, last_close_code), reason = $7,
       stream_offset = CASE WHEN $8 THEN NULL ELSE stream_offset END
     WHERE key = $1 AND lease_token = $2`,
    [key, token, state, restMs, isFailure ? 1 : 0, closeCode, reason, forgetsOffset],
  )
}

/** A hotel whose credentials open the connection; any of them will do. Null: nobody wants it any more. */
export async function findHolder(sql: Sql, key: string): Promise<{ hotelId: string; provider: string } | null> {
  const [holder] = await sql.query<{ hotelId: string; provider: string }>(
    `SELECT hotel_id AS "hotelId", provider FROM pms_configuration WHERE stream_key = $1 AND enabled
     ORDER BY id LIMIT 1`,
    [key],
  )
  return holder ?? null
}

import type { Sql } from '../../platform/database/database.ts'

/** Who empties which inbox, and when there is something in it: one worker at a time for each configuration. */

export interface InboxLease {
  readonly configurationId: string
  readonly token: number
  /** Looks at the PMS in a row that took too long. */
  readonly timeouts: number
}

const IS_FREE = '(e.lease_expires_at IS NULL OR e.lease_expires_at <= now())'
const TAKE = 'lease_token = e.lease_token + 1, lease_expires_at = now() + $1 * interval'
const TAKEN = 'e.configuration_id AS "configurationId", e.lease_token AS token, e.timeouts'

/** Takes the inbox whose turn it is: the one that has been due longest. Null when none is. */
export async function claimInbox(sql: Sql, leaseMs: number): Promise<InboxLease | null> {
  const [lease] = await sql.query<InboxLease>(
    `WITH next AS MATERIALIZED (
       SELECT e.configuration_id FROM pms_webhook_endpoint e
       JOIN pms_configuration c ON c.id = e.configuration_id AND c.enabled
       WHERE e.ready_at <= now() AND ${IS_FREE}
         AND NOT EXISTS (SELECT FROM pms_provider_health h WHERE h.key = c.credential_key AND h.open_until > now())
       ORDER BY e.ready_at LIMIT 1 FOR UPDATE OF e SKIP LOCKED
     )
     UPDATE pms_webhook_endpoint e SET ${TAKE} '1 ms'
     FROM next WHERE e.configuration_id = next.configuration_id RETURNING ${TAKEN}`,
    [leaseMs],
  )
  return lease ?? null
}

/** Takes this one, due or not. Null while another worker has it, or the configuration is disabled. */
export async function takeInbox(sql: Sql, configurationId: string, leaseMs: number): Promise<InboxLease | null> {
  const [lease] = await sql.query<InboxLease>(
    `UPDATE pms_webhook_endpoint e SET ${TAKE} '1 ms' FROM pms_configuration c
     WHERE e.configuration_id = $2 AND c.id = e.configuration_id AND c.enabled AND ${IS_FREE} RETURNING ${TAKEN}`,
    [leaseMs, configurationId],
  )
  return lease ?? null
}

/** Prolongs leases in one statement. @returns the configurations of those that still stand */
export async function renewInboxes(sql: Sql, leases: readonly InboxLease[], leaseMs: number): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `UPDATE pms_webhook_endpoint e SET lease_expires_at = now() + $3 * interval '1 ms'
     FROM unnest($1::uuid[], $2::integer[]) AS held (id, token)
     WHERE e.configuration_id = held.id AND e.lease_token = held.token RETURNING held.id`,
    [leases.map(({ configurationId }) => configurationId), leases.map(({ token }) => token), leaseMs],
  )
  return rows.map(({ id }) => id)
}

/**
 * Lets go of an inbox, with when it is due again.
 * @param parkedMs the PMS took too long: nobody looks before, whatever comes
 */
export async function releaseInbox(sql: Sql, lease: InboxLease, now: Date, parkedMs: number | null): Promise<void> {
  const { configurationId, token } = lease
  await sql.query(
    `UPDATE pms_webhook_endpoint SET lease_token = lease_token + 1, lease_expires_at = NULL,
       ready_at = now() + $3 * interval '1 ms', timeouts = CASE WHEN $3::float8 IS NULL THEN 0 ELSE timeouts + 1 END
     WHERE configuration_id = $1 AND lease_token = $2`,
    [configurationId, token, parkedMs],
  )
  // A statement of its own, after the other: what came meanwhile is seen by it, and what comes later wakes anew.
  if (parkedMs === null) await findNextDue(sql, configurationId, now)
}

async function findNextDue(sql: Sql, configurationId: string, now: Date): Promise<void> {
  await sql.query(
    `UPDATE pms_webhook_endpoint SET ready_at = now() + greatest(next.at - $2::timestamptz, interval '0')
     FROM (SELECT min(next_attempt_at) AS at FROM pms_webhook_event
       WHERE configuration_id = $1 AND next_attempt_at IS NOT NULL) AS next
     WHERE configuration_id = $1 AND ready_at IS NULL AND next.at IS NOT NULL`,
    [configurationId, now],
  )
}

/**
 * Something has come in. One whose PMS took too long stays parked. What another transaction has in its hands is left for
 * another time, for the others must not wait for its end.
 * @returns those
 */
export async function wakeInboxes(sql: Sql, configurationIds: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ id: string }>(
    `WITH free AS MATERIALIZED (
       SELECT configuration_id AS id, timeouts > 0 AND coalesce(ready_at > now(), false) AS is_parked
       FROM pms_webhook_endpoint WHERE configuration_id = ANY ($1::uuid[]) FOR NO KEY UPDATE SKIP LOCKED
     ), woken AS (
       UPDATE pms_webhook_endpoint e SET ready_at = now() FROM free WHERE e.configuration_id = free.id AND NOT free.is_parked
     )
     SELECT configuration_id AS id FROM pms_webhook_endpoint e
     WHERE configuration_id = ANY ($1::uuid[]) AND NOT EXISTS (SELECT FROM free WHERE free.id = e.configuration_id)`,
    [configurationIds],
  )
  return rows.map(({ id }) => id)
}

/** The PMS is to be asked again, however often it took too long. */
export async function unparkInbox(sql: Sql, configurationId: string): Promise<void> {
  await sql.query(
    'UPDATE pms_webhook_endpoint SET ready_at = now() WHERE configuration_id = $1 AND timeouts > 0 AND ready_at > now()',
    [configurationId],
  )
}

/** Finds inboxes that have something due and whose waking was lost, with the process that was about to do it. */
export async function wakeForgotten(sql: Sql, now: Date): Promise<void> {
  await sql.query(
    `UPDATE pms_webhook_endpoint e SET ready_at = now()
     WHERE e.ready_at IS NULL AND ${IS_FREE} AND EXISTS (SELECT FROM pms_webhook_event w
       WHERE w.configuration_id = e.configuration_id AND w.next_attempt_at <= $1)`,
    [now],
  )
}

/** Whether the lease still stands, and for so long from now on; inside the transaction that writes. */
export async function keepInbox(tx: Sql, { configurationId, token }: InboxLease, leaseMs: number): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE pms_webhook_endpoint SET lease_expires_at = now() + $3 * interval '1 ms'
     WHERE configuration_id = $1 AND lease_token = $2 RETURNING 1`,
    [configurationId, token, leaseMs],
  )
  return rows.length > 0
}

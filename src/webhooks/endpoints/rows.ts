import { selectList } from '../../entities/select.ts'
import { type WebhookEndpoint, WebhookEndpointEntity } from '../../entities/webhook-endpoint.ts'
import type { Sql } from '../../platform/database/database.ts'

/** The statements on `pms_webhook_endpoint`. */

const COLUMNS = selectList(WebhookEndpointEntity, 'e')

/** An endpoint with what is needed of its configuration. */
export interface EndpointRow extends WebhookEndpoint {
  hotelId: string
  provider: string
  externalHotelId: string | null
  /** Sealed. */
  webhookSecret: string | null
}

const JOINED = `SELECT ${COLUMNS}, c.hotel_id AS "hotelId", c.provider, c.external_hotel_id AS "externalHotelId",
    c.webhook_secret AS "webhookSecret"
  FROM pms_webhook_endpoint e JOIN pms_configuration c ON c.id = e.configuration_id`

/** By the current key, or the one before it as long as it is accepted. */
export async function findByKey(sql: Sql, provider: string, keyDigest: string, now: Date): Promise<EndpointRow | null> {
  const [row] = await sql.query<EndpointRow>(
    `${JOINED} WHERE c.provider = $1
       AND (e.key_digest = $2 OR (e.previous_key_digest = $2 AND e.previous_until > $3))`,
    [provider, keyDigest, now],
  )
  return row ?? null
}

export async function findEndpoint(sql: Sql, configurationId: string): Promise<EndpointRow | null> {
  const [row] = await sql.query<EndpointRow>(`${JOINED} WHERE e.configuration_id = $1`, [configurationId])
  return row ?? null
}

/**
 * Counts messages that were refused, in one statement.
 * @param configurationIds one for each message, several of the same perhaps
 */
export async function noteRefusals(sql: Sql, configurationIds: readonly string[], now: Date): Promise<void> {
  await sql.query(
    `UPDATE pms_webhook_endpoint e SET refused_count = e.refused_count + r.count, last_refused_at = $2
     FROM (SELECT id, count(*)::integer FROM unnest($1::uuid[]) AS id GROUP BY id) AS r WHERE e.configuration_id = r.id`,
    [configurationIds, now],
  )
}

/** For a hotel whose events come in through another one's URL. */
export async function ensureEndpoints(sql: Sql, configurationIds: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO pms_webhook_endpoint (configuration_id) SELECT unnest($1::uuid[]) ON CONFLICT DO NOTHING`,
    [configurationIds],
  )
}

/** Which enabled configurations of a provider are of these properties. */
export function findProperties(sql: Sql, provider: string, externalHotelIds: readonly string[]) {
  return sql.query<{ configurationId: string; hotelId: string; externalHotelId: string }>(
    `SELECT id AS "configurationId", hotel_id AS "hotelId", external_hotel_id AS "externalHotelId"
     FROM pms_configuration WHERE provider = $1 AND enabled AND external_hotel_id = ANY($2)`,
    [provider, externalHotelIds],
  )
}

/** A worker's hold on the inbox of one configuration. */
export interface InboxLease {
  readonly configurationId: string
  readonly token: number
}

/** Null while another worker has it, or the configuration is disabled. */
export async function takeInbox(sql: Sql, configurationId: string, leaseMs: number): Promise<InboxLease | null> {
  const [row] = await sql.query<{ token: number }>(
    `UPDATE pms_webhook_endpoint e
     SET lease_token = lease_token + 1, lease_expires_at = now() + $2 * interval '1 ms'
     FROM pms_configuration c
     WHERE e.configuration_id = $1 AND c.id = e.configuration_id AND c.enabled
       AND (lease_expires_at IS NULL OR lease_expires_at <= now())
     RETURNING lease_token AS token`,
    [configurationId, leaseMs],
  )
  return row === undefined ? null : { configurationId, token: row.token }
}

/** Prolongs the hold, or with 0 lets go of it. False when another worker has it by now. */
export async function keepInbox(sql: Sql, { configurationId, token }: InboxLease, leaseMs: number): Promise<boolean> {
  const rows = await sql.query(
    `UPDATE pms_webhook_endpoint SET lease_expires_at = now() + $3 * interval '1 ms'
     WHERE configuration_id = $1 AND lease_token = $2 RETURNING 1`,
    [configurationId, token, leaseMs],
  )
  return rows.length > 0
}

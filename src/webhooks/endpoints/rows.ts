import { selectList } from '../../entities/select.ts'
import { type WebhookEndpoint, WebhookEndpointEntity } from '../../entities/webhook-endpoint.ts'
import type { Sql, Statement } from '../../platform/database/database.ts'
import type { JsonObject } from '../../records/common.ts'

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

/** That of a configuration, `EndpointRow`. */
export const endpointOf = (configurationId: string): Statement => ({
  text: `${JOINED} WHERE e.configuration_id = $1`,
  params: [configurationId],
})

export async function findEndpoint(sql: Sql, configurationId: string): Promise<EndpointRow | null> {
  const { text, params } = endpointOf(configurationId)
  const [row] = await sql.query<EndpointRow>(text, params)
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

/** For a hotel whose events come in through another one's URL. One that is there is not waited for, whoever has it in hand. */
export async function ensureEndpoints(sql: Sql, configurationIds: readonly string[]): Promise<void> {
  await sql.query(
    `INSERT INTO pms_webhook_endpoint (configuration_id) SELECT id FROM unnest($1::uuid[]) AS wanted (id)
     WHERE NOT EXISTS (SELECT FROM pms_webhook_endpoint e WHERE e.configuration_id = wanted.id) ON CONFLICT DO NOTHING`,
    [configurationIds],
  )
}

/** A hotel's account at a provider, with its credentials under seal. */
export interface Account {
  readonly configurationId: string
  readonly hotelId: string
  readonly provider: string
  readonly externalHotelId: string | null
  readonly credentials: string
  readonly settings: JsonObject | null
}

const ACCOUNT = `SELECT c.id AS "configurationId", c.hotel_id AS "hotelId", c.provider, c.credentials, c.settings,
    c.external_hotel_id AS "externalHotelId" FROM pms_configuration c`

export async function findAccount(sql: Sql, configurationId: string): Promise<Account | null> {
  const [account] = await sql.query<Account>(`${ACCOUNT} WHERE c.id = $1`, [configurationId])
  return account ?? null
}

/** Enabled accounts of these properties, as far as a complete sync has proven with them that the PMS shows the property. */
export function findProvenProperties(sql: Sql, provider: string, externalHotelIds: readonly string[]) {
  return sql.query<Account>(
    `${ACCOUNT} WHERE c.provider = $1 AND c.enabled AND c.external_hotel_id = ANY($2) AND EXISTS (
       SELECT FROM pms_sync_log run
       WHERE run.hotel_id = c.hotel_id AND run.provider = c.provider AND run.watermark_at IS NOT NULL)`,
    [provider, externalHotelIds],
  )
}

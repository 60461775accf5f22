import type { WebhookEvent } from '../../entities/webhook-event.ts'
import type { Sql, Statement } from '../../platform/database/database.ts'

/** The statements on `pms_webhook_event`. */

/** A message as it enters the inbox. */
export interface NewEvent
  extends Pick<
    WebhookEvent,
    | 'id'
    | 'configurationId'
    | 'hotelId'
    | 'provider'
    | 'dedupeKey'
    | 'eventId'
    | 'eventType'
    | 'subjects'
    | 'commands'
    | 'headers'
    | 'body'
    | 'occurredAt'
    | 'receivedAt'
    | 'origin'
  > {
  status: 'RECEIVED' | 'IGNORED'
  reason: string | null
}

/** Starts with this when the vendor gave no id. */
export const DIGEST_PREFIX = 'sha256:'

/** Whether the message was new. One that came before is counted there. */
export interface Recorded {
  id: string
  isNew: boolean
}

/** The same message twice in a group is one row that came twice. */
export async function recordAll(sql: Sql, events: readonly NewEvent[]): Promise<Recorded[]> {
  const keyOf = ({ configurationId, dedupeKey }: NewEvent) => `${configurationId} ${dedupeKey}`
  const groups = [...Map.groupBy(events, keyOf).values()]
  const firsts = groups.flatMap(([first]) => first ?? [])
  const deliveries = groups.map((group) => group.length)
  const recorded = await recordEvents(sql, firsts, deliveries)
  const results = new Map(firsts.map((row, index) => [keyOf(row), recorded[index] as Recorded]))
  return events.map((event) => {
    const result = results.get(keyOf(event)) as Recorded
    return firsts.includes(event) ? result : { ...result, isNew: false }
  })
}

/**
 * Records messages in one statement. One that is dead is taken up again when its sender tries again: nothing was ever done
 * about it. So is a message without an id that is not waiting any more: vendors whose
 * messages say no more than "this changed" send the same bytes for the next change too, and a look too many costs
 * nothing that a lost change would not.
 * @param events no two of the same configuration and dedupe key
 */
export async function recordEvents(
  sql: Sql,
  events: readonly NewEvent[],
  deliveries: readonly number[],
): Promise<Recorded[]> {
  const again = `(t.status = 'DEAD' OR (excluded.dedupe_key LIKE '${DIGEST_PREFIX}%' AND t.status = 'PROCESSED'))`
  const rows = await sql.query<{ configurationId: string; dedupeKey: string; id: string; isNew: boolean }>(
    `INSERT INTO pms_webhook_event AS t (id, configuration_id, hotel_id, provider, dedupe_key, event_id, event_type,
       subjects, headers, body, occurred_at, received_at, deliveries, status, reason, origin, commands, next_attempt_at)
     SELECT id, configuration_id, hotel_id, provider, dedupe_key, event_id, event_type, subjects::jsonb, headers::jsonb,
       body, occurred_at, received_at, deliveries, status, reason, origin::jsonb, commands::jsonb,
       CASE WHEN status = 'RECEIVED' THEN received_at END
     FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::bytea[], $11::timestamptz[], $12::timestamptz[], $13::integer[], $14::text[], $15::text[], $16::text[],
       $17::text[])
       AS u (id, configuration_id, hotel_id, provider, dedupe_key, event_id, event_type, subjects, headers, body,
         occurred_at, received_at, deliveries, status, reason, origin, commands)
     ON CONFLICT (configuration_id, dedupe_key) DO UPDATE SET
       deliveries = t.deliveries + excluded.deliveries,
       status = CASE WHEN ${again} THEN 'RECEIVED' ELSE t.status END,
       attempts = CASE WHEN ${again} THEN 0 ELSE t.attempts END,
       next_attempt_at = CASE WHEN ${again} THEN excluded.received_at ELSE t.next_attempt_at END
     RETURNING configuration_id AS "configurationId", dedupe_key AS "dedupeKey", t.id, (xmax = 0) AS "isNew"`,
    [
      events.map(({ id }) => id),
      events.map(({ configurationId }) => configurationId),
      events.map(({ hotelId }) => hotelId),
      events.map(({ provider }) => provider),
      events.map(({ dedupeKey }) => dedupeKey),
      events.map(({ eventId }) => eventId),
      events.map(({ eventType }) => eventType),
      events.map(({ subjects }) => JSON.stringify(subjects)),
      events.map(({ headers }) => JSON.stringify(headers)),
      events.map(({ body }) => body),
      events.map(({ occurredAt }) => occurredAt),
      events.map(({ receivedAt }) => receivedAt),
      deliveries,
      events.map(({ status }) => status),
      events.map(({ reason }) => reason),
      events.map(({ origin }) => origin && JSON.stringify(origin)),
      events.map(({ commands }) => JSON.stringify(commands)),
    ],
  )
  const found = new Map(rows.map((row) => [`${row.configurationId} ${row.dedupeKey}`, row]))
  return events.map(({ configurationId, dedupeKey }) => {
    const { id = '', isNew = false } = found.get(`${configurationId} ${dedupeKey}`) ?? {}
    return { id, isNew }
  })
}

export type DueEvent = Pick<
  WebhookEvent,
  'id' | 'eventType' | 'subjects' | 'commands' | 'deliveries' | 'attempts' | 'receivedAt' | 'status' | 'origin'
>

const DUE_COLUMNS = `id, event_type AS "eventType", subjects, commands, deliveries, attempts, received_at AS "receivedAt",
  status, origin`

/** What waits for its turn, longest first: `DueEvent`. */
export const dueIn = (configurationId: string, now: Date, limit: number): Statement => ({
  text: `SELECT ${DUE_COLUMNS} FROM pms_webhook_event WHERE configuration_id = $1 AND next_attempt_at <= $2
    ORDER BY next_attempt_at, id LIMIT $3`,
  params: [configurationId, now, limit],
})

/** What is due and names the very things that one of these names, with them: all about the first, then about the next. */
export function findAlike(
  sql: Sql,
  configurationId: string,
  now: Date,
  events: readonly DueEvent[],
  limit: number,
): Promise<DueEvent[]> {
  const named = [...new Set(events.map(({ subjects }) => JSON.stringify(subjects)))]
  return sql.query<DueEvent>(
    `SELECT ${DUE_COLUMNS} FROM pms_webhook_event
     WHERE configuration_id = $1 AND next_attempt_at <= $2 AND subjects = ANY ($3::jsonb[])
     ORDER BY array_position($3::jsonb[], subjects), next_attempt_at, id LIMIT $4`,
    [configurationId, now, named, limit],
  )
}

/** Signs of life of a PMS; its silence is noticed by them. */
export const noteOfLife = (configurationId: string, events: readonly DueEvent[]): Statement => ({
  text: `UPDATE pms_webhook_endpoint SET last_event_at = $2
    WHERE configuration_id = $1 AND (last_event_at IS NULL OR last_event_at < $2)`,
  params: [configurationId, new Date(Math.max(...events.map(({ receivedAt }) => receivedAt.getTime())))],
})

export type Attempted = Pick<DueEvent, 'subjects'> & { readonly attemptedAt: Date }

/** What was looked at since then, `Attempted`: an entity is not fetched again so soon. */
export const attemptedSince = (configurationId: string, since: Date): Statement => ({
  text: `SELECT subjects, max(attempted_at) AS "attemptedAt" FROM pms_webhook_event
    WHERE configuration_id = $1 AND attempted_at > $2 GROUP BY subjects`,
  params: [configurationId, since],
})

export const postponement = (events: readonly { id: string; until: Date }[]): Statement => ({
  text: `UPDATE pms_webhook_event w SET next_attempt_at = u.until FROM unnest($1::uuid[], $2::timestamptz[]) AS u (id, until)
    WHERE w.id = u.id AND w.next_attempt_at < u.until`,
  params: [events.map(({ id }) => id), events.map(({ until }) => until)],
})

/** Counts the try before it is made: what brings its worker down has had its tries one day, too. */
export const attempt = (events: readonly DueEvent[], now: Date, until: Date): Statement => ({
  text: 'UPDATE pms_webhook_event SET attempts = attempts + 1, attempted_at = $2, next_attempt_at = $3 WHERE id = ANY($1)',
  params: [events.map(({ id }) => id), now, until],
})

/** Takes back a try that was not the event's fault. */
export async function undoAttempt(sql: Sql, ids: readonly string[], nextAttemptAt: Date): Promise<void> {
  if (ids.length === 0) return
  await sql.query(
    `UPDATE pms_webhook_event SET attempts = greatest(attempts - 1, 0), next_attempt_at = $2
     WHERE id = ANY($1) AND next_attempt_at IS NOT NULL`,
    [ids, nextAttemptAt],
  )
}

/** Settles an event, unless the same message came again meanwhile: that one may tell of a later change. */
export async function markProcessed(tx: Sql, events: readonly DueEvent[], now: Date): Promise<void> {
  await tx.query(
    `UPDATE pms_webhook_event w SET
       status = CASE WHEN w.deliveries = u.deliveries THEN 'PROCESSED' ELSE 'RECEIVED' END,
       next_attempt_at = CASE WHEN w.deliveries = u.deliveries THEN NULL ELSE $3::timestamptz END,
       attempts = CASE WHEN w.deliveries = u.deliveries THEN w.attempts ELSE 0 END,
       processed_at = $3, error_code = NULL, reason = NULL
     FROM unnest($1::uuid[], $2::integer[]) AS u (id, deliveries) WHERE w.id = u.id`,
    [events.map(({ id }) => id), events.map(({ deliveries }) => deliveries), now],
  )
}

/** @param nextAttemptAt null: it has had its tries */
export async function markFailed(
  tx: Sql,
  id: string,
  failure: { code: string; reason: string; nextAttemptAt: Date | null },
): Promise<void> {
  await tx.query(
    `UPDATE pms_webhook_event SET status = CASE WHEN $4::timestamptz IS NULL THEN 'DEAD' ELSE 'FAILED' END,
       error_code = $2, reason = $3, next_attempt_at = $4 WHERE id = $1`,
    [id, failure.code, failure.reason, failure.nextAttemptAt],
  )
}

/** Bodies are read only where an item in them is needed. */
export function readMessages(sql: Sql, ids: readonly string[]) {
  return sql.query<Pick<WebhookEvent, 'id' | 'headers' | 'receivedAt'> & { body: Buffer }>(
    `SELECT id, headers, body, received_at AS "receivedAt" FROM pms_webhook_event WHERE id = ANY($1) ORDER BY id`,
    [ids],
  )
}

import { setImmediate } from 'node:timers/promises'
import type { Sql } from '../../platform/database/database.ts'
import type { Clock, WebhookEvent } from '../../providers/provider.ts'
import type { StreamMessage } from '../../providers/stream.ts'
import { ensureEndpoints } from '../endpoints/rows.ts'
import { type NewEvent, recordAll } from './event-rows.ts'
import { newEvent, type Recipient } from './message.ts'

/** The inbox as streams meet it. */
export type StreamedDoor = ReturnType<typeof createStreamedDoor>

export const createStreamedDoor = (deps: { clock: Clock }) => ({
  /** In the transaction that notes how far the stream was read. @returns configurations that have something to process */
  record: (tx: Sql, streamKey: string, messages: readonly StreamMessage[]) => record(deps, tx, streamKey, messages),
  /** Has what a stream could not tell of fetched by syncs. */
  oweBackfill,
  /** Whether some of it has not been fetched yet. */
  isBackfillOwed,
  /** Has hotels polled whose stream is down; to be called again and again. */
  oweBackfillWhereDown,
})

/** Without a sign of life for so long a stream is down, and its hotels are polled. */
const DOWN_MS = 30_000
/** How often, while it is. */
const POLL_MS = 120_000
/** Messages that are read in one turn of the event loop. */
const AT_ONCE = 20

interface Subscriber extends Recipient {
  readonly externalHotelId: string | null
}

async function record(
  { clock }: { clock: Clock },
  tx: Sql,
  streamKey: string,
  messages: readonly StreamMessage[],
): Promise<string[]> {
  const subscribers = await findSubscribers(tx, streamKey)
  const receivedAt = clock.now()
  const rows: NewEvent[] = []
  for (const [at, { events, body }] of messages.entries()) {
    // Reading many of them takes long: others have their turn in between.
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
    for (const [to, own] of byRecipient(subscribers, events))
      rows.push(newEvent(to, { headers: {}, body: Buffer.from(body) }, own, { receivedAt, answersAll: false }))
  }
  if (rows.length === 0) return []
  await ensureEndpoints(tx, [...new Set(rows.map(({ configurationId }) => configurationId))])
  await recordAll(tx, rows)
  return [...new Set(rows.flatMap((row) => (row.status === 'RECEIVED' ? [row.configurationId] : [])))]
}

/** Hotels whose property is their own here: who only entered an id that another hotel has proven hears nothing. */
function findSubscribers(sql: Sql, streamKey: string): Promise<Subscriber[]> {
  return sql.query<Subscriber>(
    `SELECT id AS "configurationId", hotel_id AS "hotelId", provider, external_hotel_id AS "externalHotelId"
     FROM pms_configuration
     WHERE stream_key = $1 AND enabled AND (external_hotel_id IS NULL OR property_key IS NOT NULL)`,
    [streamKey],
  )
}

/** What names no property concerns all who share the connection; what names one that nobody has concerns nobody. */
function byRecipient(subscribers: readonly Subscriber[], events: readonly WebhookEvent[]) {
  const own = new Map<Subscriber, WebhookEvent[]>()
  for (const event of events) {
    const { externalHotelId: property } = event
    const concerned = subscribers.filter((one) => property === null || one.externalHotelId === property)
    for (const one of concerned) own.set(one, [...(own.get(one) ?? []), event])
  }
  return own
}

async function oweBackfill(sql: Sql, streamKey: string): Promise<void> {
  await ensureEndpoints(
    sql,
    (await findSubscribers(sql, streamKey)).map(({ configurationId }) => configurationId),
  )
  await owe(sql, 's.key = $1', streamKey)
}

async function isBackfillOwed(sql: Sql, streamKey: string): Promise<boolean> {
  const rows = await sql.query(
    `SELECT FROM pms_webhook_endpoint e JOIN pms_configuration c ON c.id = e.configuration_id
     WHERE c.stream_key = $1 AND c.enabled AND e.backfill_owed_since IS NOT NULL LIMIT 1`,
    [streamKey],
  )
  return rows.length > 0
}

/** A hotel whose stream has just been switched on is given as long to connect. */
async function oweBackfillWhereDown(sql: Sql): Promise<void> {
  const down = await sql.query<{ id: string }>(
    `SELECT c.id FROM pms_stream s JOIN pms_configuration c ON c.stream_key = s.key AND c.enabled
     LEFT JOIN pms_webhook_endpoint e ON e.configuration_id = c.id
     WHERE coalesce(s.live_at, s.created_at) < now() - $1 * interval '1 ms' AND e.backfill_owed_since IS NULL
       AND (e.backfilled_at IS NULL OR e.backfilled_at < now() - $2 * interval '1 ms')`,
    [DOWN_MS, POLL_MS],
  )
  if (down.length === 0) return
  const ids = down.map(({ id }) => id)
  await ensureEndpoints(sql, ids)
  await owe(sql, 'c.id = ANY ($1) AND e.backfill_owed_since IS NULL', ids)
}

/** From when on somebody has listened, as far as is known; what is owed already stays owed since then. */
async function owe(sql: Sql, condition: string, value: unknown): Promise<void> {
  await sql.query(
    `UPDATE pms_webhook_endpoint e SET
       backfill_owed_since = coalesce(e.backfill_owed_since, s.live_at, s.created_at), backfill_owed_at = now()
     FROM pms_configuration c JOIN pms_stream s ON s.key = c.stream_key
     WHERE c.id = e.configuration_id AND c.enabled AND ${condition}`,
    [value],
  )
}

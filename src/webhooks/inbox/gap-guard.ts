import type { SyncStatus } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { Sql } from '../../platform/database/database.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import { ENTITY_TYPES, type EntityType } from '../../records/entity-type.ts'
import { isActive } from '../../sync/run/wait.ts'
import { syncedEntities } from '../../sync/synced/synced-entities.ts'
import { slicesOf } from '../../sync/synced/synced-entity.ts'
import type { InboxDeps } from '../endpoints/deps.ts'

/** A failed backfill is tried again after this long. */
const RETRY_MS = 60_000

type GuardDeps = Pick<InboxDeps, 'database' | 'clock' | 'engine' | 'adapters' | 'log'> & {
  listProviders(): readonly PmsProviderAdapter[]
}

/**
 * Finds configurations whose webhooks may have been lost, and brings what they would have told of: a sync since the last
 * complete one, with the trigger GAP. Silence that goes on is looked into once in every horizon, so that a hotel whose
 * webhooks have died is polled until they live again.
 */
export async function guardGaps(deps: GuardDeps): Promise<void> {
  const noted = await noteSilence(deps)
  for (const { hotelId, provider } of noted) {
    deps.log.warn({ event: 'pms.webhook.silent', hotelId, provider }, 'No webhook for so long that some may be lost')
  }
  for (const endpoint of await findOwed(deps.database)) await backfill(deps, endpoint)
}

/**
 * Notes that this service can be reached, and what it may have missed while it could not. Called by every process that
 * takes webhooks, before the first one and then every few seconds.
 */
export async function noteReachable(deps: Pick<GuardDeps, 'database' | 'clock' | 'listProviders'>): Promise<void> {
  const now = deps.clock.now()
  await deps.database.transaction(async (tx) => {
    await tx.query(
      `UPDATE pms_webhook_endpoint e SET
         backfill_owed_since = coalesce(e.backfill_owed_since, r.alive_at), backfill_owed_at = now()
       FROM pms_configuration c, pms_webhook_receiver r, ${HORIZONS}
       WHERE c.id = e.configuration_id AND c.provider = h.provider AND e.last_event_at IS NOT NULL
         AND r.alive_at < $3::timestamptz - h.ms * interval '1 ms'`,
      [...horizonsOf(deps), now],
    )
    await tx.query(
      `INSERT INTO pms_webhook_receiver AS r (id, alive_at) VALUES (1, $1)
       ON CONFLICT (id) DO UPDATE SET alive_at = greatest(r.alive_at, excluded.alive_at)`,
      [now],
    )
  })
}

/** Provider and horizon, as parameters $1 and $2. */
const HORIZONS = 'unnest($1::text[], $2::float8[]) AS h (provider, ms)'

function horizonsOf({ listProviders }: Pick<GuardDeps, 'listProviders'>): [string[], number[]] {
  const known = listProviders().flatMap(({ key, limits }) =>
    limits.webhookLossHorizonMs === null ? [] : [{ key, ms: limits.webhookLossHorizonMs }],
  )
  return [known.map(({ key }) => key), known.map(({ ms }) => ms)]
}

function noteSilence(deps: GuardDeps) {
  return deps.database.query<{ hotelId: string; provider: string }>(
    `UPDATE pms_webhook_endpoint e SET backfill_owed_since = e.last_event_at, backfill_owed_at = now()
     FROM pms_configuration c, ${HORIZONS}
     WHERE c.id = e.configuration_id AND c.enabled AND c.provider = h.provider AND e.backfill_owed_since IS NULL
       AND greatest(e.last_event_at, e.backfilled_at) < $3::timestamptz - h.ms * interval '1 ms'
       AND e.last_event_at IS NOT NULL
       AND NOT EXISTS (SELECT FROM pms_webhook_event w
         WHERE w.configuration_id = e.configuration_id AND w.next_attempt_at IS NOT NULL)
     RETURNING c.hotel_id AS "hotelId", c.provider`,
    [...horizonsOf(deps), deps.clock.now()],
  )
}

interface Owed {
  configurationId: string
  hotelId: string
  provider: string
  owedSince: Date
  owedAt: Date
}

function findOwed(sql: Sql): Promise<Owed[]> {
  return sql.query<Owed>(
    `SELECT e.configuration_id AS "configurationId", c.hotel_id AS "hotelId", c.provider,
       e.backfill_owed_since AS "owedSince", e.backfill_owed_at AS "owedAt"
     FROM pms_webhook_endpoint e JOIN pms_configuration c ON c.id = e.configuration_id
     WHERE e.backfill_owed_since IS NOT NULL AND c.enabled`,
  )
}

/** Any sync that began after the gap was noticed settles it, whoever started it. */
async function backfill(deps: GuardDeps, owed: Owed): Promise<void> {
  const adapter = deps.adapters(owed.provider)
  const types = ENTITY_TYPES.filter((type) => adapter.fetch[syncedEntities[type].kind] !== undefined)
  // What even the vendor has forgotten may be more than what it shows as changed.
  const full = adapter.stream?.keepsMs != null && +owed.owedAt - +owed.owedSince > adapter.stream.keepsMs
  const wanted = types.flatMap((type) => slicesOf(syncedEntities[type]).map((slice) => ({ type, slice, full })))
  const states = await Promise.all(wanted.map((each) => advance(deps, owed, each)))
  if (!states.every((isDone) => isDone)) return
  await deps.database.query(
    `UPDATE pms_webhook_endpoint
     SET backfill_owed_since = NULL, backfill_owed_at = NULL, backfilled_at = $3
     WHERE configuration_id = $1 AND date_trunc('milliseconds', backfill_owed_at) = $2`,
    [owed.configurationId, owed.owedAt, deps.clock.now()],
  )
}

interface Wanted {
  readonly type: EntityType
  readonly slice: string
  /** Whether what changed is not enough. */
  readonly full: boolean
}

/** @returns whether this kind of thing is caught up */
async function advance(deps: GuardDeps, owed: Owed, wanted: Wanted): Promise<boolean> {
  const { hotelId, provider } = owed
  const { type: entityType, slice, full } = wanted
  const last = await findRunSince(deps.database, owed, wanted)
  if (last !== null && isActive(last)) return false
  if (last !== null && last.status !== 'FAILED') return true
  if (last !== null && deps.clock.now().getTime() - (last.completedAt?.getTime() ?? 0) < RETRY_MS) return false
  try {
    const asked = { hotelId, provider, entityType, slice, ...(full && { full }) }
    await deps.engine.request({ ...asked, trigger: 'GAP', triggeredBy: 'gap guard' })
  } catch (error) {
    // One that began before is under way: it is waited for, and then another one begins.
    if (!(error instanceof PmsIntegrationError)) throw error
    const isNormal = error.code === 'SYNC_ALREADY_RUNNING' || error.code === 'CONFIGURATION_DISABLED'
    if (!isNormal) deps.log.warn({ hotelId, provider, entityType, code: error.code }, 'A backfill could not start')
  }
  return false
}

async function findRunSince(sql: Sql, { hotelId, provider, owedAt }: Owed, { type, slice, full }: Wanted) {
  const [run] = await sql.query<{ status: SyncStatus; completedAt: Date | null }>(
    `SELECT status, completed_at AS "completedAt" FROM pms_sync_log
     WHERE hotel_id = $1 AND provider = $2 AND entity_type = $3 AND slice = $5 AND operation = ANY ($6)
       AND queued_at >= $4 AND metadata ->> 'limit' IS NULL AND metadata ->> 'since' IS NULL
     ORDER BY id DESC LIMIT 1`,
    [hotelId, provider, type, owedAt, slice, full ? ['FULL'] : ['FULL', 'INCREMENTAL']],
  )
  return run ?? null
}

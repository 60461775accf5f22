import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { createInboxQueue, startInboxWorker } from '../../src/jobs/webhook.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createQueueBackend } from '../../src/platform/queue/queue.ts'
import { signWebhook } from '../../src/platform/standard-webhooks.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import type { RotatedKeys } from '../../src/webhooks/endpoints/keys.ts'
import { wakeInboxes } from '../../src/webhooks/inbox/leases.ts'
import { silentPubSub } from '../../tests/kit/memory-pubsub.ts'
import { createTestServices, silentLog } from '../../tests/kit/services.ts'
import { insertHotel } from '../../tests/kit/test-hotel.ts'
import { percentile, report } from '../measure.ts'
import { openFreshDatabase } from './databases.ts'

const HUNG = 4
/** Of each vendor that hangs, before the measurement. */
const BACKLOG = 20
const EVENTS = 80
const EVERY_MS = 100
/** Longer than the bench. */
const NEVER_MS = 600_000

/** How long a hotel's webhooks take from their arrival to their effect, alone and while four other vendors hang. */
export async function benchWebhookNeighbours(server: Database): Promise<void> {
  await delaysBeside(server, 0) // the first one warms up
  const alone = await delaysBeside(server, 0)
  const beside = await delaysBeside(server, HUNG)
  const [calm, crowded] = [alone, beside].map((delays) => percentile(delays, 0.95)) as [number, number]
  report(`webhooks of a hotel beside ${HUNG} vendors that hang, from arrival to effect`, {
    'alone, p50, ms': [percentile(alone, 0.5)],
    'alone, p95, ms': [calm],
    'beside them, p50, ms': [percentile(beside, 0.5)],
    'beside them, p95, ms': [crowded],
    'ratio of the p95 (goal ≤ 2)': [crowded / calm],
  })
}

async function delaysBeside(server: Database, hung: number): Promise<number[]> {
  await using parts = new AsyncDisposableStack()
  const database = parts.use(await openFreshDatabase(server))
  const backend = parts.use(await createQueueBackend({ databaseUrl: database.url, log: silentLog }))
  const wake = (ids: readonly string[]) => wakeInboxes(database.within('*'), ids)
  const queue = parts.use(await createInboxQueue({ backend, wake, log: silentLog }))
  const { inbox } = createTestServices(database, { pubsub: silentPubSub(), enqueueInbox: queue.enqueue })
  const open = async (faults: Parameters<Simulator['setFaults']>[0]) => {
    const simulator = parts.use(await mock.simulate({ bookings: EVENTS, faults }))
    const hotelId = `hotel-${randomUUID()}`
    await insertHotel(database, hotelId, mock.key, simulator)
    const keys = await inbox.rotateKeys({ hotelId, provider: mock.key, actor: 'bench' })
    await database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL')
    const ids = simulator.data.facts('bookings').map(({ externalId }) => String(externalId))
    return { ids, post: (id: string) => post(inbox, keys, id), configurationId: keys.configuration.id }
  }
  parts.use(await startInboxWorker({ backend, inbox, log: silentLog, timing: { graceMs: 100 } }))
  for (let n = 0; n < hung; n++) {
    const { ids, post } = await open({ slowMs: NEVER_MS })
    for (const id of ids.slice(0, BACKLOG)) await post(id)
  }
  const { ids, post: send, configurationId } = await open({})
  for (const id of ids) {
    await send(id)
    await delay(EVERY_MS)
  }
  for (;;) {
    const rows = await database.query<{ ms: number }>(
      `SELECT extract(epoch FROM processed_at - received_at)::float8 * 1000 AS ms
       FROM pms_webhook_event WHERE configuration_id = $1 AND status = 'PROCESSED'`,
      [configurationId],
    )
    if (rows.length === ids.length) return rows.map(({ ms }) => ms) // before all of it is closed
    await delay(100)
  }
}

type Inbox = ReturnType<typeof createTestServices>['inbox']

async function post(inbox: Inbox, { key, secret }: RotatedKeys, bookingId: string): Promise<void> {
  const [id, timestamp] = [randomUUID(), new Date()]
  const message = { type: 'booking.updated', timestamp: timestamp.toISOString(), data: { id: bookingId } }
  const body = Buffer.from(JSON.stringify(message))
  const headers = signWebhook([secret], { id, timestamp, body })
  const { status } = await inbox.intake.accept(mock.key, key, { headers, body })
  if (status !== 200) throw new Error(`A webhook was answered ${status}`)
}

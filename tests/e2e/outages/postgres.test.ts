import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, inject, test, vi } from 'vitest'
import { openDatabase, type Sql } from '../../../src/platform/database/database.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET, syncBookings } from '../../kit/client.ts'
import { startOwnPostgres } from '../../kit/own-postgres.ts'
import { startService } from '../../kit/service.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'
import { rotate } from '../webhooks/inbox-client.ts'
import { keepSending } from '../webhooks/keep-sending.ts'

/** `OUTAGE_SECONDS=75` is longer than a lease and than every patience. */
const OUTAGE_MS = Number(process.env.OUTAGE_SECONDS ?? 3) * 1_000
const HOTELS = 3
const BOOKINGS = 7_000
/** Resumed within this time after the database is back, and silent connections found. */
const RESUMED_MS = 15_000
const FOUND_MS = 20_000

/** Progress of every run that has not ended, by its id. */
const progress = async (sql: Sql) => {
  const rows = await sql.query<{ id: string; status: string; items: number }>(
    `SELECT id, status, items_processed AS items FROM pms_sync_log WHERE entity_type = 'BOOKING'`,
  )
  return new Map(rows.map(({ id, ...run }) => [id, run]))
}

async function goesOn(sql: Sql, withinMs: number): Promise<void> {
  const before = await progress(sql)
  await vi.waitFor(
    async () => {
      const now = await progress(sql)
      const still = [...before].filter(([id, run]) => run.status === 'RUNNING' && now.get(id)?.items === run.items)
      expect(still.filter(([id]) => now.get(id)?.status === 'RUNNING')).toEqual([])
    },
    { timeout: withinMs, interval: 50 },
  )
}

test('PostgreSQL is restarted, then falls silent, under load: no run fails, all go on, webhooks are asked to come again', async () => {
  await using postgres = await startOwnPostgres()
  await using network = await startTcpProxy(postgres.url)
  await using simulator = await mock.simulate({ bookings: BOOKINGS, faults: { slowMs: 1_000 } })
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: network.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  await using service = await startService(env)
  await using sql = await openDatabase({ url: postgres.url })
  const client = await createTestClient(service.url ?? '')
  const hotelIds = Array.from({ length: HOTELS }, () => randomUUID())
  for (const hotelId of hotelIds) await addHotel(client, hotelId, simulator)
  const endpoint = await rotate(client, hotelIds[0] ?? '')
  for (const hotelId of hotelIds) await syncBookings(client, { hotelId })
  await vi.waitFor(
    async () => expect([...(await progress(sql)).values()].every(({ items }) => items > 0)).toBe(true),
    30_000,
  )

  await using sender = keepSending(service.url ?? '', endpoint)
  await postgres.stop()
  await delay(OUTAGE_MS)
  await postgres.start()
  await goesOn(sql, RESUMED_MS)
  const during = sender.answers.splice(0)
  network.silence()
  await goesOn(sql, FOUND_MS)
  await vi.waitFor(() => expect(sender.answers.at(-1)?.status).toBe(200), FOUND_MS)
  await sender.stop()

  await vi.waitFor(
    async () =>
      expect([...(await progress(sql)).values()]).toEqual(
        hotelIds.map(() => ({ status: 'COMPLETED', items: BOOKINGS })),
      ),
    {
      timeout: 120_000,
      interval: 250,
    },
  )
  const answers = [...during, ...sender.answers]
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 503]))
  expect(answers.filter(({ status, retryAfter }) => status === 503 && retryAfter === null)).toEqual([])
  const accepted = answers.filter(({ status }) => status === 200).map(({ id }) => id)
  const stored = await sql.query<{ id: string }>('SELECT event_id AS id FROM pms_webhook_event')
  const ids = new Set(stored.map(({ id }) => id))
  expect(accepted.filter((id) => !ids.has(id))).toEqual([])
  await client.close()
}, 400_000)

import { setTimeout as delay } from 'node:timers/promises'
import { compile } from '../../bin/compile.mjs'
import { openDatabase, type Sql } from '../../src/platform/database/database.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET, syncBookings } from '../../tests/kit/client.ts'
import { startOwnPostgres } from '../../tests/kit/own-postgres.ts'
import { startOwnRedis } from '../../tests/kit/own-redis.ts'
import { startService } from '../../tests/kit/service.ts'
import { report } from '../measure.ts'

const HOTELS = 4
const SLOW_MS = 500
const OUTAGES_S = [3, Number(process.env.BENCH_OUTAGE_SECONDS ?? 75)]

/** How soon four syncs go on after an outage of ours, in processes and servers of their own. */
export async function benchRecovery(): Promise<void> {
  await compile()
  await using postgres = await startOwnPostgres()
  const redis = await startOwnRedis()
  await using _redis = redis
  await using simulator = await mock.simulate({ bookings: 200_000, faults: { slowMs: SLOW_MS } })
  const env = {
    JWT_SECRET,
    DATABASE_URL: postgres.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redis === null ? {} : { REDIS_URL: redis.url }),
  }
  await using api = await startService(env, ['--role', 'api'])
  const doomed = await startService(env, ['--role', 'worker'])
  await using sql = await openDatabase({ url: postgres.url })
  const client = await createTestClient(api.url ?? '')
  for (let n = 0; n < HOTELS; n++) {
    await addHotel(client, `hotel-${n}`, simulator)
    await syncBookings(client, { hotelId: `hotel-${n}` })
  }
  await allGoOn(sql)
  const figures: Record<string, number[]> = {}
  await using _heir = await startService(env, ['--role', 'worker'])
  await doomed.end('SIGKILL')
  figures['a worker was killed: taken over by another, s (goal ≤ 15)'] = [await allGoOn(sql)]
  for (const seconds of OUTAGES_S) {
    await postgres.stop()
    await delay(seconds * 1_000)
    await postgres.start()
    figures[`PostgreSQL was away for ${seconds} s: all go on after, s (goal ≤ 15)`] = [await allGoOn(sql)]
  }
  if (redis !== null) {
    await redis.kill()
    await addHotel(client, 'late', simulator)
    const { id } = await syncBookings(client, { hotelId: 'late' })
    figures['Redis is away: a run that is asked for begins after, s'] = [await begins(sql, id)]
    await redis.start()
  }
  const [ended] = await sql.query<{ failed: number }>(
    `SELECT count(*) FILTER (WHERE status = 'FAILED') AS failed FROM pms_sync_log`,
  )
  figures['runs that failed of it (goal 0)'] = [ended?.failed ?? Number.NaN]
  report('recovery', figures)
  await client.close()
}

/** Seconds until every run has stored a page that it had not before. */
async function allGoOn(sql: Sql): Promise<number> {
  const begin = performance.now()
  const sequences = async () =>
    new Map(
      (await sql.query<{ id: string; items: number }>('SELECT id, items_processed AS items FROM pms_sync_log')).map(
        ({ id, items }) => [id, items],
      ),
    )
  const before = await sequences()
  for (;;) {
    const now = await sequences()
    if ([...before].every(([id, items]) => (now.get(id) ?? 0) > items)) return (performance.now() - begin) / 1_000
    await delay(50)
  }
}

async function begins(sql: Sql, id: string): Promise<number> {
  for (;;) {
    const [row] = await sql.query<{ seconds: number | null }>(
      'SELECT extract(epoch FROM started_at - queued_at)::float8 AS seconds FROM pms_sync_log WHERE id = $1',
      [id],
    )
    if (typeof row?.seconds === 'number') return row.seconds
    await delay(50)
  }
}

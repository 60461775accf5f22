import { randomUUID } from 'node:crypto'
import { expect, inject, test, vi } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET, readRun, syncBookings } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'

const BOOKINGS = 4_000
/** A lease, and what looking for one takes. */
const TAKEN_OVER_MS = 20_000
/** What the server gives a transaction that was left alone, and what ending takes. */
const CANCELLED_MS = 10_000

/** A worker that is stopped when it has stored a page and has not committed it: its row stays locked. */
async function freezeBeforeCommit() {
  await using parts = new AsyncDisposableStack()
  const created = parts.use(await createTestDatabase())
  const network = parts.use(await startTcpProxy(created.url))
  const simulator = parts.use(await mock.simulate({ bookings: BOOKINGS, faults: { slowMs: 100 } }))
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: created.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  const api = parts.use(await startService(env, ['--role', 'api']))
  const worker = await startService({ ...env, DATABASE_URL: network.url }, ['--role', 'worker'])
  parts.defer(async () => void (await worker.end('SIGKILL')))
  const database = parts.use(await openDatabase({ url: created.url }))
  const client = await createTestClient(api.url ?? '')
  parts.defer(() => client.close())
  const hotelId = randomUUID()
  await addHotel(client, hotelId, simulator)
  const { id } = await syncBookings(client, { hotelId })
  await vi.waitFor(async () => expect((await readRun(client, id)).itemsProcessed).toBeGreaterThan(0), 30_000)
  // The last statement of a page brings its checkpoint.
  await network.hold((data, before) => data.includes('COMMIT') && before.includes('"cursor":'))
  process.kill(worker.pid, 'SIGSTOP')
  const left = await database.query<{ query: string }>(
    `SELECT query FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle in transaction'`,
  )
  expect(left.map(({ query }) => query).join()).toContain('items_processed')
  const all = parts.move()
  return {
    ...{ client, id, env, worker, database, hotelId },
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

test('a worker that is frozen between a statement and its commit loses the run, and changes nothing when it wakes', async () => {
  await using frozen = await freezeBeforeCommit()
  const { client, id, env, worker, database, hotelId } = frozen
  await using _heir = await startService(env, ['--role', 'worker'])
  const before = (await readRun(client, id)).itemsProcessed
  await vi.waitFor(async () => expect((await readRun(client, id)).itemsProcessed).toBeGreaterThan(before), {
    timeout: TAKEN_OVER_MS,
    interval: 100,
  })
  await vi.waitFor(async () => expect(await readRun(client, id)).toMatchObject({ status: 'COMPLETED' }), {
    timeout: 60_000,
    interval: 100,
  })
  const rows = () =>
    database.query('SELECT external_id, xmin::text FROM pms_booking WHERE hotel_id = $1 ORDER BY 1', [hotelId])
  const [after, run] = [await rows(), await readRun(client, id)]
  expect(run).toMatchObject({ itemsProcessed: BOOKINGS, itemsCreated: BOOKINGS })
  process.kill(worker.pid, 'SIGCONT')
  expect(await worker.end('SIGTERM')).toEqual({ code: 0, signal: null })
  expect([await rows(), await readRun(client, id)]).toEqual([after, run])
}, 200_000)

test('a run whose worker is frozen between a statement and its commit can be cancelled', async () => {
  await using frozen = await freezeBeforeCommit()
  const { client, id, env } = frozen
  const begin = performance.now()
  await client.send('mutation ($id: ID!) { cancelSync(syncLogId: $id) { syncLog { status } errors { code } } }', { id })
  await using _other = await startService(env, ['--role', 'worker'])
  await vi.waitFor(async () => expect(await readRun(client, id)).toMatchObject({ status: 'CANCELLED' }), {
    timeout: TAKEN_OVER_MS,
    interval: 100,
  })
  expect(performance.now() - begin).toBeLessThan(CANCELLED_MS + TAKEN_OVER_MS)
}, 200_000)

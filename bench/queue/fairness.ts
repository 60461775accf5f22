import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { pino } from 'pino'
import { PmsIntegrationError } from '../../src/errors.ts'
import { createSyncQueue } from '../../src/jobs/sync.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createQueueBackend } from '../../src/platform/queue/queue.ts'
import { openHouse, silence, vendorOf } from '../../tests/kit/house.ts'
import type { ScriptedVendor } from '../../tests/kit/scripted-provider.ts'
import { percentile, report } from '../measure.ts'
import { openFreshDatabase } from './databases.ts'

const HEALTHY = 20
const SICK = 6
const SMALL = 100
const BACKLOG = 1_500
const LOOK_MS = 1_000

/** How long hotels wait for their turn beside neighbours that behave badly, from the request to the first slice. */
export async function benchFairness(server: Database): Promise<void> {
  const waits = (neighbour?: ScriptedVendor['beforePage']) => waitsBeside(server, neighbour)
  await waits() // the first one warms up
  const alone = await waits()
  const beside = {
    'two vendors that hang': await waits(silence),
    'two vendors that answer 500': await waits(() => {
      throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'The PMS answered 500.')
    }),
    'two vendors that take 20 s a page': await waits(() => delay(20_000)),
  }
  const figures: Record<string, number[]> = { 'alone, p95 of the wait, ms': [percentile(alone, 0.95)] }
  for (const [name, times] of Object.entries(beside)) {
    figures[`beside ${name}, p95, ms`] = [percentile(times, 0.95)]
    figures[`beside ${name}, of alone (goal ≤ 1.5)`] = [percentile(times, 0.95) / percentile(alone, 0.95)]
  }
  report(`${HEALTHY} hotels beside ${SICK} runs of two other vendors`, figures)
  await benchHuge(server)
  await benchPerson(server)
}

/** Milliseconds that each healthy hotel waited. */
async function waitsBeside(server: Database, neighbour?: ScriptedVendor['beforePage']): Promise<number[]> {
  await using place = await openPlace(server, {
    well: vendorOf('well', 15),
    ...(neighbour && { one: vendorOf('one', 15, neighbour), other: vendorOf('other', 15, neighbour) }),
  })
  const { house, database } = place
  if (neighbour) for (let n = 0; n < SICK; n++) await house.addHotel(n % 2 === 0 ? 'one' : 'other')
  await using _worker = await place.work()
  await delay(LOOK_MS)
  for (let n = 0; n < HEALTHY; n++) await house.addHotel('well')
  return await waitsOf(database, 'well', HEALTHY) // before all of it is closed
}

/** Small hotels that come while four huge ones walk. */
async function benchHuge(server: Database): Promise<void> {
  await using place = await openPlace(server, { huge: vendorOf('huge', 40_000), small: vendorOf('small', 15) })
  for (let n = 0; n < 4; n++) await place.house.addHotel('huge')
  await using _worker = await place.work()
  await delay(LOOK_MS)
  for (let n = 0; n < SMALL; n++) await place.house.addHotel('small')
  const waits = await waitsOf(place.database, 'small', SMALL)
  report(`${SMALL} small hotels behind four huge ones`, {
    'wait, p50, ms (goal ≤ 2,000)': [percentile(waits, 0.5)],
    'wait, p95, ms': [percentile(waits, 0.95)],
  })
}

/** A person's run whose ticket is lost, behind a backlog of schedules. */
async function benchPerson(server: Database): Promise<void> {
  await using place = await openPlace(
    server,
    { backlog: vendorOf('backlog', 15), person: vendorOf('person', 15) },
    false,
  )
  for (let n = 0; n < BACKLOG; n++) await place.house.addHotel('backlog', { trigger: 'SCHEDULED' })
  await using _worker = await place.work()
  await delay(LOOK_MS)
  await place.house.addHotel('person')
  const [wait = Number.NaN] = await waitsOf(place.database, 'person', 1)
  report(`a person’s run without a ticket, behind ${BACKLOG} scheduled ones`, { 'wait, ms (goal ≤ 15,000)': [wait] })
}

/** Milliseconds from request to first slice, once all of them have it. */
async function waitsOf(database: Database, provider: string, count: number): Promise<number[]> {
  for (;;) {
    const rows = await database.query<{ ms: number }>(
      `SELECT extract(epoch FROM started_at - queued_at)::float8 * 1000 AS ms FROM pms_sync_log
       WHERE provider = $1 AND started_at IS NOT NULL`,
      [provider],
    )
    if (rows.length >= count) return rows.map(({ ms }) => ms)
    await delay(100)
  }
}

/** A database, a queue on it, and a house with a worker that looks for lost runs as seldom as the real one. */
async function openPlace(server: Database, vendors: Record<string, ScriptedVendor>, isWithTickets = true) {
  await using parts = new AsyncDisposableStack()
  const database = parts.use(await openFreshDatabase(server))
  const log = pino({ level: 'error' })
  const namespace = `bench-${randomUUID()}`
  const backend = parts.use(await createQueueBackend({ databaseUrl: database.url, log, namespace }))
  const queue = await createSyncQueue({ backend, log })
  const house = await openHouse(database, vendors, { pagesInHand: 8, ...(isWithTickets && { enqueue: queue.enqueue }) })
  const all = parts.move()
  return {
    house,
    database,
    work: () => house.work({ backend }, { lookMs: LOOK_MS }),
    [Symbol.asyncDispose]: () => all.disposeAsync(),
  }
}

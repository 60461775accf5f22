import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import type { Database } from '../src/platform/database/database.ts'
import { Secret } from '../src/platform/secret.ts'
import { getProviderAdapter } from '../src/providers/registry.ts'
import type { Simulator } from '../src/providers/simulator.ts'
import { createVault } from '../src/security/vault.ts'
import { JWT_SECRET } from '../tests/kit/client.ts'
import { type Service, startService } from '../tests/kit/service.ts'
import { createTestServices } from '../tests/kit/services.ts'
import { connectStreamHotel, type StreamHotel, streamOf } from '../tests/kit/stream-hotels.ts'
import { percentile, report } from './measure.ts'

const KEY = Buffer.alloc(32, 7)
const BOOKINGS = 500
const BURST = 50_000
/** Of the hotel whose latency is measured: a busy one, and less than what its vendor's allowance lets us read again. */
const EVERY_MS = 800
const ALONE_MS = 60_000
/** Of the process, as the image has it. */
const HEAP_MB = 384
const GOAL_MS = 1_000

/**
 * From an event at the vendor to the changed row, with a worker as a process of its own; then the same for a hotel beside
 * which another one's stream tells of 50,000 changes at once. Vendors and worker share the machine.
 */
export async function benchStreams(database: Database): Promise<void> {
  const services = createTestServices(database, {
    vault: createVault({ keys: [{ id: 'k1', key: new Secret(KEY) }] }),
  })
  await using vendors = new AsyncDisposableStack()
  const simulate = async (provider: string) =>
    vendors.use(await getProviderAdapter(provider).simulate({ bookings: BOOKINGS, rooms: 50, guests: 50 }))
  const [busy, quiet] = [await simulate('opera'), await simulate('mews')]
  await using service = await startService(
    {
      JWT_SECRET,
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: `k1:${KEY.toString('base64')}`,
      NODE_OPTIONS: `--max-old-space-size=${HEAP_MB}`,
    },
    ['--role', 'worker'],
  )
  const hotels = {
    opera: await connectStreamHotel(services, 'opera', busy),
    mews: await connectStreamHotel(services, 'mews', quiet),
  }
  for (const hotel of Object.values(hotels)) await live(database, hotel)
  await using watch = await watchBookings(database)
  const measure = (vendor: Simulator, hotel: StreamHotel, isOver: () => boolean) =>
    latencies({ watch, vendor, hotel, isOver })
  const until = (ms: number) => {
    const at = performance.now() + ms
    return () => performance.now() > at
  }
  await measure(quiet, hotels.mews, until(3_000))
  const ofOpera = await measure(busy, hotels.opera, until(ALONE_MS))
  const alone = await measure(quiet, hotels.mews, until(ALONE_MS))
  const before = await memoryOf(service)
  let isProcessed = false
  const burst = tellBurst(database, busy, hotels.opera).finally(() => {
    isProcessed = true
  })
  const beside = await measure(quiet, hotels.mews, () => isProcessed)
  const { storedMs, processedMs } = await burst
  const after = await memoryOf(service)
  report('streams', {
    [`OPERA, event to row, p95, ms (goal ≤ ${GOAL_MS})`]: [percentile(ofOpera, 0.95)],
    'OPERA, p50, ms': [percentile(ofOpera, 0.5)],
    [`Mews, event to row, p95, ms (goal ≤ ${GOAL_MS})`]: [percentile(alone, 0.95)],
    'Mews, p50, ms': [percentile(alone, 0.5)],
    [`Mews beside ${BURST} events of OPERA, p95, ms`]: [percentile(beside, 0.95)],
    'Mews beside it, p50, ms': [percentile(beside, 0.5)],
    'p95 beside / alone (goal ≤ 1.1)': [percentile(beside, 0.95) / percentile(alone, 0.95)],
    'burst stored, events/s': [BURST / (storedMs / 1_000)],
    'burst processed, s': [processedMs / 1_000],
    'worker before the burst, MB': [before.nowMb],
    'worker at most, MB': [after.peakMb],
    'worker after it, MB': [after.nowMb],
  })
}

async function live(database: Database, hotel: StreamHotel): Promise<void> {
  // The sync that comes first uses the same allowance.
  const isBusy = async () =>
    (await streamOf(database, hotel)).state !== 'LIVE' ||
    (await database.query(`SELECT FROM pms_sync_log WHERE status IN ('QUEUED', 'RUNNING')`)).length > 0
  while (await isBusy()) await delay(250)
}

interface Watch extends AsyncDisposable {
  /** Resolves with when the row of a booking was next written, of this process' clock. */
  next(hotelId: string, externalId: string): Promise<number>
}

/** Hears of every booking that is written, as soon as it is committed. */
async function watchBookings(database: Database): Promise<Watch> {
  await database.query(`CREATE OR REPLACE FUNCTION bench_written() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    PERFORM pg_notify('bench_written', NEW.hotel_id || ' ' || NEW.external_id); RETURN NULL; END $$`)
  await database.query(`CREATE OR REPLACE TRIGGER bench_written AFTER INSERT OR UPDATE ON pms_booking
    FOR EACH ROW EXECUTE FUNCTION bench_written()`)
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  await client.query('LISTEN bench_written')
  const waiting = new Map<string, ((at: number) => void)[]>()
  client.on('notification', ({ payload = '' }) => {
    for (const resolve of waiting.get(payload) ?? []) resolve(performance.now())
    waiting.delete(payload)
  })
  return {
    next(hotelId, externalId) {
      const { promise, resolve } = Promise.withResolvers<number>()
      const key = `${hotelId} ${externalId}`
      waiting.set(key, [...(waiting.get(key) ?? []), resolve])
      return promise
    },
    async [Symbol.asyncDispose]() {
      await client.end()
      await database.query('DROP TRIGGER bench_written ON pms_booking')
    },
  }
}

interface Measured {
  readonly watch: Watch
  readonly vendor: Simulator
  readonly hotel: StreamHotel
  readonly isOver: () => boolean
}

/** At a steady pace, whether the rows before were written or not; one booking after the other. */
async function latencies({ watch, vendor, hotel, isOver }: Measured): Promise<number[]> {
  const under: Promise<number>[] = []
  for (let index = 0; !isOver(); index++) {
    const begun = performance.now()
    const externalId = vendor.data.edit('bookings', index % BOOKINGS)
    under.push(watch.next(hotel.hotelId, externalId).then((at) => at - begun))
    await delay(EVERY_MS)
  }
  return Promise.all(under)
}

/** All at once, as after an outage of the vendor. */
async function tellBurst(database: Database, vendor: Simulator, { hotelId }: StreamHotel) {
  const begun = performance.now()
  for (let index = 0; index < BURST; index++) {
    vendor.data.edit('bookings', index % BOOKINGS)
    // The vendor is another machine's process: it shares this one's turn with the hotel that is measured.
    if (index % 100 === 0) await delay(1)
  }
  const counts = async () => {
    const [row] = await database.query<{ stored: number; left: number }>(
      `SELECT count(*)::integer AS stored, count(*) FILTER (WHERE status <> 'PROCESSED')::integer AS left
       FROM pms_webhook_event WHERE hotel_id = $1`,
      [hotelId],
    )
    return row ?? { stored: 0, left: 0 }
  }
  while ((await counts()).stored < BURST) await delay(250)
  const storedMs = performance.now() - begun
  while ((await counts()).left > 0) await delay(500)
  return { storedMs, processedMs: performance.now() - begun }
}

async function memoryOf({ pid }: Service): Promise<{ nowMb: number; peakMb: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024
  return { nowMb: mb('VmRSS'), peakMb: mb('VmHWM') }
}

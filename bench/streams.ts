import { readFile } from 'node:fs/promises'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../src/platform/database/database.ts'
import { Secret } from '../src/platform/secret.ts'
import { createVault } from '../src/security/vault.ts'
import { JWT_SECRET } from '../tests/kit/client.ts'
import { type Service, startService } from '../tests/kit/service.ts'
import { createTestServices } from '../tests/kit/services.ts'
import { connectStreamHotel, type StreamHotel, streamOf } from '../tests/kit/stream-hotels.ts'
import { percentile, report } from './measure.ts'
import { startVendor, type Vendor } from './streams/vendor.ts'
import { type Watch, watchRows } from './watch.ts'

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
 * which another one's stream tells of 50,000 changes at once. Each vendor is a process of its own as well; all of them and
 * the database share the machine.
 */
export async function benchStreams(database: Database): Promise<void> {
  const services = createTestServices(database, {
    vault: createVault({ keys: [{ id: 'k1', key: new Secret(KEY) }] }),
  })
  await using vendors = new AsyncDisposableStack()
  const busy = vendors.use(await startVendor('opera', BOOKINGS))
  const quiet = vendors.use(await startVendor('mews', BOOKINGS))
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
    opera: await connectStreamHotel(services, 'opera', busy.account),
    mews: await connectStreamHotel(services, 'mews', quiet.account),
  }
  for (const hotel of Object.values(hotels)) await live(database, hotel)
  await using watch = await watchRows(database, 'pms_booking', { key: `NEW.hotel_id || ' ' || NEW.external_id` })
  const measure = (vendor: Vendor, hotel: StreamHotel, isOver: () => boolean) =>
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

interface Measured {
  readonly watch: Watch
  readonly vendor: Vendor
  readonly hotel: StreamHotel
  readonly isOver: () => boolean
}

/** At a steady pace, whether the rows before were written or not; one booking after the other. */
async function latencies({ watch, vendor, hotel, isOver }: Measured): Promise<number[]> {
  const under: Promise<number>[] = []
  for (let index = 0; !isOver(); index++) {
    const begun = performance.now()
    const externalId = await vendor.edit(index % BOOKINGS)
    under.push(watch.next(`${hotel.hotelId} ${externalId}`).then((at) => at - begun))
    await delay(EVERY_MS)
  }
  return Promise.all(under)
}

/** All at once, as after an outage of the vendor. */
async function tellBurst(database: Database, vendor: Vendor, { hotelId }: StreamHotel) {
  const begun = performance.now()
  await vendor.edit(0, BURST)
  const counts = async () => {
    const [row] = await database.query<{ stored: number; left: number }>(
      `SELECT count(*)::integer AS stored, count(*) FILTER (WHERE status <> 'PROCESSED')::integer AS left
       FROM pms_webhook_event WHERE hotel_id = $1`,
      [hotelId],
    )
    return row ?? { stored: 0, left: 0 }
  }
  // Counting is work for the database, which all that is measured shares.
  while ((await counts()).stored < BURST) await delay(2_000)
  const storedMs = performance.now() - begun
  while ((await counts()).left > 0) await delay(2_000)
  return { storedMs, processedMs: performance.now() - begun }
}

async function memoryOf({ pid }: Service): Promise<{ nowMb: number; peakMb: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const mb = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1] ?? Number.NaN) / 1024
  return { nowMb: mb('VmRSS'), peakMb: mb('VmHWM') }
}

import { randomUUID } from 'node:crypto'
import type { Database } from '../src/platform/database/database.ts'
import { type PageTarget, writePage } from '../src/sync/run/page.ts'
import { startOfWalk } from '../src/sync/store/checkpoint.ts'
import { claimRun } from '../src/sync/store/claim.ts'
import { end } from '../src/sync/store/held-runs.ts'
import { forgetSeen } from '../src/sync/store/tombstones.ts'
import { isEmpty, upsert } from '../src/sync/store/upsert.ts'
import { type ValidatedPage, validatePage } from '../src/sync/store/validate.ts'
import { syncedBooking } from '../src/sync/synced/booking.ts'
import { bookings, type ScriptedItem, scriptedVendor } from '../tests/kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../tests/kit/test-hotel.ts'
import { median, report, walBytes } from './measure.ts'

const ROWS = 20_000
/** The largest page that a vendor gives (Mews). */
const PAGE = 1_000
const ROUNDS = 5

/**
 * Storing mapped pages, as the engine does it and as a bare `INSERT … SELECT FROM unnest` of the same rows does it in
 * transactions of the same size; then whole syncs, mapping and hashing included. The rounds alternate, each on a hotel of
 * its own in the same tables.
 */
export async function benchIngest(database: Database): Promise<void> {
  const items = bookings(ROWS).map((item, n) => ({ ...item, metadata: vendorJson(n) }))
  const pages = validatedPages(items)
  const rates = {
    bare: [] as number[],
    load: [] as number[],
    again: [] as number[],
    sync: [] as number[],
    resync: [] as number[],
  }
  let wal = { load: 0, again: 0 }
  for (let round = 0; round < ROUNDS; round += 1) {
    rates.bare.push(await rate(() => bareUpsert(database, pages)))
    const direct = await createTestHotel(database)
    wal = {
      load: await walBytes(database, async () => void rates.load.push(await rate(() => storePages(direct, pages)))),
      again: await walBytes(database, async () => void rates.again.push(await rate(() => storePages(direct, pages)))),
    }
    const hotel = await hotelWith(database, items)
    rates.sync.push(await rate(() => sync(hotel)))
    rates.resync.push(await rate(() => sync(hotel)))
  }
  report('storing mapped pages, rows/s', {
    'bare unnest upsert': rates.bare,
    'engine, first load': rates.load,
    'engine, nothing changed': rates.again,
  })
  report('whole syncs without a wire, rows/s', { 'first load': rates.sync, 'nothing changed': rates.resync })
  report('ratios', {
    'engine first load / bare unnest (goal ≥ 0.8)': [median(rates.load) / median(rates.bare)],
    'nothing changed / first load (goal ≥ 8)': [median(rates.again) / median(rates.load)],
    'WAL bytes a row, first load': [wal.load / ROWS],
    'WAL bytes a row, nothing changed (goal: none for rows)': [wal.again / ROWS],
  })
}

/** What a run does with its pages once they are mapped: probe, upsert, note what was seen, count, commit. */
async function storePages({ services, request }: TestHotel, pages: readonly ValidatedPage[]): Promise<void> {
  const { database } = services
  const { id } = await request({ full: true })
  let log = await claimRun(database, id, 60_000)
  if (log === null) throw new Error('The run is not ours')
  const lease = { syncLogId: id, token: log.leaseToken }
  let checkpoint = startOfWalk(null, new Date())
  const isFirst = await isEmpty(database, syncedBooking, log)
  for (const page of pages) {
    checkpoint = { ...checkpoint, pages: checkpoint.pages + 1 }
    const target: PageTarget = {
      entity: syncedBooking,
      lease,
      log,
      probe: !isFirst,
      fullSince: checkpoint.until,
      noteSeen: !isFirst,
      settleFailures: false,
    }
    log = (await writePage(database, target, { page, fetched: { fetchedAt: new Date() }, checkpoint })).log
  }
  await forgetSeen(database, id)
  await end(database, lease, { status: 'COMPLETED' })
}

async function hotelWith(database: Database, items: ScriptedItem[]): Promise<TestHotel> {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = items
  hotel.vendor.pageSize = PAGE
  hotel.vendor.copies = false
  return hotel
}

async function sync(hotel: TestHotel): Promise<void> {
  const log = await hotel.sync({ full: true })
  if (log.status !== 'COMPLETED' || log.itemsProcessed !== ROWS)
    throw new Error(`The sync ended as ${log.status}: ${log.errorSummary}`)
}

async function rate(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (ROWS / (performance.now() - startedAt)) * 1000
}

/** The records are made before the clock runs: what is left is the statement and its transaction. */
async function bareUpsert(database: Database, pages: readonly ValidatedPage[]): Promise<void> {
  const scope = { hotelId: `bare-${randomUUID()}`, provider: 'bare' }
  for (const { items } of pages) {
    await database.transaction((tx) =>
      upsert(tx, syncedBooking, scope, items, { fetchedAt: new Date(), fullSince: null }),
    )
  }
}

function validatedPages(items: readonly ScriptedItem[]): ValidatedPage[] {
  const { adapter } = scriptedVendor()
  const hotel = { id: 'bench', externalHotelId: null, timeZone: 'UTC', currency: 'EUR' }
  const count = Math.ceil(items.length / PAGE)
  return Array.from({ length: count }, (_, page) =>
    validatePage(
      syncedBooking,
      adapter,
      items.slice(page * PAGE, (page + 1) * PAGE),
      { hotel, report: () => {} },
      new Date(),
    ),
  )
}

/** About what a vendor sends beside the fields that we know: just under 1 kB a booking. */
function vendorJson(n: number) {
  const nights = Array.from({ length: 5 }, (_, night) => ({
    date: `2026-03-0${night + 1}`,
    rate: '180.00',
    plan: 'BAR',
  }))
  return {
    id: n,
    channel: 'booking.com',
    guarantee: 'CC',
    nights,
    segments: ['LEI', 'WEB'],
    comment: `ref ${n * 7919}`,
  }
}

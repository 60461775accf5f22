import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { startWorker } from '../../src/jobs/worker.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { SyncRequest } from '../../src/sync/run/request.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { openTestQueue, type TestQueue } from '../kit/queue-backends.ts'
import { bookings, type ScriptedVendor, scriptedVendor } from '../kit/scripted-provider.ts'
import { silentLog } from '../kit/services.ts'
import { createTestHotel, insertHotel } from '../kit/test-hotel.ts'

/** A process of the service, with hotels at several vendors that know nothing of each other. */
async function openHouse(database: Database, vendors: Record<string, ScriptedVendor>) {
  const find = (key: string) => vendors[key]?.adapter ?? scriptedVendor(key).adapter
  const { services } = await createTestHotel(database, { adapters: find, pagesInHand: 2 })
  const { engine } = services
  return {
    engine,
    async addHotel(provider: string, request: Partial<SyncRequest> = {}) {
      const hotelId = `${provider}-${randomUUID()}`
      // An account each: what they share is the process.
      const account = { credentials: { apiKey: hotelId }, settings: {}, externalHotelId: null }
      await insertHotel(database, hotelId, provider, account)
      return engine.request({ hotelId, provider, entityType: 'BOOKING', trigger: 'MANUAL', ...request })
    },
    async ended(status = 'COMPLETED') {
      const rows = await database.query<{ id: string }>(
        'SELECT id FROM pms_sync_log WHERE status = $1 ORDER BY completed_at, id',
        [status],
      )
      return rows.map(({ id }) => id)
    },
    work: ({ backend }: TestQueue, sliceMs = 2_000) =>
      startWorker({
        ...{ backend, engine, database: services.database, clock: services.clock, log: silentLog },
        timing: { lookMs: 20, scheduleMs: 3_600_000, sliceMs, graceMs: 100 },
      }),
    services,
  }
}

function vendorOf(key: string, count: number, beforePage: ScriptedVendor['beforePage'] = () => {}): ScriptedVendor {
  return Object.assign(scriptedVendor(key), { items: { bookings: bookings(count), rooms: [], guests: [] }, beforePage })
}

const silence = () => new Promise<never>(() => {})

test('hotels whose PMS answers are synced though those of two other vendors hang', async () => {
  await using database = await openTestDatabase()
  await using queue = await openTestQueue('postgres', database.url)
  const vendors = {
    well: vendorOf('well', 15),
    hung: vendorOf('hung', 15, silence),
    dead: vendorOf('dead', 15, silence),
  }
  const house = await openHouse(database, vendors)
  for (let i = 0; i < 40; i++) await house.addHotel(i % 2 === 0 ? 'hung' : 'dead')
  const healthy = await Promise.all(Array.from({ length: 20 }, () => house.addHotel('well')))
  await using _worker = await house.work(queue)
  await eventually(async () => expect(new Set(await house.ended())).toEqual(new Set(healthy.map(({ id }) => id))))
})

test('small hotels are done before huge ones that began earlier', async () => {
  await using database = await openTestDatabase()
  await using queue = await openTestQueue('postgres', database.url)
  const house = await openHouse(database, { huge: vendorOf('huge', 3_000), small: vendorOf('small', 15) })
  await Promise.all(Array.from({ length: 4 }, () => house.addHotel('huge')))
  const small = await Promise.all(Array.from({ length: 10 }, () => house.addHotel('small')))
  await using _worker = await house.work(queue)
  await eventually(async () => expect((await house.ended()).length).toBeGreaterThanOrEqual(10))
  const ended = await house.ended()
  expect(new Set(ended.slice(0, 10))).toEqual(new Set(small.map(({ id }) => id)))
})

test('a hotel of a chain does not wait for the end of four huge ones with the same account', async () => {
  await using database = await openTestDatabase()
  await using queue = await openTestQueue('postgres', database.url)
  const never = vendorOf('chain', 0)
  // Pages without end, but numbered: only who makes room lets the fifth in.
  never.beforePage = ({ window }) => {
    if (window.limit === null) never.items.bookings = bookings(never.items.bookings.length + never.pageSize * 2)
  }
  const house = await openHouse(database, { chain: never })
  const runs: string[] = []
  for (let i = 0; i < 5; i++) {
    const hotelId = `chain-${randomUUID()}`
    const account = { credentials: { apiKey: 'of the chain' }, settings: {}, externalHotelId: null }
    await insertHotel(database, hotelId, 'chain', account)
    await database.query(`UPDATE pms_configuration SET credential_key = 'chain:one' WHERE hotel_id = $1`, [hotelId])
    const request = { hotelId, provider: 'chain', entityType: 'BOOKING', trigger: 'MANUAL' } as const
    runs.push((await house.engine.request({ ...request, ...(i === 4 && { limit: 5 }) })).id)
  }
  await using _worker = await house.work(queue, 0)
  await eventually(async () => expect(await house.ended()).toEqual([runs[4]]))
})

import { describe, expect, test } from 'vitest'
import { createSyncQueue, type SyncQueue } from '../../src/jobs/sync.ts'
import { startWorker } from '../../src/jobs/worker.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { QueueBackend } from '../../src/platform/queue/queue.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { openTestQueue, QUEUE_KINDS } from '../kit/queue-backends.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { silentLog } from '../kit/services.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'

/** A hotel whose runs go by way of the queue, as in the real service. */
async function setHotel(backend: QueueBackend, own: Database): Promise<TestHotel> {
  const opening: Promise<SyncQueue> = createSyncQueue({ backend, log: silentLog })
  return createTestHotel(own, { enqueue: async (id) => (await opening).enqueue(id) })
}

function workerOn(
  backend: QueueBackend,
  { engine, services }: Pick<TestHotel, 'engine' | 'services'>,
  now = () => new Date(),
) {
  return startWorker({ backend, engine, database: services.database, clock: { now }, log: silentLog })
}

describe.each(QUEUE_KINDS)('on %s', (kind) => {
  test('a schedule that is due ends in synced rows', async () => {
    await using own = await openTestDatabase()
    await using testQueue = await openTestQueue(kind, own.url)
    const hotel = await setHotel(testQueue.backend, own)
    hotel.vendor.items.bookings = bookings(25)
    await own.query(`UPDATE pms_configuration SET sync_schedule = '0 4 * * *', next_sync_at = '2026-05-04T03:00:00Z'`)
    await using _ = await workerOn(testQueue.backend, hotel, () => new Date('2026-05-04T03:00:00Z'))
    await eventually(async () => expect(await hotel.rows()).toHaveLength(25))
    const [run] = await own.query(`SELECT trigger, triggered_by FROM pms_sync_log WHERE entity_type = 'BOOKING'`)
    expect(run).toEqual({ trigger: 'SCHEDULED', triggered_by: 'schedule' })
    // The runs are there before whoever asked for them moves the schedule on.
    await eventually(async () => {
      const [configuration] = await own.query(`SELECT next_sync_at AS next FROM pms_configuration`)
      expect(configuration).toEqual({ next: new Date('2026-05-05T03:00:00Z') })
    })
  })

  test('a restart in the middle of a sync loses nothing and fetches at most one page again', async () => {
    // A database of its own: the workers of other tests would bring back its run as well, with their own vendor.
    await using own = await openTestDatabase()
    await using testQueue = await openTestQueue(kind, own.url)
    const hotel = await setHotel(testQueue.backend, own)
    hotel.vendor.items.bookings = bookings(50)
    hotel.vendor.pageSize = 10
    const inTheMiddle = Promise.withResolvers<void>()
    hotel.vendor.beforePage = ({ number, signal }) => {
      if (number !== 3) return
      inTheMiddle.resolve()
      return new Promise((_, stop) => signal.addEventListener('abort', () => stop(signal.reason)))
    }
    const before = await workerOn(testQueue.backend, hotel)
    const { id } = await hotel.request()
    await inTheMiddle.promise
    await before[Symbol.asyncDispose]()
    hotel.vendor.beforePage = () => {}

    await using _ = await workerOn(await testQueue.another(), {
      engine: hotel.another().engine,
      services: hotel.services,
    })
    const log = await hotel.engine.waitForEnd(id, AbortSignal.timeout(10_000))
    expect(log).toMatchObject({ status: 'COMPLETED', itemsProcessed: 50, itemsCreated: 50 })
    expect(hotel.vendor.pages).toBeLessThanOrEqual(6)
  })
})

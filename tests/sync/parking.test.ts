import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { Parked, type ParkedWait, type Parking } from '../../src/providers/transport/parked.ts'
import type { SyncProgress } from '../../src/sync/events/progress.ts'
import { claimRun } from '../../src/sync/store/claim.ts'
import { openTestDatabase } from '../kit/database.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const HOUR_MS = 3_600_000
const busy = new PmsIntegrationError('PROVIDER_RATE_LIMITED', 'slow down')
const slow = new PmsIntegrationError('PROVIDER_TIMEOUT', 'took longer than 30000 ms')
const park = (changes: Partial<ParkedWait> = {}) =>
  new Parked({ reason: 'RETRY_AFTER', waitMs: HOUR_MS, isRetry: false, failure: busy, ...changes })

/** Works on a run once, as a worker would. */
async function slice({ engine }: TestHotel, id: string) {
  const claimed = await claimRun(database, id, 10_000)
  return claimed === null ? null : engine.work(claimed)
}

const wake = (id: string) => database.query('UPDATE pms_sync_log SET ready_at = now() WHERE id = $1', [id])

/** A hotel whose vendor parks before the pages with these numbers. */
async function hotelThatParks(parkedBefore: number[], wait: Partial<ParkedWait> = {}) {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = bookings(45)
  hotel.vendor.beforePage = ({ number }) => {
    const index = parkedBefore.indexOf(number)
    if (index < 0) return
    parkedBefore.splice(index, 1)
    throw park(wait)
  }
  return hotel
}

describe('a run that has to wait for long', () => {
  it('lets go after the page before is stored, and another worker goes on where it stood', async () => {
    const hotel = await hotelThatParks([2])
    const { id } = await hotel.request()
    const parked = await slice(hotel, id)
    expect(parked).toMatchObject({ status: 'RUNNING', waitReason: 'RETRY_AFTER', itemsProcessed: 20, parks: 1 })
    expect(await slice(hotel, id)).toBeNull()
    await wake(id)
    expect(await slice(hotel, id)).toMatchObject({ status: 'COMPLETED', itemsProcessed: 45, itemsCreated: 45 })
    expect(hotel.vendor.windows.map(({ cursor }) => cursor)).toEqual([null, '20'])
    expect(hotel.vendor.pages).toBe(5)
  })

  it('begins on nothing only once, and is told to have started only once', async () => {
    const hotel = await hotelThatParks([0])
    const started: string[] = []
    hotel.services.events.on('pms.sync.started', ({ syncLogId }) => started.push(syncLogId))
    const { id } = await hotel.request()
    expect(await slice(hotel, id)).toMatchObject({ beganEmpty: true, itemsProcessed: 0 })
    await wake(id)
    expect(await slice(hotel, id)).toMatchObject({ status: 'COMPLETED', beganEmpty: true })
    expect(started).toEqual([id])
  })

  it('shows what it waits for, and until when', async () => {
    const hotel = await hotelThatParks([1])
    const { id } = await hotel.request()
    const parked = await slice(hotel, id)
    const last = hotel.pubsub.published.findLast(({ topic }) => topic.startsWith('sync.'))?.data as SyncProgress
    expect(last).toMatchObject({ status: 'RUNNING', phase: 'WAITING', processed: 10 })
    expect(last.waitingUntil).toBe(parked?.readyAt.toISOString())
  })

  it('can be cancelled at once', async () => {
    const hotel = await hotelThatParks([1])
    const { id } = await hotel.request()
    await slice(hotel, id)
    expect(await hotel.engine.cancel(id)).toMatchObject({ status: 'CANCELLED', itemsProcessed: 10 })
  })

  it('ends as failed when its time is over, though no worker has it', async () => {
    const hotel = await hotelThatParks([1])
    const { id } = await hotel.request()
    expect((await slice(hotel, id))?.deadlineAt?.getTime()).toBeGreaterThan(Date.now() + 23 * HOUR_MS)
    await database.query('UPDATE pms_sync_log SET deadline_at = now() WHERE id = $1', [id])
    await hotel.engine.sweep()
    expect(await hotel.engine.waitForEnd(id)).toMatchObject({ status: 'FAILED', errorCode: 'SYNC_STALLED' })
  })

  it('counts tries in its row, until a page comes', async () => {
    const hotel = await hotelThatParks([0, 0], { isRetry: true, reason: 'BACKOFF' })
    const { id } = await hotel.request()
    expect(await slice(hotel, id)).toMatchObject({ retries: 1, parks: 1 })
    await wake(id)
    expect(await slice(hotel, id)).toMatchObject({ retries: 2, parks: 2 })
    await wake(id)
    expect(await slice(hotel, id)).toMatchObject({ status: 'COMPLETED', retries: 0, parks: 0 })
  })

  it('gives up after a quarter of an hour of an open circuit', async () => {
    const hotel = await hotelThatParks(Array(9).fill(0), { reason: 'CIRCUIT_OPEN' })
    const { id } = await hotel.request()
    const outcomes: (string | undefined)[] = []
    for (let look = 0; look < 8; look++) {
      await wake(id)
      outcomes.push((await slice(hotel, id))?.status)
    }
    expect(outcomes).toEqual([...Array(7).fill('RUNNING'), 'FAILED'])
  })

  it('asks for smaller pages when one took too long', async () => {
    const hotel = await hotelThatParks([2, 2], { failure: slow, isRetry: true, reason: 'BACKOFF' })
    const { id } = await hotel.request()
    for (let look = 0; look < 3; look++) {
      await wake(id)
      await slice(hotel, id)
    }
    expect(hotel.vendor.windows.map(({ limit }) => limit)).toEqual([null, 5, 2])
  })

  it('is followed to its end by who runs it alone', async () => {
    const hotel = await hotelThatParks([1], { waitMs: 1 })
    expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: 45 })
  })
})

describe('a page that says that the vendor prepares the next one', () => {
  /** A vendor that starts a job with the first page and is ready when it has been looked at so often. */
  async function hotelThatPrepares(looks: number) {
    const hotel = await createTestHotel(database)
    const asked: (string | null)[] = []
    const items = bookings(3)
    const { engine } = hotel.another({
      adapters: () => ({
        ...hotel.vendor.adapter,
        fetch: {
          async *bookings(_, { cursor }) {
            asked.push(cursor)
            if (cursor === null || asked.length <= looks) yield { items: [], cursor: 'job 7', waitMs: 90_000 }
            else yield { items, cursor: null }
          },
        },
      }),
    })
    return { hotel: { ...hotel, engine }, asked }
  }

  it('is stored with its cursor, and the run lets go until then, however often it is looked at in vain', async () => {
    const { hotel, asked } = await hotelThatPrepares(8)
    const { id } = await hotel.request()
    for (let look = 1; look <= 8; look++) {
      const parked = await slice(hotel, id)
      expect(parked).toMatchObject({ status: 'RUNNING', waitReason: 'PENDING', leaseExpiresAt: null })
      expect(parked?.checkpoint).toMatchObject({ cursor: 'job 7', pages: look })
      const waitMs = (parked?.readyAt.getTime() ?? 0) - Date.now()
      expect(waitMs).toBeGreaterThan(60_000)
      expect(await slice(hotel, id)).toBeNull()
      await wake(id)
    }
    expect(await slice(hotel, id)).toMatchObject({ status: 'COMPLETED', itemsCreated: 3 })
    expect(asked).toEqual([null, ...Array.from({ length: 8 }, () => 'job 7')])
  })

  it('does not make pages smaller', async () => {
    const { hotel } = await hotelThatPrepares(2)
    const { id } = await hotel.request()
    expect((await slice(hotel, id))?.checkpoint).not.toHaveProperty('pageLimit')
  })
})

describe('how long is waited in place', () => {
  async function policyOf(before: (policy: Parking) => void, changes = '') {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(15)
    const { id } = await hotel.request()
    if (changes) await database.query(`UPDATE pms_sync_log SET ${changes} WHERE id = $1`, [id])
    const seen: number[] = []
    let policy: Parking | undefined
    const other = hotel.another({
      openContext: (options) => {
        policy = options.parking
        return hotel.services.openContext(options)
      },
    })
    hotel.vendor.beforePage = () => {
      if (policy === undefined) return
      seen.push(policy.fromMs())
      before(policy)
      seen.push(policy.fromMs())
    }
    await other.engine.run(id)
    return seen
  }

  it('is five seconds before a page is begun, and a minute once a part of it is here', async () => {
    expect(await policyOf((policy) => policy.answered())).toEqual([5_000, 60_000, 5_000, 60_000])
  })

  it('is as long as it takes after two parks without a page', async () => {
    expect(await policyOf(() => {}, 'parks = 2')).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      5_000,
      5_000,
    ])
  })
})

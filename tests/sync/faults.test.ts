import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database, ScopedDatabase } from '../../src/platform/database/database.ts'
import { DatabaseUnavailable } from '../../src/platform/database/errors.ts'
import { DEFAULT_TIMING } from '../../src/sync/run/deps.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const expireLease = (syncLogId: string) =>
  database.query('UPDATE pms_sync_log SET lease_expires_at = now() WHERE id = $1', [syncLogId])

/** A gate that a test closes and opens: whoever waits at it goes on when it opens. */
function gate() {
  const { promise, resolve } = Promise.withResolvers<void>()
  return { wait: () => promise, open: resolve }
}

describe('a worker that lost its run', () => {
  it('writes nothing after another one took over', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(40)
    const asleep = gate()
    const reached = gate()
    hotel.vendor.beforePage = async ({ number }) => {
      if (number < 2) return
      hotel.vendor.beforePage = () => {}
      reached.open()
      await asleep.wait()
    }
    const queued = await hotel.request()
    // Its heart stands still as well, like that of a stopped process.
    const sleeper = hotel.another({ timing: { ...DEFAULT_TIMING, heartbeatMs: 600_000 } }).engine.run(queued.id)
    await reached.wait()
    await eventually(async () => expect(await hotel.rows()).toHaveLength(20))
    await expireLease(queued.id)
    const taken = await hotel.engine.run(queued.id)
    expect(taken).toMatchObject({ status: 'COMPLETED', itemsProcessed: 40, itemsCreated: 40 })
    const before = await hotel.rows('external_id, xmin::text')
    asleep.open()
    expect(await sleeper).toMatchObject({ status: 'COMPLETED', sequence: taken.sequence })
    expect(await hotel.rows('external_id, xmin::text')).toEqual(before)
  })

  it('cannot take a run that another one holds', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(5)
    const held = gate()
    const reached = gate()
    hotel.vendor.beforePage = () => {
      reached.open()
      return held.wait()
    }
    const queued = await hotel.request()
    const first = hotel.engine.run(queued.id)
    await reached.wait()
    expect(await hotel.another().engine.run(queued.id)).toMatchObject({ status: 'RUNNING' })
    held.open()
    await first
    expect(hotel.vendor.windows).toHaveLength(1)
  })

  it('five times without a page between gives the run up', async () => {
    const hotel = await createTestHotel(database)
    const queued = await hotel.request()
    await database.query('UPDATE pms_sync_log SET attempts = 5 WHERE id = $1', [queued.id])
    expect(await hotel.engine.run(queued.id)).toMatchObject({ status: 'FAILED', errorCode: 'SYNC_INTERRUPTED' })
  })
})

describe('a database that is away for longer than a lease', () => {
  /** The services of a process whose statements about configurations fail as long as `isAway`. */
  const awayFor = (hotel: TestHotel, isAway: (text: string) => boolean) => {
    const away = (scoped: ScopedDatabase): ScopedDatabase => ({
      ...scoped,
      within: (hotelIds) => away(scoped.within(hotelIds)),
      query: async (text, ...more) => {
        if (isAway(text)) throw new DatabaseUnavailable(new Error('Query read timeout'))
        return scoped.query(text, ...more)
      },
    })
    return hotel.another({ database: away(hotel.services.database) }).engine
  }

  it('fails no run: it is left to whoever comes next', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(5)
    const queued = await hotel.request()
    const left = await awayFor(hotel, (text) => text.includes('pms_configuration')).run(queued.id)
    expect(left).toMatchObject({ status: 'RUNNING', errorCode: null, leaseExpiresAt: null })
    expect(await hotel.engine.run(queued.id)).toMatchObject({ status: 'COMPLETED', itemsProcessed: 5 })
  })

  it('six times without a page between, each time with its lease over and taken by another, fails no run either', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(5)
    const queued = await hotel.request()
    for (let outage = 0; outage < 6; outage++) {
      const cut = Promise.withResolvers<void>()
      let isBack = false
      const engine = awayFor(hotel, (text) => {
        const isAway = !isBack && /pms_configuration|SET lease_expires_at = NULL/.test(text)
        if (isAway && text.includes('lease_token')) cut.resolve()
        return isAway
      })
      const outlived = engine.run(queued.id)
      await cut.promise
      // While it cannot say so, its time runs out, and another worker has the run for a moment.
      await database.query(
        'UPDATE pms_sync_log SET lease_token = lease_token + 1, lease_expires_at = NULL WHERE id = $1',
        [queued.id],
      )
      isBack = true
      await outlived
    }
    expect(await hotel.engine.run(queued.id)).toMatchObject({ status: 'COMPLETED', itemsProcessed: 5 })
  })

  it('and whose worker went with it counts no try of the run', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(5)
    const queued = await hotel.request()
    await database.query(
      `UPDATE pms_sync_log SET status = 'RUNNING', started_at = now(), attempts = 5,
         lease_expires_at = least(now(), pg_postmaster_start_time() + interval '9.9 s') WHERE id = $1`,
      [queued.id],
    )
    expect(await hotel.engine.run(queued.id)).toMatchObject({ status: 'COMPLETED', itemsProcessed: 5 })
  })
})

describe('two syncs at once', () => {
  it('of the same kind: one of a hundred racing starts gets through, the others learn which', async () => {
    const hotel = await createTestHotel(database)
    const starts = await Promise.allSettled(Array.from({ length: 100 }, () => hotel.request()))
    const [winner, ...more] = starts.filter((start) => start.status === 'fulfilled')
    expect(more).toEqual([])
    const refused = starts.filter((start) => start.status === 'rejected').map(({ reason }) => reason)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SYNC_ALREADY_RUNNING']))
    expect(new Set(refused.map(({ details }) => details.syncLogId))).toEqual(new Set([winner?.value.id]))
  })

  it('of different kinds both run', async () => {
    const hotel = await createTestHotel(database)
    await hotel.request({ entityType: 'ROOM' })
    await hotel.request({ entityType: 'GUEST' })
    await hotel.request({ entityType: 'BOOKING' })
    expect(hotel.queued).toHaveLength(3)
  })
})

describe('cancelling', () => {
  it('ends a queued run at once', async () => {
    const hotel = await createTestHotel(database)
    const queued = await hotel.request()
    expect(await hotel.engine.cancel(queued.id)).toMatchObject({ status: 'CANCELLED', errorCode: 'SYNC_CANCELLED' })
    expect(await hotel.engine.run(queued.id)).toMatchObject({ status: 'CANCELLED' })
    await expect(hotel.engine.cancel(queued.id)).rejects.toMatchObject({ code: 'SYNC_NOT_ACTIVE' })
  })

  it('stops a run that waits for its vendor, keeps what it stored, and the next run goes on from there', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(30)
    const reached = gate()
    hotel.vendor.beforePage = async ({ number }) => {
      if (number < 2) return
      reached.open()
      await new Promise(() => {}) // a vendor that never answers and does not listen
    }
    const queued = await hotel.request()
    const running = hotel.engine.run(queued.id)
    await reached.wait()
    expect(await hotel.engine.cancel(queued.id)).toMatchObject({ status: 'CANCELLED' })
    expect(await running).toMatchObject({ status: 'CANCELLED', itemsProcessed: 20 })
    hotel.vendor.beforePage = () => {}
    expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: 10 })
    expect(await hotel.rows()).toHaveLength(30)
  })

  it('ends a run whose worker is gone', async () => {
    const hotel = await createTestHotel(database)
    const queued = await hotel.request()
    await database.query(
      `UPDATE pms_sync_log SET status = 'RUNNING', started_at = now(), lease_token = 1, lease_expires_at = now() WHERE id = $1`,
      [queued.id],
    )
    expect(await hotel.engine.cancel(queued.id)).toMatchObject({ status: 'CANCELLED' })
  })
})

describe('a shutdown', () => {
  it('stops at a page boundary and leaves the run to the next worker without a wait', async () => {
    const hotel = await createTestHotel(database)
    hotel.vendor.items.bookings = bookings(50)
    const shutdown = new AbortController()
    hotel.vendor.beforePage = ({ number }) => {
      if (number === 2) shutdown.abort()
    }
    const queued = await hotel.request()
    const left = await hotel.engine.run(queued.id, shutdown.signal)
    expect(left.status).toBe('RUNNING')
    expect(left.itemsProcessed).toBeLessThan(50)
    const finished = await hotel.engine.run(queued.id)
    expect(finished).toMatchObject({ status: 'COMPLETED', itemsProcessed: 50, itemsCreated: 50 })
    expect(hotel.vendor.windows[1]?.cursor).toBe(String(left.itemsProcessed))
  })
})

describe('a vendor that stands still', () => {
  it('does not keep the run forever', async () => {
    const hotel = await createTestHotel(database, { timing: { ...DEFAULT_TIMING, heartbeatMs: 20, stallMs: 100 } })
    hotel.vendor.beforePage = () => new Promise(() => {})
    expect(await hotel.sync()).toMatchObject({ status: 'FAILED', errorCode: 'SYNC_STALLED' })
    hotel.vendor.beforePage = () => {}
    const { id } = await hotel.request()
    expect(await hotel.another({ timing: DEFAULT_TIMING }).engine.run(id)).toMatchObject({ status: 'COMPLETED' })
  })
})

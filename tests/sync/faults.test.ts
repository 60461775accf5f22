import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Database, ScopedDatabase, Sql } from '../../src/platform/database/database.ts'
import { DEFAULT_TIMING } from '../../src/sync/run/deps.ts'
import { openTestDatabase } from '../kit/database.ts'
import { setStage } from '../kit/engine.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'

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

describe('a process that dies', () => {
  /** From statement number `last` on, nothing gets through: what a killed process looks like to the database. */
  function dying(last: number): { database: ScopedDatabase; survived: () => boolean } {
    let statements = 0
    const step = () => {
      statements += 1
      if (statements >= last) throw new Error('killed')
    }
    const fragile = (sql: Sql): Sql => ({
      query: (text, params) => {
        step()
        return sql.query(text, params)
      },
    })
    const fragileDatabase = (whole: ScopedDatabase): ScopedDatabase => ({
      ...whole,
      ...fragile(whole),
      within: (hotelIds) => fragileDatabase(whole.within(hotelIds)),
      async transaction(work) {
        step()
        const result = await whole.transaction((tx) => work(fragile(tx)))
        step() // after the commit, before its answer
        return result
      },
    })
    return { survived: () => statements < last, database: fragileDatabase(database.within('*')) }
  }

  it('at any statement leaves a run that ends like one that was never disturbed', async () => {
    const undisturbed = await setStage(database)
    const history = (stage: typeof undisturbed) => {
      stage.vendor.items.bookings = bookings(25)
      stage.vendor.items.bookings[13] = aBooking('b-00013', { adults: 'many' })
    }
    history(undisturbed)
    const expected = await undisturbed.sync()
    const expectedRows = await undisturbed.rows('external_id, content_hash')

    for (let last = 1; ; last += 1) {
      const stage = await setStage(database)
      history(stage)
      const queued = await stage.request()
      const { database: fragile, survived } = dying(last)
      await stage
        // Its heart stands still: a beat under way would prolong the lease after the test has let it expire.
        .another({ database: fragile, timing: { ...DEFAULT_TIMING, heartbeatMs: 600_000 } })
        .engine.run(queued.id)
        .catch(() => {})
      if (survived()) break
      const pagesBefore = stage.vendor.pages
      await expireLease(queued.id)
      const log = await stage.engine.run(queued.id)
      expect(log, `killed at statement ${last}`).toMatchObject({
        status: expected.status,
        itemsProcessed: 25,
        itemsCreated: 24,
        itemsFailed: 1,
      })
      expect(await stage.rows('external_id, content_hash')).toEqual(expectedRows)
      expect(stage.vendor.pages - pagesBefore, 'pages fetched again').toBeLessThanOrEqual(3)
    }
  })
})

describe('a worker that lost its run', () => {
  it('writes nothing after another one took over', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(40)
    const asleep = gate()
    const reached = gate()
    stage.vendor.beforePage = async ({ number }) => {
      if (number < 2) return
      stage.vendor.beforePage = () => {}
      reached.open()
      await asleep.wait()
    }
    const queued = await stage.request()
    // Its heart stands still as well, like that of a stopped process.
    const sleeper = stage.another({ timing: { ...DEFAULT_TIMING, heartbeatMs: 600_000 } }).engine.run(queued.id)
    await reached.wait()
    await vi.waitFor(async () => expect(await stage.rows()).toHaveLength(20))
    await expireLease(queued.id)
    const taken = await stage.engine.run(queued.id)
    expect(taken).toMatchObject({ status: 'COMPLETED', itemsProcessed: 40, itemsCreated: 40 })
    const before = await stage.rows('external_id, xmin::text')
    asleep.open()
    expect(await sleeper).toMatchObject({ status: 'COMPLETED', sequence: taken.sequence })
    expect(await stage.rows('external_id, xmin::text')).toEqual(before)
  })

  it('cannot take a run that another one holds', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(5)
    const held = gate()
    const reached = gate()
    stage.vendor.beforePage = () => {
      reached.open()
      return held.wait()
    }
    const queued = await stage.request()
    const first = stage.engine.run(queued.id)
    await reached.wait()
    expect(await stage.another().engine.run(queued.id)).toMatchObject({ status: 'RUNNING' })
    held.open()
    await first
    expect(stage.vendor.windows).toHaveLength(1)
  })

  it('five times without a page between gives the run up', async () => {
    const stage = await setStage(database)
    const queued = await stage.request()
    await database.query('UPDATE pms_sync_log SET attempts = 5 WHERE id = $1', [queued.id])
    expect(await stage.engine.run(queued.id)).toMatchObject({ status: 'FAILED', errorCode: 'SYNC_INTERRUPTED' })
  })
})

describe('two syncs at once', () => {
  it('of the same kind: one of a hundred racing starts gets through, the others learn which', async () => {
    const stage = await setStage(database)
    const starts = await Promise.allSettled(Array.from({ length: 100 }, () => stage.request()))
    const [winner, ...more] = starts.filter((start) => start.status === 'fulfilled')
    expect(more).toEqual([])
    const refused = starts.filter((start) => start.status === 'rejected').map(({ reason }) => reason)
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['SYNC_ALREADY_RUNNING']))
    expect(new Set(refused.map(({ details }) => details.syncLogId))).toEqual(new Set([winner?.value.id]))
  })

  it('of different kinds both run', async () => {
    const stage = await setStage(database)
    await stage.request({ entityType: 'ROOM' })
    await stage.request({ entityType: 'GUEST' })
    await stage.request({ entityType: 'BOOKING' })
    expect(stage.queued).toHaveLength(3)
  })
})

describe('cancelling', () => {
  it('ends a queued run at once', async () => {
    const stage = await setStage(database)
    const queued = await stage.request()
    expect(await stage.engine.cancel(queued.id)).toMatchObject({ status: 'CANCELLED', errorCode: 'SYNC_CANCELLED' })
    expect(await stage.engine.run(queued.id)).toMatchObject({ status: 'CANCELLED' })
    await expect(stage.engine.cancel(queued.id)).rejects.toMatchObject({ code: 'SYNC_NOT_ACTIVE' })
  })

  it('stops a run that waits for its vendor, keeps what it stored, and the next run goes on from there', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(30)
    const reached = gate()
    stage.vendor.beforePage = async ({ number }) => {
      if (number < 2) return
      reached.open()
      await new Promise(() => {}) // a vendor that never answers and does not listen
    }
    const queued = await stage.request()
    const running = stage.engine.run(queued.id)
    await reached.wait()
    expect(await stage.engine.cancel(queued.id)).toMatchObject({ status: 'CANCELLED' })
    expect(await running).toMatchObject({ status: 'CANCELLED', itemsProcessed: 20 })
    stage.vendor.beforePage = () => {}
    expect(await stage.sync()).toMatchObject({ status: 'COMPLETED', itemsProcessed: 10 })
    expect(await stage.rows()).toHaveLength(30)
  })

  it('ends a run whose worker is gone', async () => {
    const stage = await setStage(database)
    const queued = await stage.request()
    await database.query(
      `UPDATE pms_sync_log SET status = 'RUNNING', started_at = now(), lease_token = 1, lease_expires_at = now() WHERE id = $1`,
      [queued.id],
    )
    expect(await stage.engine.cancel(queued.id)).toMatchObject({ status: 'CANCELLED' })
  })
})

describe('a shutdown', () => {
  it('stops at a page boundary and leaves the run to the next worker without a wait', async () => {
    const stage = await setStage(database)
    stage.vendor.items.bookings = bookings(50)
    const shutdown = new AbortController()
    stage.vendor.beforePage = ({ number }) => {
      if (number === 2) shutdown.abort()
    }
    const queued = await stage.request()
    const left = await stage.engine.run(queued.id, shutdown.signal)
    expect(left.status).toBe('RUNNING')
    expect(left.itemsProcessed).toBeLessThan(50)
    expect(await stage.engine.recover()).toContain(queued.id)
    const finished = await stage.engine.run(queued.id)
    expect(finished).toMatchObject({ status: 'COMPLETED', itemsProcessed: 50, itemsCreated: 50 })
    expect(stage.vendor.windows[1]?.cursor).toBe(String(left.itemsProcessed))
  })
})

describe('a vendor that stands still', () => {
  it('does not keep the run forever', async () => {
    const stage = await setStage(database, { timing: { ...DEFAULT_TIMING, heartbeatMs: 20, stallMs: 100 } })
    stage.vendor.beforePage = () => new Promise(() => {})
    expect(await stage.sync()).toMatchObject({ status: 'FAILED', errorCode: 'SYNC_STALLED' })
    stage.vendor.beforePage = () => {}
    const { id } = await stage.request()
    expect(await stage.another({ timing: DEFAULT_TIMING }).engine.run(id)).toMatchObject({ status: 'COMPLETED' })
  })
})

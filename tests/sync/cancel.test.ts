import { setTimeout as delay, setImmediate as turn } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { progressTopic } from '../../src/sync/events/progress.ts'
import { DEFAULT_TIMING } from '../../src/sync/run/deps.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { recordingPubSub } from '../kit/memory-pubsub.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { silentLog } from '../kit/services.ts'
import { createTestHotel } from '../kit/test-hotel.ts'
import { listenForUnheard } from '../kit/unheard.ts'

// A file of its own: whatever nobody listens for in this process is a fault.
let database: Database
const unheard = listenForUnheard()
/** Whichever engine ends a run tells of it. */
const pubsub = recordingPubSub()
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  expect(unheard.errors).toEqual([])
})

/** A vendor whose requests fail when their signal aborts, as those over a wire do. */
async function setListeningStage(pages: number) {
  const hotel = await createTestHotel(database, { pubsub })
  hotel.vendor.pageSize = 2
  hotel.vendor.items.bookings = bookings(pages * 2)
  hotel.vendor.beforePage = ({ signal }) => signal.throwIfAborted()
  return hotel
}

/** Its heart beats so often that it stops at any moment of a page, not only between two. */
const RESTLESS = { ...DEFAULT_TIMING, heartbeatMs: 5 }

/** Holds the page that is being stored until `stop` has stopped its run. */
async function stopWhileStoring(stop: (run: { id: string; shutdown: AbortController }) => Promise<unknown>) {
  const hotel = await setListeningStage(10)
  const queued = await hotel.request()
  const shutdown = new AbortController()
  const stopping = Promise.withResolvers<void>()
  hotel.vendor.beforePage = async ({ number, signal }) => {
    if (number === 2) stopping.resolve()
    signal.throwIfAborted()
  }
  const running = hotel.another({ timing: RESTLESS }).engine.run(queued.id, shutdown.signal)
  await stopping.promise
  await stop({ id: queued.id, shutdown })
  return { hotel, log: await running }
}

describe('a run that is stopped while it stores a page leaves no rejection unheard:', () => {
  it('by a cancel, at any moment', async () => {
    const runs = Array.from({ length: 25 }, async (_, moment) => {
      const hotel = await setListeningStage(500)
      const queued = await hotel.request()
      const reached = Promise.withResolvers<void>()
      hotel.vendor.beforePage = ({ number, signal }) => {
        if (number > moment % 5) reached.resolve()
        signal.throwIfAborted()
      }
      const running = hotel.another({ timing: RESTLESS }).engine.run(queued.id)
      await reached.promise
      for (let turns = moment * 7; turns > 0; turns -= 1) await turn()
      const cancelled = await hotel.engine.cancel(queued.id)
      expect(await running).toMatchObject({ status: 'CANCELLED', errorCode: 'SYNC_CANCELLED' })
      expect(cancelled.cancelRequestedAt).not.toBeNull()
    })
    await Promise.all(runs)
  })

  it('by a cancel, and is no bug in the log', async () => {
    const errors: unknown[] = []
    const log = { ...silentLog, error: (...line: unknown[]) => void errors.push(line) } as typeof silentLog
    const hotel = await createTestHotel(database, { pubsub, log })
    hotel.vendor.items.bookings = bookings(2)
    const queued = await hotel.request()
    // As a wait for the vendor: it ends with whatever its signal was aborted with.
    hotel.vendor.beforePage = async ({ signal }) => {
      await hotel.engine.cancel(queued.id)
      await delay(60_000, undefined, { signal })
    }
    expect(await hotel.another({ timing: RESTLESS, log }).engine.run(queued.id)).toMatchObject({ status: 'CANCELLED' })
    expect(errors).toEqual([])
  })

  it('by a shutdown', async () => {
    const { log } = await stopWhileStoring(async ({ shutdown }) =>
      shutdown.abort(new Error('The worker is shutting down.')),
    )
    expect(log.status).toBe('RUNNING')
  })

  it('by the loss of its lease', async () => {
    const { log } = await stopWhileStoring(({ id }) =>
      database.query('UPDATE pms_sync_log SET lease_token = lease_token + 1 WHERE id = $1', [id]),
    )
    expect(log.status).toBe('RUNNING')
  })
})

describe('a cancel whose worker is gone', () => {
  it.each([
    ['was killed', 'UPDATE pms_sync_log SET cancel_requested_at = now(), lease_expires_at = now() WHERE id = $1'],
    [
      'was killed weeks ago',
      `UPDATE pms_sync_log SET cancel_requested_at = now(), lease_expires_at = now(), started_at = now() - interval '60 days' WHERE id = $1`,
    ],
    [
      'never came',
      `UPDATE pms_sync_log SET cancel_requested_at = now(), status = 'QUEUED', started_at = NULL WHERE id = $1`,
    ],
  ])('ends as CANCELLED when its worker %s, and the hotel may sync again', async (_, history) => {
    const hotel = await setListeningStage(3)
    const queued = await hotel.request({ full: true })
    await database.query(
      `UPDATE pms_sync_log SET status = 'RUNNING', started_at = now(), lease_token = 1 WHERE id = $1`,
      [queued.id],
    )
    await database.query(`INSERT INTO pms_sync_seen (sync_log_id, page, external_ids) VALUES ($1, 1, '{x}')`, [
      queued.id,
    ])
    await database.query(history, [queued.id])
    await hotel.engine.sweep()
    expect(await hotel.engine.waitForEnd(queued.id)).toMatchObject({
      status: 'CANCELLED',
      errorCode: 'SYNC_CANCELLED',
      completedAt: expect.any(Date),
    })
    expect(await database.query('SELECT page FROM pms_sync_seen WHERE sync_log_id = $1', [queued.id])).toEqual([])
    expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED', itemsCreated: 6 })
  })

  it('is told to those who watch', async () => {
    const hotel = await setListeningStage(1)
    const queued = await hotel.request()
    await database.query('UPDATE pms_sync_log SET cancel_requested_at = now() WHERE id = $1', [queued.id])
    await hotel.engine.sweep()
    await eventually(() =>
      expect(pubsub.published).toContainEqual({
        topic: progressTopic(queued),
        data: expect.objectContaining({ phase: 'ENDED', status: 'CANCELLED' }),
      }),
    )
  })

  it('ends at once when its worker shuts down before it has seen the wish', async () => {
    const hotel = await setListeningStage(10)
    const queued = await hotel.request()
    const shutdown = new AbortController()
    hotel.vendor.beforePage = async ({ number, signal }) => {
      if (number === 2) {
        await database.query('UPDATE pms_sync_log SET cancel_requested_at = now() WHERE id = $1', [queued.id])
        shutdown.abort(new Error('The worker is shutting down.'))
      }
      signal.throwIfAborted()
    }
    const deaf = { ...DEFAULT_TIMING, heartbeatMs: 600_000 }
    expect(await hotel.another({ timing: deaf }).engine.run(queued.id, shutdown.signal)).toMatchObject({
      status: 'CANCELLED',
    })
  })
})

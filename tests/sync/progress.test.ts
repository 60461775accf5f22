import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import type { WaitNotice } from '../../src/providers/transport/http.ts'
import { progressTopic, type SyncProgress } from '../../src/sync/events/progress.ts'
import type { ContextOptions } from '../../src/sync/run/deps.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const progressOf = ({ pubsub }: TestHotel) =>
  pubsub.published.filter(({ topic }) => topic.startsWith('sync.')).map(({ data }) => data as SyncProgress)

it('begins with the queue, ends with the result, and never steps back', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.bookings = bookings(45)
  const log = await hotel.sync()
  const seen = progressOf(hotel)
  expect(seen[0]).toMatchObject({ phase: 'QUEUED', status: 'QUEUED', processed: 0 })
  expect(seen.at(-1)).toMatchObject({ phase: 'ENDED', status: 'COMPLETED', processed: 45, total: 45, etaMs: null })
  const sequences = seen.map(({ sequence }) => sequence)
  expect(sequences).toEqual([...new Set(sequences)].sort((a, b) => a - b))
  expect(hotel.pubsub.published.map(({ topic }) => topic)).toContain(progressTopic(log))
})

/** A hotel whose vendor makes runs wait when the test says so. */
async function hotelThatWaits() {
  let onWait: ContextOptions['onWait']
  const hotel = await createTestHotel(database)
  const { openContext } = hotel.services
  const { engine } = hotel.another({
    openContext: (options) => {
      onWait = options.onWait
      return openContext(options)
    },
  })
  return { hotel, engine, wait: (notice: WaitNotice) => onWait?.(notice) }
}

it('goes on showing the wait for a page when the page before it is stored', async () => {
  const { hotel, engine, wait } = await hotelThatWaits()
  hotel.vendor.items.bookings = bookings(15)
  hotel.vendor.beforePage = async ({ number }) => {
    if (number === 0) return
    wait({ reason: 'RATE_BUDGET', until: new Date(Date.now() + 60_000) })
    const stored = expect.objectContaining({ phase: 'WAITING', processed: 10 })
    await eventually(() => expect(progressOf(hotel)).toContainEqual(stored))
  }
  expect(await engine.run((await hotel.request()).id)).toMatchObject({ status: 'COMPLETED', itemsProcessed: 15 })
})

it('shows a wait for the vendor as a state of its own, with its end', async () => {
  const { hotel, engine, wait } = await hotelThatWaits()
  hotel.vendor.items.bookings = bookings(5)
  const until = new Date(Date.now() + 12_000)
  const waiting = {
    phase: 'WAITING',
    status: 'RUNNING',
    waitingUntil: until.toISOString(),
    message: expect.stringMatching(/^Waiting \d+ s for Scripted PMS$/),
  }
  hotel.vendor.beforePage = async () => {
    wait({ reason: 'RATE_BUDGET', until })
    await eventually(() => expect(progressOf(hotel)).toContainEqual(expect.objectContaining(waiting)))
  }
  expect(await engine.run((await hotel.request()).id)).toMatchObject({ status: 'COMPLETED' })
})

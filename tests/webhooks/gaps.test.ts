import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { ENTITY_TYPES } from '../../src/records/entity-type.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { slicesOf } from '../../src/sync/synced/synced-entity.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking } from '../kit/scripted-provider.ts'
import { createWebhookHotel, MINUTE_MS, type WebhookHotel } from '../kit/webhook-hotel.ts'

const horizonMs = 10 * MINUTE_MS

// The guard looks at every hotel of a database: each test has one of its own.
let databases: AsyncDisposableStack
beforeAll(() => {
  databases = new AsyncDisposableStack()
})
afterAll(() => databases.disposeAsync())

async function stageAlone(): Promise<{ hotel: WebhookHotel; database: Database }> {
  const database = databases.use(await openTestDatabase())
  const hotel = await createWebhookHotel(database, { horizonMs })
  return { hotel, database }
}

const gapRuns = (database: Database) =>
  database.query<{ entityType: string; status: string }>(
    `SELECT entity_type AS "entityType", status FROM pms_sync_log WHERE trigger = 'GAP' ORDER BY id`,
  )

/** Executes what the guard asks for, as a worker would: slices of one type take turns. */
async function work(hotel: WebhookHotel) {
  while (hotel.queued.length > 0) {
    for (const id of hotel.queued.splice(0)) await hotel.engine.run(id)
    await hotel.inbox.guardGaps()
  }
}

const RUNS = ENTITY_TYPES.flatMap((type) => slicesOf(syncedEntities[type])).length

test('silence that is longer than the horizon starts a backfill, seen in the sync log, and once in every horizon', async () => {
  const { hotel, database } = await stageAlone()
  hotel.vendor.items.bookings.push(aBooking('lost'))
  await hotel.post({ type: 'booking.deleted', ids: ['known'] })
  await hotel.drain()
  hotel.clock.advance(horizonMs)
  await hotel.inbox.guardGaps()
  expect(await gapRuns(database)).toEqual([])
  hotel.clock.advance(1)
  await hotel.inbox.guardGaps()
  expect((await gapRuns(database)).map(({ entityType }) => entityType).sort()).toEqual(ENTITY_TYPES.toSorted())
  await work(hotel)
  expect(await hotel.rows('external_id')).toEqual([{ external_id: 'lost' }])
  await hotel.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(RUNS)
  hotel.clock.advance(horizonMs + 1)
  await hotel.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(RUNS + ENTITY_TYPES.length)
})

test('a hotel that never had webhooks is left alone', async () => {
  const { hotel, database } = await stageAlone()
  hotel.clock.advance(10 * horizonMs)
  await hotel.inbox.guardGaps()
  expect(await gapRuns(database)).toEqual([])
})

test('a stop of our own that was longer than the horizon starts a backfill, though events come again', async () => {
  const { hotel, database } = await stageAlone()
  await hotel.inbox.noteReachable()
  await hotel.post({ ids: ['b-1'] })
  await hotel.drain()
  hotel.clock.advance(horizonMs + 1)
  await hotel.otherInbox.noteReachable()
  await hotel.post({ ids: ['b-1'] })
  await hotel.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(ENTITY_TYPES.length)
  hotel.clock.advance(1_000)
  await hotel.inbox.noteReachable()
  await hotel.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(ENTITY_TYPES.length)
})

test('a new endpoint records, has the past fetched, and only then processes what it recorded', async () => {
  const { hotel, database } = await stageAlone()
  await database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = now(), backfill_owed_at = now()')
  hotel.vendor.items.bookings.push(aBooking('before'), aBooking('recorded'))
  await hotel.post({ ids: ['recorded'] })
  await hotel.drain()
  expect(hotel.fetched).toEqual([])
  await hotel.inbox.guardGaps()
  await work(hotel)
  expect((await hotel.rows('external_id')).length).toBe(2)
  await hotel.inbox.guardGaps()
  hotel.clock.advance(3_000)
  await hotel.drain()
  expect(hotel.fetched).toEqual(['recorded'])
  expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED' }])
})

test('the first key makes a backfill due, a rotation does not', async () => {
  const { hotel, database } = await stageAlone()
  const owed = () => database.query('SELECT backfill_owed_since IS NOT NULL AS owed FROM pms_webhook_endpoint')
  expect(await owed()).toEqual([{ owed: false }])
  await hotel.inbox.rotateKeys({ hotelId: hotel.hotelId, provider: hotel.adapter.key, actor: 'ada' })
  expect(await owed()).toEqual([{ owed: false }])
  await database.query('DELETE FROM pms_webhook_endpoint')
  await hotel.inbox.rotateKeys({ hotelId: hotel.hotelId, provider: hotel.adapter.key, actor: 'ada' })
  expect(await owed()).toEqual([{ owed: true }])
})

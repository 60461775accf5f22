import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { type InboxStage, MINUTE_MS, setInboxStage } from '../kit/inbox.ts'
import { aBooking } from '../kit/scripted-provider.ts'

const horizonMs = 10 * MINUTE_MS

// The guard looks at every hotel of a database: each test has one of its own.
let databases: AsyncDisposableStack
beforeAll(() => {
  databases = new AsyncDisposableStack()
})
afterAll(() => databases.disposeAsync())

async function stageAlone(): Promise<{ stage: InboxStage; database: Database }> {
  const database = databases.use(await openTestDatabase())
  const stage = await setInboxStage(database, { horizonMs })
  return { stage, database }
}

const gapRuns = (database: Database) =>
  database.query<{ entityType: string; status: string }>(
    `SELECT entity_type AS "entityType", status FROM pms_sync_log WHERE trigger = 'GAP' ORDER BY id`,
  )

/** Executes what the guard asked for, as a worker would. */
async function work(stage: InboxStage) {
  for (const id of stage.queued.splice(0)) await stage.engine.run(id)
}

test('silence that is longer than the horizon starts a backfill, seen in the sync log, and once in every horizon', async () => {
  const { stage, database } = await stageAlone()
  stage.vendor.items.bookings.push(aBooking('lost'))
  await stage.post({ ids: ['known'] })
  await stage.drain()
  stage.clock.advance(horizonMs)
  await stage.inbox.guardGaps()
  expect(await gapRuns(database)).toEqual([])
  stage.clock.advance(1)
  await stage.inbox.guardGaps()
  expect((await gapRuns(database)).map(({ entityType }) => entityType).sort()).toEqual(['BOOKING', 'GUEST', 'ROOM'])
  await work(stage)
  await stage.inbox.guardGaps()
  expect(await stage.rows('external_id')).toEqual([{ external_id: 'lost' }])
  await stage.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(3)
  stage.clock.advance(horizonMs + 1)
  await stage.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(6)
})

test('a hotel that never had webhooks is left alone', async () => {
  const { stage, database } = await stageAlone()
  stage.clock.advance(10 * horizonMs)
  await stage.inbox.guardGaps()
  expect(await gapRuns(database)).toEqual([])
})

test('a stop of our own that was longer than the horizon starts a backfill, though events come again', async () => {
  const { stage, database } = await stageAlone()
  await stage.inbox.noteReachable()
  await stage.post({ ids: ['b-1'] })
  await stage.drain()
  stage.clock.advance(horizonMs + 1)
  await stage.otherInbox.noteReachable()
  await stage.post({ ids: ['b-1'] })
  await stage.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(3)
  stage.clock.advance(1_000)
  await stage.inbox.noteReachable()
  await stage.inbox.guardGaps()
  expect(await gapRuns(database)).toHaveLength(3)
})

test('a new endpoint records, has the past fetched, and only then processes what it recorded', async () => {
  const { stage, database } = await stageAlone()
  await database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = now(), backfill_owed_at = now()')
  stage.vendor.items.bookings.push(aBooking('before'), aBooking('recorded'))
  await stage.post({ ids: ['recorded'] })
  await stage.drain()
  expect(stage.fetched).toEqual([])
  await stage.inbox.guardGaps()
  await work(stage)
  expect((await stage.rows('external_id')).length).toBe(2)
  await stage.inbox.guardGaps()
  stage.clock.advance(3_000)
  await stage.drain()
  expect(stage.fetched).toEqual(['recorded'])
  expect(await stage.events()).toMatchObject([{ status: 'PROCESSED' }])
})

test('the first key makes a backfill due, a rotation does not', async () => {
  const { stage, database } = await stageAlone()
  const owed = () => database.query('SELECT backfill_owed_since IS NOT NULL AS owed FROM pms_webhook_endpoint')
  expect(await owed()).toEqual([{ owed: false }])
  await stage.inbox.rotateKeys({ hotelId: stage.hotelId, provider: stage.adapter.key, actor: 'ada' })
  expect(await owed()).toEqual([{ owed: false }])
  await database.query('DELETE FROM pms_webhook_endpoint')
  await stage.inbox.rotateKeys({ hotelId: stage.hotelId, provider: stage.adapter.key, actor: 'ada' })
  expect(await owed()).toEqual([{ owed: true }])
})

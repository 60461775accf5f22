import { expect, test } from 'vitest'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { fetchGaps, startStreams } from '../kit/stream-hotels.ts'
import { streamVendor } from '../kit/stream-vendor.ts'
import { addStreamed } from './hotels.ts'

const HOUR_MS = 3_600_000
const stateIn = async (database: Awaited<ReturnType<typeof openTestDatabase>>) =>
  (
    await database.query<{ state: string; offset: string | null; lagMs: number | null }>(
      'SELECT state, stream_offset AS "offset", lag_ms::float8 AS "lagMs" FROM pms_stream',
    )
  )[0]

test('after days a stream is read on where its vendor keeps that long, else all that it may have told is fetched', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  const hotelId = await addStreamed(database)
  await using workers = new AsyncDisposableStack()
  const start = () => workers.use(startStreams(database, { adapters: () => vendor.adapter }))
  let worker = start()
  await worker.services.streams.guard()
  await eventually(() => expect(vendor.open).toBe(1))
  await eventually(async () => {
    await fetchGaps(worker.services)
    vendor.tell({ occurredAt: new Date() })
    expect(await stateIn(database)).toMatchObject({ state: 'LIVE' })
  })
  await eventually(async () => expect((await stateIn(database))?.offset).toBe(String(vendor.told)))
  /** What happened while nobody listened for so long, 20 events; then it is listened again. */
  const awayFor = async (hours: number) => {
    await worker.end()
    const happenedAt = new Date(Date.now() - (hours - 1) * HOUR_MS)
    for (let i = 0; i < 20; i++) vendor.tell({ occurredAt: happenedAt })
    await database.query(`UPDATE pms_stream SET ready_at = now(), live_at = now() - $1 * interval '1 hour'`, [hours])
    const [last] = await database.query<{ id: string }>('SELECT id FROM pms_sync_log ORDER BY id DESC LIMIT 1')
    worker = start()
    await eventually(() => expect(vendor.open).toBe(1))
    await eventually(async () => {
      vendor.tell({ occurredAt: new Date() })
      await fetchGaps(worker.services)
      expect(await stateIn(database)).toMatchObject({ state: 'LIVE' })
    })
    const runs = await database.query<{ operation: string }>(
      'SELECT DISTINCT operation FROM pms_sync_log WHERE id > $1',
      [last?.id],
    )
    return { from: vendor.starts.at(-1), runs: runs.map(({ operation }) => operation) }
  }

  // The vendor of this test keeps a day, and a tenth of it is left to its clock.
  const position = (await stateIn(database))?.offset
  const seen: unknown[] = []
  vendor.beforeBatch = async () => void seen.push(await stateIn(database))
  expect(await awayFor(21)).toEqual({ from: position, runs: [] })
  expect(seen.slice(0, 3), 'not taken for live while what is read is old').toMatchObject([
    { state: 'CATCHING_UP' },
    { state: 'CATCHING_UP', lagMs: expect.closeTo(20 * HOUR_MS, -6) },
    { state: 'CATCHING_UP', lagMs: expect.closeTo(20 * HOUR_MS, -6) },
  ])
  await eventually(async () => {
    const events = await database.query('SELECT DISTINCT event_id FROM pms_webhook_event WHERE hotel_id = $1', [
      hotelId,
    ])
    expect(events).toHaveLength(vendor.told)
  })

  expect(await awayFor(22)).toEqual({ from: null, runs: ['INCREMENTAL'] })
  // Even the vendor has forgotten: what changed may be more than it shows as changed.
  expect(await awayFor(25)).toEqual({ from: null, runs: ['FULL'] })
}, 60_000)

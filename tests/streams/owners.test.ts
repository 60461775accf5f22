import { expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { createTestServices } from '../kit/services.ts'
import { startStreams } from '../kit/stream-hotels.ts'
import { streamVendor } from '../kit/stream-vendor.ts'
import { addStreamed } from './hotels.ts'

const eventsOf = async (database: Database, hotelId: string) =>
  (
    await database.query<{ id: string }>('SELECT event_id AS id FROM pms_webhook_event WHERE hotel_id = $1', [hotelId])
  ).map(({ id }) => id)
const offsetOf = async (database: Database) =>
  (await database.query<{ at: string | null }>('SELECT stream_offset AS at FROM pms_stream'))[0]?.at
const named = (count: number) => Array.from({ length: count }, (_, i) => `event-${i + 1}`)
/** As if its worker had been killed: nobody renews, nobody lets go. */
const endLease = (database: Database) => database.query('UPDATE pms_stream SET lease_expires_at = now()')

test('workers that die in the middle of many events lose none, and when they wake they write nothing', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  const hotelId = await addStreamed(database)
  const frozen: (() => void)[] = []
  let batches = 0
  // Every ninth batch finds its worker frozen, with events in its hands.
  vendor.beforeBatch = () => {
    if (++batches % 9 !== 0 || frozen.length === 4) return
    return new Promise<void>((resolve) => frozen.push(resolve))
  }
  await using first = startStreams(database, { adapters: () => vendor.adapter })
  await using second = startStreams(database, { adapters: () => vendor.adapter })
  await first.services.streams.guard()
  vendor.tell()
  await eventually(() => expect(vendor.open).toBe(1))
  for (let i = 0; i < 300; i++) vendor.tell()
  for (let deaths = 1; deaths <= 4; deaths++) {
    await eventually(() => expect(frozen).toHaveLength(deaths))
    await endLease(database)
  }
  const told = named(301).slice(1)
  await eventually(async () => expect(await offsetOf(database)).toBe('301'))
  for (const wake of frozen) wake()
  await eventually(() => expect(vendor.open).toBe(1))
  const stored = await eventsOf(database, hotelId)
  expect(stored.filter((id) => id !== 'event-1').toSorted()).toEqual(told.toSorted())
  expect(await offsetOf(database), 'nobody who woke has put it back').toBe('301')
  expect(vendor.starts.length).toBeGreaterThanOrEqual(5)
  expect(second.services).toBeDefined()
})

test('two workers, then three, hold one connection, and when its owner leaves another takes it over', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  const hotelId = await addStreamed(database)
  const start = () => startStreams(database, { adapters: () => vendor.adapter })
  const [first, second] = [start(), start()]
  await first.services.streams.guard()
  await eventually(() => expect(vendor.open).toBe(1))
  vendor.tell()
  await eventually(async () => expect(await offsetOf(database)).toBe('1'))
  await using third = start()
  for (const worker of [first, second]) {
    await worker.end()
    vendor.tell()
    await eventually(() => expect(vendor.open).toBe(1))
  }
  vendor.tell()
  await eventually(async () => expect((await eventsOf(database, hotelId)).toSorted()).toEqual(named(4)))
  expect(vendor.mostOpen).toBe(1)
  expect(third.services).toBeDefined()
})

test('hotels of a chain get their own events; those of a property that nobody has go nowhere', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  const [one, two] = [
    await addStreamed(database, { property: 'ONE' }),
    await addStreamed(database, { property: 'TWO' }),
  ]
  await using worker = startStreams(database, { adapters: () => vendor.adapter })
  await worker.services.streams.guard()
  await eventually(() => expect(vendor.open).toBe(1))
  for (const externalHotelId of ['ONE', 'TWO', 'THREE', 'ONE', null, 'one']) vendor.tell({ externalHotelId })
  await eventually(async () => expect(await offsetOf(database), 'what goes nowhere is read as well').toBe('6'))
  expect((await eventsOf(database, one)).toSorted()).toEqual(['event-1', 'event-4', 'event-5'])
  expect((await eventsOf(database, two)).toSorted()).toEqual(['event-2', 'event-5'])
  const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM pms_webhook_event',
  )
  expect(count).toBe(5)
})

test('a hotel whose stream is down is polled after half a minute, once in two minutes, and not when it is back', async () => {
  await using database = await openTestDatabase()
  const vendor = streamVendor()
  const hotelId = await addStreamed(database)
  const { streams } = createTestServices(database, { adapters: () => vendor.adapter })
  await streams.guard()
  const owed = async () => {
    // What has no endpoint yet gets it in the first round, and owes in the next.
    await streams.guard()
    await streams.guard()
    const [row] = await database.query<{ isOwed: boolean }>(
      `SELECT backfill_owed_since IS NOT NULL AS "isOwed" FROM pms_webhook_endpoint JOIN pms_configuration c
         ON c.id = configuration_id WHERE c.hotel_id = $1`,
      [hotelId],
    )
    return row?.isOwed ?? false
  }
  const alive = (ago: string) => database.query(`UPDATE pms_stream SET live_at = now() - interval '${ago}'`)
  const fetched = (ago: string) =>
    database.query(
      `UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL, backfilled_at = now() - interval '${ago}'`,
    )
  await alive('20 s')
  expect(await owed()).toBe(false)
  await alive('31 s')
  expect(await owed()).toBe(true)
  await fetched('100 s')
  expect(await owed()).toBe(false)
  await fetched('121 s')
  expect(await owed()).toBe(true)
  await fetched('121 s')
  await alive('1 s')
  expect(await owed()).toBe(false)
})

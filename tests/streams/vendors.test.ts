import { expect, test } from 'vitest'
import { getProviderAdapter } from '../../src/providers/registry.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { connectStreamHotel, settleBackfill, startStreams, streamOf } from '../kit/stream-hotels.ts'

/** For a walk through every entity type of a vendor. */
const WALK_MS = 60_000
const SMALL = { bookings: 6, rooms: 3, guests: 4 }

test.each(['opera', 'mews'])('a change at %s comes over its stream and is a row', async (provider) => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter(provider).simulate(SMALL)
  await using worker = startStreams(database)
  const hotel = await connectStreamHotel(worker.services, provider, vendor)
  await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('CATCHING_UP'))
  await settleBackfill(database, hotel)
  const externalId = vendor.data.edit('bookings', 0)
  await eventually(async () => {
    await worker.services.inbox.drain(hotel.configurationId)
    const rows = await database.query('SELECT external_id AS id FROM pms_booking WHERE hotel_id = $1', [hotel.hotelId])
    expect(rows).toEqual([{ id: externalId }])
  })
})

test.each(['opera', 'mews'])(
  'what %s cannot tell is fetched by a sync, then its stream is live',
  async (provider) => {
    await using database = await openTestDatabase()
    await using vendor = await getProviderAdapter(provider).simulate(SMALL)
    await using worker = startStreams(database)
    const hotel = await connectStreamHotel(worker.services, provider, vendor)
    const { inbox, engine } = worker.services
    const claim = () => engine.claim({ isOldest: false, without: [] })
    const isLive = async () => (await streamOf(database, hotel)).state === 'LIVE'
    while (!(await isLive())) {
      await inbox.guardGaps()
      for (let run = await claim(); run !== null; run = await claim()) await engine.work(run, {})
    }
    const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
      'SELECT count(*)::integer AS count FROM pms_booking WHERE hotel_id = $1',
      [hotel.hotelId],
    )
    expect(count).toBe(SMALL.bookings)
  },
  WALK_MS,
)

test('a room that Mews tells of is cleaned at once, and a price asks for one sync of the next year', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('mews').simulate(SMALL)
  await using worker = startStreams(database)
  const hotel = await connectStreamHotel(worker.services, 'mews', vendor)
  await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('CATCHING_UP'))
  await settleBackfill(database, hotel)
  const externalId = vendor.data.edit('housekeeping', 0)
  vendor.data.change('housekeeping', externalId, { condition: 'INSPECTED', roomStatus: 'AVAILABLE' })
  vendor.data.edit('ratePlans', 0)
  vendor.data.edit('ratePlans', 1)
  await eventually(async () => {
    await worker.services.inbox.drain(hotel.configurationId)
    const rooms = await database.query(
      'SELECT external_id AS id, condition FROM pms_housekeeping WHERE hotel_id = $1',
      [hotel.hotelId],
    )
    expect(rooms).toEqual([{ id: externalId, condition: 'INSPECTED' }])
    const asked = await database.query(
      `SELECT entity_type AS type, slice, trigger FROM pms_sync_log WHERE hotel_id = $1 AND status = 'QUEUED'`,
      [hotel.hotelId],
    )
    expect(asked).toEqual([{ type: 'RATE', slice: 'NEAR', trigger: 'WEBHOOK' }])
  })
})

test('somebody else who reads the events of OPERA is not fought', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('opera').simulate({ ...SMALL, faults: { streamLockedOut: true } })
  await using worker = startStreams(database)
  const hotel = await connectStreamHotel(worker.services, 'opera', vendor)
  await eventually(async () => {
    const { state, closeCode, waitMs, reason } = await streamOf(database, hotel)
    expect({ state, closeCode }).toEqual({ state: 'LOCKED_OUT', closeCode: 4409 })
    expect(waitMs).toBeGreaterThan(30_000)
    expect(reason).toMatch(/Somebody else/)
  })
  const { failures } = await streamOf(database, hotel)
  expect(failures).toBe(1)
})

test('who leaves says good-bye, and the next worker goes on from the last event', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('opera').simulate(SMALL)
  const first = startStreams(database)
  const hotel = await connectStreamHotel(first.services, 'opera', vendor)
  await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('CATCHING_UP'))
  const told = [vendor.data.edit('bookings', 0)]
  await eventually(async () => expect((await streamOf(database, hotel)).offset).toBe('17000'))
  await first.end()
  told.push(vendor.data.edit('bookings', 1), vendor.data.edit('bookings', 2))
  await database.query(`UPDATE pms_stream SET ready_at = now() WHERE state = 'CONNECTING'`)
  await using second = startStreams(database)
  await eventually(async () => expect((await streamOf(database, hotel)).offset).toBe('17002'))
  const events = await database.query<{ id: string }>(
    `SELECT event_id AS id FROM pms_webhook_event WHERE hotel_id = $1 ORDER BY id`,
    [hotel.hotelId],
  )
  expect(events.map(({ id }) => id)).toEqual(['event-17000', 'event-17001', 'event-17002'])
  expect(new Set(told).size).toBeGreaterThan(0)
  expect(second.services).toBeDefined()
})

test('credentials that the vendor refuses wait for a person', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('mews').simulate(SMALL)
  await using worker = startStreams(database)
  const credentials = { ...vendor.credentials, accessToken: 'revoked' }
  const hotel = await connectStreamHotel(worker.services, 'mews', { ...vendor, credentials })
  await eventually(async () => {
    const { state, closeCode, waitMs } = await streamOf(database, hotel)
    expect({ state, closeCode }).toEqual({ state: 'WAITING', closeCode: 401 })
    expect(waitMs).toBeGreaterThan(30_000)
  })
})

test('a hotel that switches its stream off is let go of', async () => {
  await using database = await openTestDatabase()
  await using vendor = await getProviderAdapter('mews').simulate(SMALL)
  await using worker = startStreams(database)
  const hotel = await connectStreamHotel(worker.services, 'mews', vendor)
  await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('CATCHING_UP'))
  await database.query('UPDATE pms_configuration SET enabled = false WHERE id = $1', [hotel.configurationId])
  await eventually(async () => expect((await streamOf(database, hotel)).state).toBe('OFF'))
})

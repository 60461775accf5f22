import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createEventBus, type PmsEvents } from '../../src/sync/events/events.ts'
import { createSyncFacade } from '../../src/sync/facade.ts'
import { openTestDatabase } from '../kit/database.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** A hotel whose events and log lines are kept in the order in which they came. */
async function observed() {
  const heard: { event: string; payload: unknown }[] = []
  const lines: string[] = []
  const events = createEventBus((error) => {
    throw error
  })
  const names = [
    'pms.sync.started',
    'pms.sync.completed',
    'pms.sync.failed',
    'pms.sync.cancelled',
    'pms.booking.synced',
  ]
  for (const event of names) events.on(event as keyof PmsEvents, (payload) => heard.push({ event, payload }))
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) })
  const hotel = await createTestHotel(database, { events, log })
  return { ...hotel, events, heard, lines, names: () => heard.map(({ event }) => event) }
}

describe('how far behind the PMS a row was', () => {
  it('is told of later incremental syncs alone, and never less than nothing', async () => {
    const hotel = await observed()
    const lags: (readonly number[])[] = []
    hotel.events.on('pms.rows.caught-up', ({ lagsMs }) => void lags.push(lagsMs))
    const changed = (agoMs: number, notes: string) => ({
      ...bookings(1)[0],
      externalId: 'b-lag',
      externalUpdatedAt: new Date(hotel.services.clock.now().getTime() - agoMs).toISOString(),
      notes,
    })
    hotel.vendor.items.bookings = [changed(600_000, 'first')]
    await hotel.sync()
    hotel.vendor.items.bookings = [changed(590_000, 'full')]
    await hotel.sync({ full: true })
    expect(lags).toEqual([])
    hotel.vendor.items.bookings = [changed(60_000, 'later')]
    await hotel.sync()
    hotel.vendor.items.bookings = [changed(-30_000, 'a clock ahead of ours')]
    await hotel.sync()
    expect(lags).toEqual([[expect.any(Number)], [0]])
    expect(lags[0]?.[0]).toBeGreaterThanOrEqual(60_000)
  })
})

describe('a sync', () => {
  it('tells when it starts, of each row that it wrote, and how it ended', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = bookings(2)
    const log = await hotel.sync()
    expect(hotel.names()).toEqual([
      'pms.sync.started',
      'pms.booking.synced',
      'pms.booking.synced',
      'pms.sync.completed',
    ])
    const [row] = await hotel.rows()
    expect(hotel.heard[1]?.payload).toEqual({
      bookingId: row?.id,
      hotelId: hotel.hotelId,
      provider: 'scripted',
      externalId: 'b-00000',
      syncedAt: expect.any(Date),
    })
    expect(hotel.heard[3]?.payload).toMatchObject({ syncLogId: log.id, status: 'COMPLETED', processed: 2, created: 2 })
  })

  it('begins and ends with lines that name it and its times as the specification does', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = bookings(2)
    const log = await hotel.sync()
    const [started, completed] = hotel.lines.map((line) => JSON.parse(line) as Record<string, unknown>)
    const startedAt = log.startedAt?.toISOString()
    const { hotelId } = hotel
    expect(started).toMatchObject({ event: 'pms.sync.started', hotelId, syncId: log.id, startedAt })
    expect(started).not.toHaveProperty('completedAt')
    expect(completed).toMatchObject({
      ...{ event: 'pms.sync.completed', hotelId, provider: 'scripted', syncId: log.id, processed: 2, failed: 0 },
      ...{ startedAt, completedAt: log.completedAt?.toISOString() },
    })
  })

  it('says nothing of rows that it did not write', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = bookings(2)
    await hotel.sync()
    hotel.heard.length = 0
    await hotel.sync({ full: true })
    expect(hotel.names()).toEqual(['pms.sync.started', 'pms.sync.completed'])
  })

  it('tells of a row only once others can read it', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = bookings(1)
    const visible: Promise<unknown[]>[] = []
    hotel.events.on('pms.booking.synced', ({ bookingId }) => {
      visible.push(database.query('SELECT id FROM pms_booking WHERE id = $1', [bookingId]))
    })
    await hotel.sync()
    expect(await Promise.all(visible)).toEqual([[expect.anything()]])
  })

  it('that fails says so, with the code', async () => {
    const hotel = await observed()
    hotel.vendor.beforePage = () => {
      throw new PmsIntegrationError('PROVIDER_FORBIDDEN', 'no')
    }
    await hotel.sync()
    expect(hotel.heard.at(-1)).toMatchObject({
      event: 'pms.sync.failed',
      payload: { status: 'FAILED', errorCode: 'PROVIDER_FORBIDDEN' },
    })
  })

  it('that is cancelled before it starts says so', async () => {
    const hotel = await observed()
    await hotel.engine.cancel((await hotel.request()).id)
    expect(hotel.names()).toEqual(['pms.sync.cancelled'])
  })

  it('logs its start and its end, and never a guest', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = bookings(1, {
      guestName: 'Ada Canary',
      guestEmail: 'ada@canary.example',
      adults: 'two',
    })
    hotel.vendor.items.bookings.push(...bookings(1, { guestName: 'Ada Canary', guestEmail: 'ada@canary.example' }))
    await hotel.sync()
    expect(hotel.lines.map((line) => JSON.parse(line).event)).toEqual(['pms.sync.started', 'pms.sync.completed'])
    expect(hotel.lines.join()).not.toMatch(/canary/i)
  })

  it('tells subscribers of other processes which rows changed, once a page', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = bookings(12)
    await hotel.sync()
    const changed = hotel.pubsub.published.filter(({ topic }) => topic.startsWith('changed.'))
    expect(changed.map(({ data }) => (data as { ids: string[] }).ids.length)).toEqual([10, 2])
  })
})

it('a listener that throws hurts neither the sync nor other listeners', async () => {
  const errors: unknown[] = []
  const events = createEventBus((error) => errors.push(error))
  const heard: string[] = []
  events.on('pms.sync.completed', () => {
    throw new Error('mine')
  })
  events.on('pms.sync.completed', ({ status }) => heard.push(status))
  const hotel = await createTestHotel(database, { events })
  expect(await hotel.sync()).toMatchObject({ status: 'COMPLETED' })
  expect(errors).toHaveLength(1)
  expect(heard).toEqual(['COMPLETED'])
})

describe('the engine’s facade', () => {
  it('sync one kind and answer with the result', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = bookings(3)
    hotel.vendor.items.rooms = [{ externalId: 'r', roomNumber: '1', status: 'AVAILABLE', cleaningStatus: 'CLEAN' }]
    hotel.vendor.items.guests = [{ externalId: 'g', firstName: '', lastName: 'L' }]
    const facade = createSyncFacade(hotel.engine, database)
    expect(await facade.syncProviderBookings(hotel.hotelId, 'scripted', { limit: 2 })).toMatchObject({ processed: 2 })
    expect(await facade.syncProviderRooms(hotel.hotelId, 'scripted')).toMatchObject({ entityType: 'ROOM', created: 1 })
    expect(await facade.syncProviderGuests(hotel.hotelId, 'scripted')).toMatchObject({ entityType: 'GUEST', failed: 0 })
  })

  it('answer with the bookings, the time it took and the items that failed', async () => {
    const hotel = await observed()
    hotel.vendor.items.bookings = [...bookings(2), { externalId: 'odd', status: 'NO_SUCH_STATUS' }]
    const facade = createSyncFacade(hotel.engine, database)
    const summary = await facade.syncProviderBookings(hotel.hotelId, 'scripted')
    expect(summary).toMatchObject({ processed: 3, failed: 1, duration: expect.any(Number) })
    expect(summary.bookings.map(({ hotelId, provider }) => [hotelId, provider])).toEqual(
      Array.from({ length: 2 }, () => [hotel.hotelId, 'scripted']),
    )
    expect(summary.errorSummary).toMatchObject({
      code: null,
      failedItems: 1,
      items: [{ externalId: 'odd', errorCode: 'RECORD_INVALID', path: expect.any(String), reason: expect.any(String) }],
    })
  })

  it('throw what cannot even begin', async () => {
    const facade = createSyncFacade((await observed()).engine, database)
    await expect(facade.syncProviderBookings('nowhere', 'scripted')).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

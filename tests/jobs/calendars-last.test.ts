import { expect, test } from 'vitest'
import { startWorker } from '../../src/jobs/worker.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { defineProvider, type FetchKind, type FetchPages } from '../../src/providers/provider.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { openTestQueue } from '../kit/queue-backends.ts'
import { createTestServices, silentLog } from '../kit/services.ts'
import { insertHotel } from '../kit/test-hotel.ts'

const RATE = { requests: 12, perMs: 1_000 }
const PLANS = 40

/** The mock PMS with so small an allowance that its calendar takes minutes. `pages`: what it was asked for, in order. */
function sparing() {
  const pages: FetchKind[] = []
  const noting = (kind: FetchKind): FetchPages =>
    async function* (ctx, window) {
      for await (const page of mock.fetch[kind]?.(ctx as never, window) ?? []) {
        pages.push(kind)
        yield page
      }
    }
  const kinds = ['bookings', 'rooms', 'guests', 'rates', 'availability'] as const
  const fetch = Object.fromEntries(kinds.map((kind) => [kind, noting(kind)]))
  return { pages, adapter: defineProvider({ ...mock, limits: { ...mock.limits, rate: RATE }, fetch } as typeof mock) }
}

test('bookings, rooms and guests that become due in the middle of long calendars are brought before these go on', async () => {
  await using database = await openTestDatabase()
  await using queue = await openTestQueue('postgres', database.url)
  await using simulator = await mock.simulate({ bookings: 50, rooms: 8, guests: 40, ratePlans: PLANS })
  const { adapter, pages } = sparing()
  const services = createTestServices(database, { adapters: () => adapter })
  const { credentials, externalHotelId } = simulator
  const settings = { ...simulator.settings, pageSize: 10 }
  // A chain: two hotels with one credential.
  for (const hotel of ['one', 'other'])
    await insertHotel(database, hotel, 'mock', { credentials, settings, externalHotelId })
  const ask = (hotelId: string, entityType: 'RATE' | 'AVAILABILITY' | 'BOOKING' | 'ROOM' | 'GUEST') =>
    services.engine.request({ hotelId, provider: 'mock', entityType, trigger: 'SCHEDULED' })
  for (const hotel of ['one', 'other']) await ask(hotel, 'RATE')
  const { engine, clock } = services
  await using _worker = await startWorker({
    ...{ backend: queue.backend, engine, database: services.database, clock, log: silentLog },
    timing: { lookMs: 20, scheduleMs: 3_600_000, graceMs: 100 },
  })
  await eventually(() => expect(pages.length).toBeGreaterThanOrEqual(RATE.requests))

  const before = pages.length
  const due = await Promise.all([ask('one', 'BOOKING'), ask('one', 'ROOM'), ask('one', 'GUEST')])
  const ended = () =>
    database
      .query<{ id: string }>(`SELECT id FROM pms_sync_log WHERE status = 'COMPLETED'`)
      .then((rows) => rows.map(({ id }) => id))
  await eventually(async () => expect(new Set(await ended())).toEqual(new Set(due.map(({ id }) => id))))

  const meanwhile = pages.slice(before)
  const calendars = meanwhile.filter((kind) => kind === 'rates').length
  expect(meanwhile.length - calendars).toBe(5 + 1 + 4)
  // What was under way, and one try in eight of each: left to first come, first served, they took as much as everybody.
  expect(calendars).toBeLessThanOrEqual(6)
  expect(pages.length).toBeLessThan(PLANS * 5 * 2)
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'
import { createTestServices } from '../kit/services.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const keep = { options: { pricing: 'KEEP' } }
const dayAfter = (day: string, days: number) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

it('two who both insist, over a thousand edits of the desk, end with a person', async () => {
  await using hotel = await createChangeHotel(database)
  const { hotelId, services, vendor, booking } = hotel
  const other = hotel.another()
  await services.configurations.upsert({ hotelId, provider: 'mock', conflictDefaults: { STAY: 'OURS' } })
  await hotel.request('BOOKING_CHANGE', { checkOut: dayAfter(booking.checkOut, 1) }, keep)
  let looks = 0
  for (let edit = 0; edit < 1_000; edit++) {
    // The desk writes right after each look of ours, as somebody would who insists as well.
    vendor.data.change('bookings', booking.externalId, { checkOut: dayAfter(booking.checkOut, 2 + (edit % 5)) })
    if (edit % 100 !== 0) continue
    looks += 1
    await hotel.work(edit % 200 === 0 ? services : other)
    await hotel.sync(['BOOKING'])
    await services.changes.sweep()
  }
  expect(looks).toBe(10)
  expect(vendor.desk.effects.length).toBeLessThanOrEqual(1)
  const [{ open = 0 } = {}] = await database.query<{ open: number }>(
    `SELECT count(*)::integer AS open FROM pms_change WHERE hotel_id = $1 AND state = 'PENDING'`,
    [hotelId],
  )
  expect(open).toBe(0)
})

it('two hotels that want the same thing of one property do not chase each other', async () => {
  await using hotel = await createChangeHotel(database)
  const { services, vendor, booking } = hotel
  const twin = `hotel-${randomUUID()}`
  await insertHotel(database, twin, 'mock', vendor)
  await database.query('UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = $1', [twin])
  const run = { hotelId: twin, provider: 'mock', entityType: 'BOOKING', trigger: 'MANUAL' } as const
  await services.engine.run((await services.engine.request(run)).id)
  const [row] = await database.query<{ id: string }>(
    'SELECT id FROM pms_booking WHERE hotel_id = $1 AND external_id = $2',
    [twin, booking.externalId],
  )
  await hotel.request('BOOKING_CHANGE', { checkOut: dayAfter(booking.checkOut, 1) }, keep)
  const theirs = await services.changes.request({
    ...{ hotelId: twin, action: 'BOOKING_CHANGE', entityId: String(row?.id), requestedBy: 'twin', ...keep },
    values: { checkOut: dayAfter(booking.checkOut, 2) },
  })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
  const claimed = await services.changes.claim(theirs.id)
  expect(claimed && (await services.changes.work(claimed))).toMatchObject({ state: 'CONFLICT', sendings: 0 })
  expect(vendor.desk.effects).toHaveLength(1)
})

it('more people than there are connections ask at once, and all are answered', async () => {
  await using hotel = await createChangeHotel(database)
  const { hotelId } = hotel
  await using narrow = await openDatabase({ url: database.url, poolSize: 2 })
  const { changes } = createTestServices(narrow)
  const bookings = await database.query<{ id: string }>(
    `SELECT id FROM pms_booking WHERE hotel_id = $1 AND status = 'CONFIRMED' LIMIT 8`,
    [hotelId],
  )
  const asked = bookings.map(({ id: entityId }) =>
    changes.request({ hotelId, action: 'BOOKING_CANCEL', entityId, values: {}, requestedBy: 'tester' }),
  )
  expect((await Promise.all(asked)).map(({ state }) => state)).toEqual(bookings.map(() => 'PENDING'))
  expect(asked.length).toBeGreaterThan(2)
})

it('a change of one hotel never reaches the account of another, whatever is connected meanwhile', async () => {
  await using one = await createChangeHotel(database)
  await using other = await createChangeHotel(database)
  await one.request('BOOKING_CHECK_IN')
  const claimed = await one.services.changes.claim((await openOf(one.hotelId)) as string)
  // Its worker has it in hand while the hotel is connected to the other's property.
  const { credentials, settings } = other.vendor
  await one.services.configurations.upsert({ hotelId: one.hotelId, provider: 'mock', credentials, settings })
  if (claimed !== null) await one.services.changes.work(claimed)
  expect(await one.work()).toBeNull()
  expect([one.vendor.desk.effects, other.vendor.desk.effects]).toEqual([[], []])
  expect(await openOf(one.hotelId)).toBeUndefined()
})

const openOf = async (hotelId: string) =>
  (
    await database.query<{ id: string }>('SELECT id FROM pms_change WHERE hotel_id = $1 AND ended_at IS NULL', [
      hotelId,
    ])
  )[0]?.id

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Hotel } from '../../src/entities/hotel.ts'
import { requireHotelRow } from '../../src/hotels/hotels.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addRoom } from '../kit/rows.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const stay = { checkIn: '2026-12-01', checkOut: '2026-12-03' }
const guest = { id: 'g-1', name: 'Ada Lovelace', email: 'ada@example.com' }
const first = {
  ...{ id: 'X-1', status: 'confirmed', confirmationNumber: 'C-1', notes: 'Late', guest },
  ...{ stay: { ...stay, room: { id: 'r-1', number: '101', type: 'Twin' } }, totals: { amount: 450, currency: 'EUR' } },
}

async function bookedHotel() {
  const { hotelId, vendor, services } = await createTestHotel(database)
  const provider = vendor.adapter.key
  const rooms = [
    { externalId: 'r-1', roomNumber: '101', roomType: 'Twin' },
    { externalId: 'r-2', roomNumber: '102', roomType: 'Suite' },
  ]
  for (const room of rooms) await addRoom(database, { hotelId, provider, ...room })
  const hotel = (await requireHotelRow(services.database, hotelId)) as Hotel
  const send = (booking: object) => services.bookings.ingest({ hotel, provider, body: { booking } })
  await send(first)
  return {
    send,
    async row() {
      const [row] = await database.query(
        `SELECT guest_name AS name, guest_email AS email, guest_external_id AS guest, room_number AS number,
           room_type AS type, room_external_id AS room, confirmation_number AS confirmation, notes,
           total_amount_cents AS cents, currency, metadata FROM pms_booking WHERE hotel_id = $1`,
        [hotelId],
      )
      return row
    },
  }
}

describe('a booking that is sent again', () => {
  test('with another room number is in that room, and not in the one before', async () => {
    const hotel = await bookedHotel()
    await hotel.send({ ...first, stay: { ...stay, room: '102' } })
    expect(await hotel.row()).toMatchObject({ number: '102', room: 'r-2', type: 'Suite' })
    await hotel.send({ ...first, stay: { ...stay, room: 999 } })
    expect(await hotel.row()).toMatchObject({ number: '999', room: null, type: null })
  })

  test('with the id of a room alone has its number', async () => {
    const hotel = await bookedHotel()
    await hotel.send({ ...first, stay: { ...stay, room: { id: 'r-2' } } })
    expect(await hotel.row()).toMatchObject({ number: '102', room: 'r-2', type: 'Suite' })
  })

  test('without a room keeps it, and with room null has none', async () => {
    const hotel = await bookedHotel()
    await hotel.send({ ...first, stay })
    expect(await hotel.row()).toMatchObject({ number: '101', room: 'r-1', type: 'Twin' })
    await hotel.send({ ...first, stay: { ...stay, room: null } })
    expect(await hotel.row()).toMatchObject({ number: null, room: null, type: null })
  })

  test('for another guest has nothing of the one before', async () => {
    const hotel = await bookedHotel()
    await hotel.send({ ...first, guest: { name: 'Grace Hopper' } })
    expect(await hotel.row()).toMatchObject({ name: 'Grace Hopper', email: null, guest: null })
  })

  test('for the same guest keeps what it does not say', async () => {
    const hotel = await bookedHotel()
    await hotel.send({ ...first, guest: { id: 'g-1', name: 'Ada King' } })
    expect(await hotel.row()).toMatchObject({ name: 'Ada King', email: 'ada@example.com', guest: 'g-1' })
  })

  test('with null has nothing there', async () => {
    const hotel = await bookedHotel()
    const nothing = { confirmationNumber: null, notes: null, totals: null }
    await hotel.send({ ...first, ...nothing, guest: { ...guest, email: null } })
    expect(await hotel.row()).toMatchObject({
      confirmation: null,
      notes: null,
      cents: null,
      currency: null,
      email: null,
    })
  })

  test('has the metadata of its last message', async () => {
    const hotel = await bookedHotel()
    await hotel.send({ ...first, channel: 'second' })
    expect(await hotel.row()).toMatchObject({ metadata: { channel: 'second', id: 'X-1' } })
  })
})

test.each([2 ** 53, 1.5, 1e21, -1])('a number that cannot be an id is refused: %d', async (id) => {
  const hotel = await bookedHotel()
  await expect(hotel.send({ ...first, id })).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'booking.id' })
})

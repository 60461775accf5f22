import { describe, expect, test } from 'vitest'
import { simulateMock } from '../../../src/providers/mock/simulator/index.ts'
import { wireRoom } from '../../../src/providers/mock/wire.ts'
import type { SimulatorOptions } from '../../../src/providers/simulator.ts'
import type { NormalizedBooking } from '../../../src/records/booking.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { guestRecord } from '../../../src/records/guest.ts'
import { roomRecord } from '../../../src/records/room.ts'

const clock = { now: () => new Date('2026-10-20T10:00:00Z') }
const TODAY = '2026-10-20'

async function hotelOf(options: SimulatorOptions = {}) {
  await using simulator = await simulateMock({ clock, ...options })
  const { data } = simulator
  return {
    bookings: data.facts('bookings').map((facts) => bookingRecord.parse(facts)),
    rooms: data.facts('rooms').map((facts) => roomRecord.parse(facts)),
    // Records leave the state of a room to housekeeping; the vendor shows it with the room too.
    occupied: data.items('rooms').flatMap((raw) => {
      const room = wireRoom.parse(raw)
      return room.occupancy_state === 'occupied' ? [room.id] : []
    }),
    guests: data.facts('guests').map((facts) => guestRecord.parse(facts)),
  }
}

test('the same seed makes the same hotel, another seed another', async () => {
  expect(await hotelOf({ seed: 5 })).toEqual(await hotelOf({ seed: 5 }))
  expect(await hotelOf({ seed: 5 })).not.toEqual(await hotelOf({ seed: 6 }))
})

test('has 300 bookings, 60 rooms and 200 guests unless told otherwise', async () => {
  const { bookings, rooms, guests } = await hotelOf()
  expect([bookings.length, rooms.length, guests.length]).toEqual([300, 60, 200])
})

describe.each([
  { bookings: 300, rooms: 60, guests: 200 },
  { bookings: 5_000, rooms: 12, guests: 3 },
  { bookings: 7, rooms: 60, guests: 0 },
])('a hotel of %o', (counts) => {
  const hotel = hotelOf(counts)

  test('has bookings whose status fits their dates', async () => {
    for (const { status, checkIn, checkOut } of (await hotel).bookings) {
      expect(checkOut > checkIn).toBe(true)
      if (status === 'CHECKED_IN') expect(checkIn <= TODAY && checkOut >= TODAY).toBe(true)
      if (status === 'CHECKED_OUT') expect(checkOut <= TODAY).toBe(true)
      if (status === 'NO_SHOW') expect(checkIn < TODAY).toBe(true)
      if (status === 'CONFIRMED' || status === 'PENDING') expect(checkIn >= TODAY).toBe(true)
    }
  })

  test('has bookings whose guest and room exist', async () => {
    const { bookings, rooms, guests } = await hotel
    const guestIds = new Set(guests.map(({ externalId }) => externalId))
    const numbers = new Map(rooms.map(({ externalId, roomNumber }) => [externalId, roomNumber]))
    for (const { guestExternalId, roomExternalId, roomNumber } of bookings) {
      if (guestExternalId !== null) expect(guestIds).toContain(guestExternalId)
      if (roomExternalId !== null) expect(numbers.get(roomExternalId)).toBe(roomNumber)
    }
  })

  test('gives a room to one booking a night', async () => {
    const { bookings } = await hotel
    const byRoom = Map.groupBy(bookings, ({ roomExternalId }) => roomExternalId)
    byRoom.delete(null)
    for (const stays of byRoom.values()) expectNoOverlap(stays)
  })

  test('has a room occupied exactly when a guest is in it', async () => {
    const { bookings, occupied } = await hotel
    const inHouse = bookings.filter(({ status }) => status === 'CHECKED_IN').map(({ roomExternalId }) => roomExternalId)
    expect(occupied.sort()).toEqual(inHouse.sort())
  })
})

function expectNoOverlap(stays: NormalizedBooking[]) {
  const sorted = stays.toSorted((a, b) => (a.checkIn < b.checkIn ? -1 : 1))
  for (const [i, stay] of sorted.entries()) {
    const before = sorted[i - 1]
    if (before) expect(before.checkOut <= stay.checkIn).toBe(true)
  }
}

test('today is the hotel’s day', async () => {
  const options = { clock: { now: () => new Date('2026-10-20T10:30:00Z') }, bookings: 60, rooms: 60 }
  const nights = async (timeZone: string) =>
    (await hotelOf({ ...options, timeZone })).bookings.map(({ checkIn }) => checkIn)
  const apia = await nights('Pacific/Kiritimati')
  const pagoPago = await nights('Pacific/Pago_Pago')
  expect(apia.sort()[0]).not.toBe(pagoPago.sort()[0])
})

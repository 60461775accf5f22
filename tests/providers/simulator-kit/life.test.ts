import { expect, test } from 'vitest'
import { simulateMock } from '../../../src/providers/mock/simulator/index.ts'
import { wireRoom } from '../../../src/providers/mock/wire.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'

const OPENED = new Date('2026-10-20T10:00:00Z')
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A hotel whose clock the test moves; in UTC, so that its days are those of ISO texts. */
async function openHotel(startsAt = OPENED) {
  const clock = { ms: startsAt.getTime(), now: () => new Date(clock.ms) }
  const simulator = await simulateMock({ since: OPENED, clock, timeZone: 'UTC' })
  const { data } = simulator
  return {
    clock,
    data,
    look: () => ({
      day: clock.now().toISOString().slice(0, 10),
      bookings: data.facts('bookings').map((facts) => bookingRecord.parse(facts)),
      rooms: data.items('rooms').map((raw) => wireRoom.parse(raw)),
      housekeeping: data.facts('housekeeping').map((facts) => housekeepingRecord.parse(facts)),
    }),
    [Symbol.asyncDispose]: () => simulator[Symbol.asyncDispose](),
  }
}

const dayBefore = (day: string) => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10)

test('on whatever day one looks guests arrive, leave and stay', async () => {
  await using hotel = await openHotel()
  for (let day = 0; day < 60; day += 3) {
    const { day: today, bookings } = hotel.look()
    const held = bookings.filter(({ status }) => status !== 'CANCELLED' && status !== 'NO_SHOW')
    expect(held.some(({ checkIn }) => checkIn === today)).toBe(true)
    expect(held.some(({ checkOut }) => checkOut === today)).toBe(true)
    expect(held.some(({ checkIn, checkOut }) => checkIn < today && checkOut > today)).toBe(true)
    hotel.clock.ms += 3 * DAY_MS + HOUR_MS
    hotel.data.catchUp()
  }
})

test('at every hour bookings, rooms and housekeeping say the same of the house', async () => {
  await using hotel = await openHotel()
  const conditions = new Set<string>()
  for (let hour = 0; hour < 30; hour += 1) {
    const { day, bookings, rooms, housekeeping } = hotel.look()
    for (const { status, checkIn, checkOut } of bookings) {
      if (status === 'CHECKED_IN') expect(checkIn <= day && checkOut >= day).toBe(true)
      if (status === 'CHECKED_OUT') expect(checkOut <= day).toBe(true)
      // Who did not come is noted in the night.
      if (status === 'CONFIRMED' || status === 'PENDING') expect(checkIn >= dayBefore(day)).toBe(true)
    }
    const inHouse = bookings.filter(({ status }) => status === 'CHECKED_IN').map(({ roomExternalId }) => roomExternalId)
    expect(new Set(inHouse).size).toBe(inHouse.length)
    const occupied = rooms.filter((room) => room.occupancy_state === 'occupied').map(({ id }) => id)
    expect(occupied.sort()).toEqual(inHouse.sort())
    const found = housekeeping.filter(({ occupancy }) => occupancy === 'OCCUPIED').map(({ externalId }) => externalId)
    expect(found.sort()).toEqual(occupied)
    for (const { condition } of housekeeping) conditions.add(condition)
    hotel.clock.ms += HOUR_MS
  }
  expect([...conditions].sort()).toEqual(['CLEAN', 'DIRTY', 'INSPECTED', 'IN_PROGRESS'])
})

test('whatever has changed is dated, so that nobody who asks for changes misses it', async () => {
  await using hotel = await openHotel()
  for (let step = 0; step < 12; step += 1) {
    const before = new Map(hotel.look().bookings.map((booking) => [booking.externalId, booking]))
    const asked = hotel.clock.ms
    hotel.clock.ms += 3 * HOUR_MS
    const told = new Set(hotel.data.catchUp().map(({ kind, id }) => `${kind} ${id}`))
    for (const booking of hotel.look().bookings) {
      const earlier = before.get(booking.externalId)
      if (earlier?.status === booking.status) continue
      expect(told).toContain(`bookings ${booking.externalId}`)
      expect(booking.externalUpdatedAt?.getTime()).toBeGreaterThanOrEqual(asked)
      expect(booking.externalUpdatedAt?.getTime()).toBeLessThanOrEqual(hotel.clock.ms)
    }
    expect(hotel.data.catchUp()).toEqual([])
  }
})

test('a restart finds the hotel where its clock is by then', async () => {
  await using running = await openHotel()
  running.clock.ms += 40 * DAY_MS + 5 * HOUR_MS
  running.data.catchUp()
  await using restarted = await openHotel(running.clock.now())
  const sorted = ({ bookings, rooms, housekeeping }: ReturnType<typeof running.look>) => [
    ...[bookings, housekeeping].map((rows) => rows.toSorted((a, b) => (a.externalId < b.externalId ? -1 : 1))),
    rooms.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  ]
  expect(sorted(restarted.look())).toEqual(sorted(running.look()))
  expect(restarted.look().bookings.length).toBeGreaterThan(300)
})

test('where nobody lives the day stands still', async () => {
  const clock = { ms: OPENED.getTime(), now: () => new Date(clock.ms) }
  await using simulator = await simulateMock({ clock })
  const before = simulator.data.facts('bookings')
  clock.ms += 10 * DAY_MS
  expect(simulator.data.catchUp()).toEqual([])
  expect(simulator.data.facts('bookings')).toEqual(before)
})

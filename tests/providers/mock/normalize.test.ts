import { expect, test } from 'vitest'
import { normalizeBooking } from '../../../src/providers/mock/normalize/booking.ts'
import { normalizeGuest } from '../../../src/providers/mock/normalize/guest.ts'
import { normalizeRoom } from '../../../src/providers/mock/normalize/room.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { guestRecord } from '../../../src/records/guest.ts'
import { roomRecord } from '../../../src/records/room.ts'

const reported: unknown[] = []
const ctx = {
  hotel: { id: 'h', externalHotelId: null, timeZone: 'Asia/Kuwait', currency: 'KWD' },
  report: (problem: unknown) => reported.push(problem),
}
const updated_at = '2026-03-29T00:30:00.000Z'

test('a booking with as little as the vendor may send', () => {
  const raw = {
    id: 'B-1',
    state: 'booked',
    channel: 'ota',
    arrival: '2026-03-28',
    departure: '2026-03-29',
    pax: { adults: 2 },
    guest: { full_name: '山田 太郎' },
    updated_at,
  }
  expect(bookingRecord.parse(normalizeBooking(raw, ctx))).toMatchObject({
    externalId: 'B-1',
    status: 'CONFIRMED',
    source: 'OTA',
    guestName: '山田 太郎',
    guestEmail: null,
    checkIn: '2026-03-28',
    checkOut: '2026-03-29',
    roomNumber: null,
    totalAmountCents: null,
    currency: null,
    metadata: raw,
  })
})

test('amounts keep the decimals of their own currency', () => {
  const room = {
    id: 'R-1',
    number: '101',
    occupancy_state: 'vacant',
    housekeeping: 'checked',
    base_rate: { amount: '45.125', currency: 'KWD' },
    updated_at,
  }
  expect(roomRecord.parse(normalizeRoom(room, ctx))).toMatchObject({ rateCents: 45_125, cleaningStatus: null })
})

test('a guest’s total in another currency than the hotel’s is left out', () => {
  const guest = { id: 'G-1', family_name: 'Lee', spent: { amount: '10.00', currency: 'EUR' }, updated_at }
  expect(guestRecord.parse(normalizeGuest(guest, ctx))).toMatchObject({ firstName: '', totalSpent: null })
  const local = { ...guest, spent: { amount: '10.000', currency: 'KWD' } }
  expect(guestRecord.parse(normalizeGuest(local, ctx)).totalSpent).toBe(10_000)
})

test('an amount that is none is no amount, and is reported', () => {
  const room = { id: 'R-1', number: '1', occupancy_state: 'vacant', housekeeping: 'clean', updated_at }
  const free = { ...room, base_rate: { amount: 'free', currency: 'EUR' } }
  const reported: unknown[] = []
  const room2 = normalizeRoom(free, { ...ctx, report: (problem) => reported.push(problem) })
  expect(room2.rateCents).toBeNull()
  expect(reported).toEqual([{ path: 'base_rate.amount', value: 'string', used: 'null' }])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalizeBooking } from '../../../src/providers/mews/normalize/booking.ts'
import { normalizeGuest } from '../../../src/providers/mews/normalize/guest.ts'
import { normalizeHousekeeping } from '../../../src/providers/mews/normalize/housekeeping.ts'
import { normalizeRoom } from '../../../src/providers/mews/normalize/room.ts'
import { decimalOf } from '../../../src/providers/money.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { guestRecord } from '../../../src/records/guest.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'
import { roomRecord } from '../../../src/records/room.ts'

const reported: { path: string; value: string; used: string }[] = []
const ctx = {
  hotel: { id: 'h', externalHotelId: null, timeZone: 'Europe/Prague', currency: 'EUR' },
  report: (problem: (typeof reported)[number]) => void reported.push(problem),
}
const reservation = {
  Id: 'r-1',
  AccountId: 'c-1',
  AccountType: 'Customer',
  Number: '52',
  State: 'Confirmed',
  Origin: 'Distributor',
  ScheduledStartUtc: '2026-03-28T14:00:00Z',
  ScheduledEndUtc: '2026-03-29T09:00:00Z',
  PersonCounts: [],
  UpdatedUtc: '2026-03-01T00:00:00Z',
}
const nothing = { Customer: { LastName: 'Novák' }, AgeCategories: [], OrderItems: [], Notes: [] }
const booked = (fields: object, parts: object = {}) =>
  bookingRecord.parse(normalizeBooking({ Reservation: { ...reservation, ...fields }, ...nothing, ...parts }, ctx))

const room = (fields: object, parts: object = {}) =>
  roomRecord.parse(
    normalizeRoom(
      {
        Resource: { Id: 'x', Name: '101', UpdatedUtc: reservation.UpdatedUtc, ...fields },
        ...parts,
      },
      ctx,
    ),
  )

const kept = (State: string, parts: object = {}) =>
  housekeepingRecord.parse(
    normalizeHousekeeping({ Resource: { Id: 'x', Name: '101', State }, Blocks: [], IsOccupied: false, ...parts }, ctx),
  )

test.each([
  [{ State: 'Inquired' }, 'PENDING'],
  [{ State: 'Enquired' }, 'PENDING'],
  [{ State: 'Requested' }, 'PENDING'],
  [{ State: 'Optional' }, 'PENDING'],
  [{ State: 'Confirmed' }, 'CONFIRMED'],
  [{ State: 'Started' }, 'CHECKED_IN'],
  [{ State: 'Processed' }, 'CHECKED_OUT'],
  [{ State: 'Canceled', CancellationReason: 'RequestedByGuest' }, 'CANCELLED'],
  [{ State: 'Canceled', CancellationReason: 'NoShow' }, 'NO_SHOW'],
  [{ State: 'Confirmed', CancellationReason: 'NoShow' }, 'CONFIRMED'],
])('%j is %s', (fields, status) => {
  expect(booked(fields).status).toBe(status)
})

test.each([
  [{ Origin: 'Distributor' }, 'DIRECT'],
  [{ Origin: 'ChannelManager', TravelAgencyId: 'booking.com' }, 'OTA'],
  [{ Origin: 'Commander', CommanderOrigin: 'Channel', TravelAgencyId: 't' }, 'OTA'],
  [{ Origin: 'Commander', CommanderOrigin: 'InPerson' }, 'WALK_IN'],
  [{ Origin: 'Commander', CommanderOrigin: 'InPerson', PartnerCompanyId: 'p' }, 'CORPORATE'],
  [{ Origin: 'Commander', CommanderOrigin: 'Email', TravelAgencyId: 't', PartnerCompanyId: 'p' }, 'TRAVEL_AGENT'],
  [{ Origin: 'Commander', CommanderOrigin: 'Phone' }, 'DIRECT'],
  [{ Origin: 'Connector' }, 'API'],
  [{ Origin: 'Import' }, 'IMPORT'],
])('%j came from %s', (fields, source) => {
  expect(booked(fields).source).toBe(source)
})

test('what nobody has heard of falls to a safe value and is reported', () => {
  reported.length = 0
  expect(booked({ State: 'Levitating', Origin: 'Moon' })).toMatchObject({ status: 'PENDING', source: 'OTHER' })
  expect(kept('Burning', { Blocks: [{ Type: 'Haunted' }] })).toMatchObject({
    roomStatus: 'OUT_OF_SERVICE',
    condition: 'UNKNOWN',
  })
  expect(reported.map(({ value }) => value)).toEqual(['Levitating', 'Moon', 'Burning', 'Haunted', 'Burning'])
})

test('stay dates are days of the hotel, also in the two nights when its clocks change', () => {
  expect(booked({ ScheduledStartUtc: '2026-03-28T23:30:00Z', ScheduledEndUtc: '2026-03-29T22:30:00Z' })).toMatchObject({
    checkIn: '2026-03-29',
    checkOut: '2026-03-30',
  })
  expect(
    booked({ ScheduledStartUtc: '2026-10-24T21:59:00Z', ScheduledEndUtc: '2026-10-25T23:00:00.000Z' }),
  ).toMatchObject({
    checkIn: '2026-10-24',
    checkOut: '2026-10-26',
  })
  expect(() => booked({ ScheduledStartUtc: 'soon' })).toThrow(/ScheduledStartUtc/)
})

const item = (GrossValue: unknown, AccountingState = 'Open', Currency = 'EUR') => ({
  AccountingState,
  Amount: { Currency, GrossValue },
})

test('the total is what stands on the bill, rebates taken off, to the cent', () => {
  const OrderItems = [item(0.1), item(0.2, 'Closed'), item(100.07, 'Inactive'), item(-20), item(999, 'Canceled')]
  expect(booked({}, { OrderItems })).toMatchObject({ totalAmountCents: 8_037, currency: 'EUR' })
  expect(booked({}, { OrderItems: [item(999, 'Canceled')] })).toMatchObject({ totalAmountCents: null, currency: null })
})

test('amounts in several currencies have no total', () => {
  reported.length = 0
  expect(booked({}, { OrderItems: [item(1), item(1, 'Open', 'USD')] })).toMatchObject({ totalAmountCents: null })
  expect(reported).toEqual([{ path: 'OrderItems.Amount.Currency', value: 'EUR, USD', used: 'no total' }])
})

test('an item whose amount cannot be read leaves the booking without a total, not with a part of it', () => {
  const unreadable = [null, { Currency: 'EUR', GrossValue: 'free' }, { GrossValue: 1 }]
  for (const Amount of unreadable) {
    const OrderItems = [item(1), { AccountingState: 'Open', Amount }]
    expect(booked({}, { OrderItems })).toMatchObject({ totalAmountCents: null })
  }
})

test('deposits, breakage and exchange differences are no part of what a stay costs', () => {
  const kinds = ['Deposit', 'ExchangeRateDifference', 'AllowanceBreakage', 'AllowanceContraBreakage']
  const OrderItems = [item(100), ...kinds.map((Type) => ({ ...item(7), Type }))]
  expect(booked({}, { OrderItems }).totalAmountCents).toBe(10_000)
})

test('a rooming list is a group', () => {
  expect(booked({ Origin: 'Commander', CommanderOrigin: 'RoomingList' }).source).toBe('GROUP')
})

test('sums are exact in every currency', () => {
  const amounts = fc.array(fc.integer({ min: -10_000_000, max: 10_000_000 }), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(amounts, fc.constantFrom('EUR', 'JPY', 'KWD'), (cents, currency) => {
      // As JSON numbers, which is how they come.
      const OrderItems = cents.map((one) => item(JSON.parse(decimalOf(one, currency)), 'Open', currency))
      const sum = cents.reduce((total, one) => total + one, 0)
      expect(booked({}, { OrderItems })).toMatchObject({ totalAmountCents: sum, currency })
    }),
  )
})

test('persons are counted by the age category that the hotel gave them', () => {
  reported.length = 0
  const AgeCategories = [
    { Id: 'a', Classification: 'Adult' },
    { Id: 'b', Classification: 'Child' },
  ]
  const PersonCounts = [
    { AgeCategoryId: 'a', Count: 2 },
    { AgeCategoryId: 'b', Count: 3 },
    { AgeCategoryId: 'gone', Count: 1 },
  ]
  expect(booked({ PersonCounts }, { AgeCategories })).toMatchObject({ adults: 3, children: 3 })
  expect(reported).toHaveLength(1)
})

test('a booking whose guest cannot be read is kept under a name that says so', () => {
  reported.length = 0
  expect(booked({}, { Customer: null })).toMatchObject({ guestName: 'Unknown guest', guestExternalId: 'c-1' })
  expect(reported).toEqual([{ path: 'Reservation.AccountId', value: 'c-1', used: 'Unknown guest' }])
})

test('notes come together, without card numbers', () => {
  const Notes = [{ Text: 'Late arrival ' }, { Text: null }, { Text: 'Card 4111 1111 1111 1111' }]
  const booking = booked({}, { Notes })
  expect(booking.notes).toBe('Late arrival\nCard •••• 1111')
  expect(JSON.stringify(booking.metadata)).not.toContain('4111 1111')
  expect(booked({}).notes).toBeNull()
})

test.each([
  ['Clean', [], false, 'AVAILABLE', 'CLEAN'],
  ['Inspected', [], true, 'OCCUPIED', 'INSPECTED'],
  ['Dirty', ['InternalUse'], true, 'BLOCKED', 'DIRTY'],
  ['Dirty', ['InternalUse', 'OutOfOrder'], false, 'OUT_OF_ORDER', 'DIRTY'],
  ['OutOfService', ['InternalUse'], false, 'OUT_OF_SERVICE', 'UNKNOWN'],
  ['OutOfService', ['OutOfOrder'], false, 'OUT_OF_ORDER', 'UNKNOWN'],
  ['OutOfOrder', [], true, 'OUT_OF_ORDER', 'UNKNOWN'],
])('a room that is %s, blocked for %j, with somebody in it: %s', (State, types, IsOccupied, roomStatus, condition) => {
  const Blocks = types.map((Type) => ({ Type }))
  const occupancy = IsOccupied ? 'OCCUPIED' : 'VACANT'
  expect(kept(State, { Blocks, IsOccupied })).toMatchObject({ roomStatus, condition, occupancy })
})

test('a room is what it is, and says nothing of how it is', () => {
  expect(room({}, { InHouse: { Persons: 2 } })).toMatchObject({ occupancy: 2, status: null, cleaningStatus: null })
  expect(room({}, { InHouse: null })).toMatchObject({ occupancy: 0 })
})

test('names of room types are taken in English where there is some', () => {
  const typed = (Names: object) => room({}, { Category: { Names, Capacity: 2, ExtraCapacity: 1 } })
  expect(typed({ 'de-DE': 'Doppel', 'en-GB': 'Double' })).toMatchObject({ roomType: 'Double', maxOccupancy: 3 })
  expect(typed({ 'fr-FR': 'Double', 'de-DE': 'Doppel' }).roomType).toBe('Doppel')
  expect(typed({}).roomType).toBeNull()
})

test('a guest with as little as the vendor may send', () => {
  const guest = (fields: object) =>
    guestRecord.parse(normalizeGuest({ Id: 'c-1', UpdatedUtc: reservation.UpdatedUtc, ...fields }, ctx))
  expect(guest({ LastName: '山田' })).toMatchObject({ firstName: '', lastName: '山田', email: null, preferences: null })
  expect(guest({ LastName: 'x', NationalityCode: 'CZE', BirthDate: 'unknown' })).toMatchObject({
    country: null,
    dateOfBirth: null,
  })
  expect(guest({ LastName: 'x', BirthDate: '1985-09-30T00:00:00Z' }).dateOfBirth).toBe('1985-09-30')
})

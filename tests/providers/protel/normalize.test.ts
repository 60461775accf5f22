import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeBooking } from '../../../src/providers/protel/normalize/booking.ts'
import { normalizeHousekeeping } from '../../../src/providers/protel/normalize/housekeeping.ts'
import { normalizeRoom } from '../../../src/providers/protel/normalize/room.ts'
import { webhook } from '../../../src/providers/protel/webhook.ts'
import type { WireReservation } from '../../../src/providers/protel/wire.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'
import { roomRecord } from '../../../src/records/room.ts'
import { reservation, resNotif, soapRequest } from './messages.ts'

const context = (timeZone = 'Europe/Berlin', settings = {}) => {
  const reports: object[] = []
  const hotel = { id: 'h', externalHotelId: '2691', timeZone, currency: 'EUR' }
  return { hotel, settings, reports, report: (problem: object) => void reports.push(problem) }
}
const bookingOf = (raw: unknown, ctx = context()) => bookingRecord.parse(normalizeBooking(raw, ctx))
const roomOf = (raw: unknown, ctx = context()) => roomRecord.parse(normalizeRoom(raw, ctx))
const stateOf = (raw: unknown, ctx = context()) => housekeepingRecord.parse(normalizeHousekeeping(raw, ctx))

test('a reservation of the connector', () => {
  expect(bookingOf({ ...reservation, crsConfirmation: 'CRS-9', comments: ['Late', ' ', 'Quiet'] })).toMatchObject({
    externalId: '7001',
    confirmationNumber: 'CRS-9',
    source: 'CRS',
    status: 'CONFIRMED',
    guestName: 'Zoë van den Berg',
    guestEmail: null,
    guestExternalId: '501',
    roomNumber: '12',
    roomType: 'DK',
    checkIn: '2026-10-24',
    checkOut: '2026-10-26',
    totalAmountCents: 41_250,
    currency: 'EUR',
    notes: 'Late\nQuiet',
    externalUpdatedAt: new Date('2026-08-07T10:56:06Z'),
  })
})

test('the primary guest is the guest, wherever it stands; a reservation without any has no name to lose', () => {
  const [primary] = reservation.guests
  const other = { ...primary, givenName: 'Ann', surname: ' ', isPrimary: false }
  expect(bookingOf({ ...reservation, guests: [other, primary] }).guestName).toBe('Zoë van den Berg')
  expect(bookingOf({ ...reservation, guests: [other] }).guestName).toBe('Ann')
  expect(bookingOf({ ...reservation, guests: [] })).toMatchObject({ guestName: 'Unknown', guestExternalId: null })
})

test.each([
  ['RESERVED', 'CONFIRMED'],
  ['WAITLISTED', 'PENDING'],
  ['Requested', 'PENDING'],
  ['Request denied', 'CANCELLED'],
  ['canceled', 'CANCELLED'],
  ['No-Show', 'NO_SHOW'],
  ['In-house', 'CHECKED_IN'],
  ['CHECKED_OUT', 'CHECKED_OUT'],
])('status %s is %s, however it is spelt', (status, ours) => {
  const ctx = context()
  expect(bookingOf({ ...reservation, status }, ctx).status).toBe(ours)
  expect(ctx.reports).toEqual([])
})

test.each(['OTHER', 'Overbooked', 'constructor', '__proto__'])(
  'status %s falls to PENDING and is reported',
  (status) => {
    const ctx = context()
    expect(bookingOf({ ...reservation, status }, ctx).status).toBe('PENDING')
    expect(ctx.reports).toEqual([{ path: 'status', value: status, used: 'PENDING' }])
  },
)

test('a code that the hotel calls tentative makes a reservation an option, and nothing else', () => {
  const ctx = context('Europe/Berlin', { tentativeStatusCodes: 'O, T' })
  expect(bookingOf({ ...reservation, pmsStatusCode: 'T' }, ctx).status).toBe('PENDING')
  expect(bookingOf({ ...reservation, pmsStatusCode: 'G' }, ctx).status).toBe('CONFIRMED')
  expect(bookingOf({ ...reservation, pmsStatusCode: 'T', status: 'CANCELLED' }, ctx).status).toBe('CANCELLED')
  expect(bookingOf({ ...reservation, pmsStatusCode: 'T' }).status).toBe('CONFIRMED')
})

test.each([
  ['2026-10-24T15:00:00+02:00', 'Europe/Berlin', '2026-10-24'],
  ['2026-10-24T23:30:00Z', 'Europe/Berlin', '2026-10-25'],
  ['2026-10-25T00:30:00+00:00', 'America/Santiago', '2026-10-24'],
  ['2026-10-24T14:00:00Z', 'Pacific/Apia', '2026-10-25'],
  ['2026-10-25T02:30:00+02:00', 'Europe/Berlin', '2026-10-25'],
  ['2026-10-25T02:30:00+01:00', 'Europe/Berlin', '2026-10-25'],
  ['2026-10-25', 'Pacific/Apia', '2026-10-25'],
])('arrival %s in %s is %s', (arrival, timeZone, checkIn) => {
  const departure = '2026-10-30'
  expect(bookingOf({ ...reservation, arrival, departure }, context(timeZone)).checkIn).toBe(checkIn)
})

test.each([
  ['2026-08-07T12:56:06+02:00', '2026-08-07T10:56:06Z'],
  ['2026-08-07T12:56:06', '2026-08-07T10:56:06Z'],
  [null, null],
  ['lately', null],
])('changed %s is %s', (updatedAt, instant) => {
  expect(bookingOf({ ...reservation, updatedAt }).externalUpdatedAt).toEqual(instant && new Date(instant))
})

test.each([{ arrival: 'soon' }, { id: '' }, { departure: '2026-10-23T11:00:00+02:00' }])(
  '%j makes no record',
  (broken) => {
    expect(() => bookingOf({ ...reservation, ...broken })).toThrow()
  },
)

test.each([
  ['VACANT_CLEAN', 'CLEAN', 'VACANT', 'AVAILABLE'],
  ['VACANT_DIRTY', 'DIRTY', 'VACANT', 'AVAILABLE'],
  ['OCCUPIED_CLEAN', 'CLEAN', 'OCCUPIED', 'OCCUPIED'],
  ['OCCUPIED_DIRTY', 'DIRTY', 'OCCUPIED', 'OCCUPIED'],
  ['PICKUP', 'PICKUP', 'UNKNOWN', 'AVAILABLE'],
  ['NEEDS_INSPECTION', 'CLEAN', 'UNKNOWN', 'AVAILABLE'],
  ['OUT_OF_ORDER', 'UNKNOWN', 'UNKNOWN', 'OUT_OF_ORDER'],
  ['OFF_MARKET', 'UNKNOWN', 'UNKNOWN', 'OUT_OF_SERVICE'],
  [null, 'UNKNOWN', 'UNKNOWN', 'AVAILABLE'],
])('a room that is %s is %s, %s and %s', (hkStatus, condition, occupancy, roomStatus) => {
  const ctx = context()
  const room = { id: '1', number: '101', hkStatus, updatedAt: '2026-08-07T09:30:00Z' }
  expect(stateOf(room, ctx)).toMatchObject({ condition, occupancy, roomStatus, metadata: { hkStatus } })
  expect(ctx.reports).toEqual([])
})

test('an unheard-of room status closes the room and is reported', () => {
  const ctx = context()
  const room = { id: '1', number: '101', hkStatus: 'FLOODED', updatedAt: null }
  expect(stateOf(room, ctx)).toMatchObject({ roomStatus: 'OUT_OF_SERVICE', condition: 'UNKNOWN' })
  expect(ctx.reports).toEqual([{ path: 'hkStatus', value: 'FLOODED', used: 'OUT_OF_SERVICE' }])
})

test('a room is what it is, and says nothing of how it is', () => {
  const room = { id: '1', number: '101', updatedAt: null, roomType: { id: 'DK', code: 'DK', name: 'Double' } }
  expect(roomOf(room)).toMatchObject({ roomNumber: '101', roomType: 'DK', status: null, cleaningStatus: null })
})

describe('a reservation in a message', () => {
  const itemOf = (raw: WireReservation) => webhook.parse(soapRequest(resNotif(raw)))[0]?.item

  test('makes the record that the connector’s makes', () => {
    expect(bookingOf(itemOf(reservation))).toEqual(bookingOf(reservation))
  })

  const word = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 20 })
    .map((text) => text.replaceAll(/\p{C}/gu, '').trim() || 'x')
  const blankOr = fc.option(word, { nil: null })
  const anyReservation: fc.Arbitrary<WireReservation> = fc
    .record({
      id: word,
      crsConfirmation: blankOr,
      status: fc.constantFrom('RESERVED', 'IN_HOUSE', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW', 'OTHER'),
      pmsStatusCode: blankOr,
      pmsStatusName: blankOr,
      arrival: fc.constantFrom('2026-10-24T15:00:00+02:00', '2026-10-25T02:30:00+01:00', '2026-10-24'),
      departure: fc.constantFrom('2026-10-26T11:00:00+01:00', '2028-10-26'),
      checkedInAt: fc.constantFrom(null, '2026-10-24T15:12:00+02:00'),
      checkedOutAt: fc.constantFrom(null, '2026-10-26T10:40:00+01:00'),
      room: blankOr,
      roomLocked: fc.boolean(),
      roomTypeCode: word,
      ratePlanCode: blankOr,
      adults: fc.nat(20),
      children: fc.nat(4),
      total: fc.option(
        fc.record({ amount: fc.constantFrom('0', '238.00', '1234567.895'), currency: fc.constantFrom('EUR', 'KWD') }),
        { nil: null },
      ),
      guests: fc.array(
        fc.record({
          profileId: blankOr,
          givenName: blankOr,
          surname: blankOr,
          email: blankOr,
          phone: blankOr,
          countryCode: blankOr,
          isPrimary: fc.boolean(),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      comments: fc.array(word, { maxLength: 3 }),
      updatedAt: fc.constantFrom('2026-08-07T12:56:06+02:00', '2026-12-31T23:59:59Z'),
    })
    .map(({ room, ...others }) => ({
      ...others,
      roomId: room,
      roomNumber: room,
      createdAt: '2026-08-01T12:55:31+02:00',
    }))

  test('makes the same record whatever stands in it', () => {
    fc.assert(
      fc.property(anyReservation, (raw) => {
        expect(bookingOf(itemOf(raw))).toEqual(bookingOf(raw))
      }),
      { numRuns: 300 },
    )
  })

  test('survives being stored as JSON', () => {
    expect(bookingOf(JSON.parse(JSON.stringify(itemOf(reservation))))).toEqual(bookingOf(reservation))
  })

  test('is a full overlay: what it does not say is gone', () => {
    const bare = { ...reservation, roomId: null, roomNumber: null, ratePlanCode: null, total: null, comments: [] }
    expect(bookingOf(itemOf(bare))).toMatchObject({ roomNumber: null, totalAmountCents: null, notes: null })
  })

  test('without a time of change is as old as the message', () => {
    const undated = resNotif({ ...reservation, updatedAt: null })
    const [event] = webhook.parse(soapRequest(undated))
    expect(bookingOf(event?.item).externalUpdatedAt).toEqual(new Date('2026-08-07T08:00:00Z'))
  })

  test('keeps the days of the stay where a guest comes and goes on others', () => {
    const xml = resNotif(reservation).replace(
      'Arrival="2026-10-24T15:00:00+02:00"',
      'Arrival="2026-10-25T15:00:00+01:00"',
    )
    expect(bookingOf(webhook.parse(soapRequest(xml))[0]?.item)).toMatchObject({ checkIn: '2026-10-24' })
  })

  test('never holds a card, not even in the raw item', () => {
    const card = '<PaymentCard CardNumber="4111111111111111" SeriesCode="737"/>'
    const xml = resNotif(reservation).replace(
      '<ResGuests>',
      `<ResGlobalInfo><Guarantee>${card}</Guarantee></ResGlobalInfo><ResGuests>`,
    )
    const [event] = webhook.parse(soapRequest(xml))
    expect(JSON.stringify(event)).not.toMatch(/4111|737/)
  })
})

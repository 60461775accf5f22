import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeBooking } from '../../../src/providers/cloudbeds/normalize/booking.ts'
import { normalizeGuest } from '../../../src/providers/cloudbeds/normalize/guest.ts'
import { normalizeHousekeeping } from '../../../src/providers/cloudbeds/normalize/housekeeping.ts'
import type { NormalizeContext } from '../../../src/providers/provider.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { guestRecord } from '../../../src/records/guest.ts'
import { housekeepingRecord } from '../../../src/records/housekeeping.ts'

const hotel = { id: 'h', externalHotelId: '1', timeZone: 'Asia/Kuwait', currency: 'KWD' }
const quiet: NormalizeContext = { hotel, report: () => {} }
const reporting = () => {
  const reports: unknown[] = []
  return { reports, ctx: { hotel, report: (problem: unknown) => void reports.push(problem) } }
}

const reservation = {
  reservationID: '7301246890123',
  status: 'confirmed',
  reservationCheckIn: '2026-03-28 15:00:00',
  reservationCheckOut: '2026-03-29 11:00:00',
}
const booking = (fields: object, ctx = quiet) =>
  bookingRecord.parse(normalizeBooking({ ...reservation, ...fields }, ctx))

describe('a booking', () => {
  test('with as little as the vendor may send', () => {
    expect(booking({})).toEqual({
      externalId: '7301246890123',
      externalUpdatedAt: null,
      confirmationNumber: '7301246890123',
      status: 'CONFIRMED',
      source: 'UNKNOWN',
      guestName: 'Unknown guest',
      guestEmail: null,
      guestExternalId: null,
      roomNumber: null,
      roomExternalId: null,
      roomTypeExternalId: null,
      ratePlanExternalId: null,
      roomType: null,
      checkIn: '2026-03-28',
      checkOut: '2026-03-29',
      adults: 0,
      children: null,
      totalAmountCents: null,
      currency: null,
      notes: null,
      metadata: reservation,
    })
  })

  test.each([
    ['not_confirmed', 'PENDING'],
    ['in_progress', 'PENDING'],
    ['confirmed', 'CONFIRMED'],
    ['checked_in', 'CHECKED_IN'],
    ['checked_out', 'CHECKED_OUT'],
    ['canceled', 'CANCELLED'],
    ['cancelled', 'CANCELLED'],
    ['no_show', 'NO_SHOW'],
  ])('that is %s is %s', (status, expected) => {
    const { reports, ctx } = reporting()
    expect(booking({ status }, ctx).status).toBe(expected)
    expect(reports).toEqual([])
  })

  test('of an unknown status is pending, and that is reported; a deleted one is cancelled', () => {
    const { reports, ctx } = reporting()
    expect(booking({ status: 'teleported' }, ctx).status).toBe('PENDING')
    expect(reports).toEqual([{ path: 'status', value: 'teleported', used: 'PENDING' }])
    expect(booking({ isDeleted: true }).status).toBe('CANCELLED')
  })

  test('does not show or count a room that was cancelled alone, unless all were', () => {
    const gone = { roomID: '1-0', roomName: '1', roomStatus: 'cancelled', adults: '2' }
    const kept = { roomID: '1-1', roomName: '2', roomStatus: 'not_checked_in', adults: '1' }
    expect(booking({ rooms: [gone, kept] })).toMatchObject({ roomNumber: '2', roomExternalId: '1-1', adults: 1 })
    expect(booking({ rooms: [gone] })).toMatchObject({ roomNumber: '1', adults: 2 })
  })

  test('of several rooms shows the first that is given out, and counts everybody', () => {
    const rooms = [
      { roomTypeName: 'Twin', adults: '2', children: '1' },
      { roomID: '2-0', roomName: 'TWN(1)', roomTypeName: 'Twin', adults: '1', children: '0' },
    ]
    const room = { roomNumber: 'TWN(1)', roomExternalId: '2-0', roomType: 'Twin' }
    expect(booking({ rooms })).toMatchObject({ ...room, adults: 3, children: 1 })
    expect(booking({ rooms, adults: '4', children: '0' })).toMatchObject({ adults: 4, children: 0 })
    const spelt = booking({ assigned: [rooms[1]], unassigned: [rooms[0]] })
    expect(spelt).toMatchObject({ ...room, adults: 3, children: 1 })
  })

  test.each([
    [{ total: 132.5, propertyCurrency: 'GBP' }, 13_250, 'GBP'],
    [{ total: '132.50', propertyCurrency: 'GBP' }, 13_250, 'GBP'],
    [{ total: 15_000, propertyCurrency: 'JPY' }, 15_000, 'JPY'],
    [{ total: 462.5 }, 462_500, 'KWD'],
    [{ total: null }, null, null],
  ])('of %o costs %s %s', (fields, totalAmountCents, currency) => {
    expect(booking(fields)).toMatchObject({ totalAmountCents, currency })
  })

  test.each([
    [{ source: { name: 'Walk-In', category: 'direct' } }, 'WALK_IN'],
    [{ source: { name: 'Booking.com', category: 'ota' } }, 'OTA'],
    [{ sourceCategory: 'Travel agent' }, 'TRAVEL_AGENT'],
    [{ source: 'Booking.com', thirdPartyIdentifier: '44' }, 'OTA'],
    [{ sourceName: 'Phone' }, 'PHONE'],
  ])('from %o is %s', (fields, source) => expect(booking(fields).source).toBe(source))

  test('names its guest, in a list that is an object or, when empty, an array', () => {
    const other = { guestID: '8', guestFirstName: 'Olof', guestEmail: 'o@example.com', isMainGuest: false }
    const main = { guestID: '9', guestFirstName: 'Ines', guestLastName: 'Okafor', guestEmail: '', isMainGuest: true }
    const named = { guestName: 'Ines Okafor', guestEmail: null, guestExternalId: '9' }
    expect(booking({ guestList: { 8: other, 9: main } })).toMatchObject(named)
    expect(booking({ guestID: '8', guestList: { 8: other, 9: main } })).toMatchObject({ guestName: 'Olof' })
    expect(booking({ guestID: '9', guestName: 'Ines Okafor', guestList: [] })).toMatchObject(named)
    expect(booking({ rooms: [{ guestName: 'Ines Okafor' }] }).guestName).toBe('Ines Okafor')
  })

  test('was changed when the time in UTC says, else the hotel’s clocks', () => {
    const local = { dateModified: '2026-09-14 09:02:41' }
    expect(booking(local).externalUpdatedAt).toEqual(new Date('2026-09-14T06:02:41Z'))
    const both = { ...local, dateModifiedUTC: '2026-09-14 06:02:42' }
    expect(booking(both).externalUpdatedAt).toEqual(new Date('2026-09-14T06:02:42Z'))
  })

  test('keeps no card number', () => {
    const customFields = [{ customFieldName: 'Remarks', customFieldValue: 'Card 4111 1111 1111 1111' }]
    expect(JSON.stringify(booking({ customFields }))).not.toMatch(/4111 ?1111/)
  })

  test('says the same days, in whatever zone the hotel is', () => {
    const zones = fc.constantFrom('Pacific/Apia', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/Santiago')
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, days, fc.boolean(), (timeZone, date, hasTime) => {
        const day = date.toISOString().slice(0, 10)
        const stay = hasTime
          ? { reservationCheckIn: `${day} 23:30:00`, reservationCheckOut: `${day} 00:30:00` }
          : { startDate: day, endDate: day }
        const record = normalizeBooking({ ...reservation, ...stay }, { ...quiet, hotel: { ...hotel, timeZone } })
        expect([record.checkIn, record.checkOut]).toEqual([day, day])
      }),
    )
  })
})

describe('the state of a room', () => {
  const room = (housekeeping: object, fields: object = {}, ctx = quiet) =>
    housekeepingRecord.parse(
      normalizeHousekeeping({ roomID: '1-0', roomName: 'DLX(1)', ...housekeeping, ...fields }, ctx),
    )
  const block = (roomBlockType: string) => ({ roomBlocked: true, blocks: [{ roomBlockType }] })

  test.each([
    [{ roomCondition: 'clean', roomOccupied: false }, {}, 'AVAILABLE', 'CLEAN'],
    [{ roomCondition: 'dirty', roomOccupied: true }, {}, 'OCCUPIED', 'DIRTY'],
    [{ roomCondition: 'inspected', roomOccupied: false }, block('out_of_service'), 'OUT_OF_SERVICE', 'INSPECTED'],
    [{ roomCondition: 'clean', roomOccupied: true }, block('courtesy_hold'), 'BLOCKED', 'CLEAN'],
    [{ roomCondition: 'clean', roomOccupied: false, vacantPickup: true }, block('blocked_dates'), 'BLOCKED', 'PICKUP'],
    [{ roomCondition: 'clean', roomOccupied: false, roomBlocked: true }, {}, 'BLOCKED', 'CLEAN'],
    // A block that has ended, or whose last day does not count.
    [
      { roomCondition: 'clean', roomOccupied: false },
      { ...block('out_of_service'), roomBlocked: false },
      'AVAILABLE',
      'CLEAN',
    ],
  ])('with %o %o is %s and %s', (housekeeping, fields, roomStatus, condition) => {
    const { reports, ctx } = reporting()
    expect(room(housekeeping, fields, ctx)).toMatchObject({ roomStatus, condition, roomNumber: 'DLX(1)' })
    expect(reports).toEqual([])
  })

  test.each([
    ['check-in', 'ARRIVAL'],
    ['check-out', 'DEPARTURE'],
    ['stayover', 'STAYOVER'],
    ['turnover', 'TURNOVER'],
    ['unused', 'FREE'],
    ['', null],
  ])('whose guests do %s today is %s', (frontdeskStatus, stay) => {
    expect(room({ frontdeskStatus })).toMatchObject({ stay })
  })

  test('with who cleans and what to know; nobody and nothing are empty', () => {
    const flags = { doNotDisturb: true, refusedService: false }
    expect(
      room({ ...flags, housekeeper: 'Ana P.', roomComments: 'Paid with 4111 1111 1111 1111', roomOccupied: true }),
    ).toMatchObject({
      ...{ doNotDisturb: true, serviceRefused: false, attendant: 'Ana P.', occupancy: 'OCCUPIED' },
      note: expect.not.stringContaining('4111'),
    })
    expect(room({ housekeeper: '', roomComments: '', roomOccupied: false })).toMatchObject({
      ...{ attendant: null, note: null, occupancy: 'VACANT', turndown: null, businessDate: null },
    })
  })

  test('of which nothing is known must not be given to a guest, and that is reported', () => {
    const { reports, ctx } = reporting()
    const unknown = { roomStatus: 'OUT_OF_SERVICE', condition: 'UNKNOWN', occupancy: 'UNKNOWN' }
    expect(room({}, {}, ctx)).toMatchObject(unknown)
    expect(reports).toHaveLength(2)
  })

  test('with a block of an unknown type is blocked, and that is reported', () => {
    const { reports, ctx } = reporting()
    expect(room({ roomCondition: 'clean', roomOccupied: false }, block('haunted'), ctx).roomStatus).toBe('BLOCKED')
    expect(reports).toEqual([{ path: 'roomBlockType', value: 'haunted', used: 'BLOCKED' }])
  })
})

describe('a guest', () => {
  const guest = (fields: object) => guestRecord.parse(normalizeGuest({ guestID: '88', ...fields }, quiet))
  const named = { guestFirstName: 'Ines', guestLastName: 'Okafor' }

  test('of whom nothing but the name is known: empty texts are nothing', () => {
    const empty = { guestEmail: '', guestPhone: '', guestCellPhone: '', guestCountry: '', guestBirthDate: '0000-00-00' }
    const nothing = { email: null, phone: null, country: null, dateOfBirth: null, externalUpdatedAt: null }
    expect(guest({ ...named, ...empty })).toMatchObject({ firstName: 'Ines', lastName: 'Okafor', ...nothing })
  })

  test('who has only a mobile phone is called there', () => {
    expect(guest({ ...named, guestPhone: '', guestCellPhone: '+1 555' }).phone).toBe('+1 555')
  })

  test('who is known by one name, was anonymised, or has no name at all', () => {
    expect(guest({ guestName: 'Ines Okafor' })).toMatchObject({ firstName: '', lastName: 'Ines Okafor' })
    const blank = { guestFirstName: '', guestLastName: ' ', guestName: '', isAnonymized: true }
    expect(guest(blank)).toMatchObject({ firstName: '', lastName: 'Anonymous', email: null })
    expect(guest({ ...blank, isAnonymized: false })).toMatchObject({ firstName: '', lastName: '' })
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalizeBooking } from '../../../src/providers/opera/normalize/booking.ts'
import { normalizeGuest } from '../../../src/providers/opera/normalize/guest.ts'
import { normalizeRoom } from '../../../src/providers/opera/normalize/room.ts'
import type { NormalizeContext } from '../../../src/providers/provider.ts'
import { bookingRecord } from '../../../src/records/booking.ts'
import { guestRecord } from '../../../src/records/guest.ts'
import { roomRecord } from '../../../src/records/room.ts'

const hotel = { id: 'h', externalHotelId: 'H1', timeZone: 'Asia/Kuwait', currency: 'KWD' }
const quiet: NormalizeContext = { hotel, report: () => {} }
const reporting = () => {
  const reports: unknown[] = []
  return { reports, ctx: { hotel, report: (problem: unknown) => void reports.push(problem) } }
}

const roomStay = { arrivalDate: '2026-03-28', departureDate: '2026-03-29' }
const reservation = { reservationIdList: [{ id: '1', type: 'Reservation' }], roomStay, reservationStatus: 'Reserved' }
const booking = (fields: object, ctx = quiet) =>
  bookingRecord.parse(normalizeBooking({ ...reservation, ...fields }, ctx))

describe('a booking', () => {
  test('with as little as the vendor may send', () => {
    expect(booking({})).toEqual({
      externalId: '1',
      externalUpdatedAt: null,
      confirmationNumber: null,
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
    ['Requested', 'PENDING'],
    ['Waitlisted', 'PENDING'],
    ['Reserved', 'CONFIRMED'],
    ['DueIn', 'CONFIRMED'],
    ['InHouse', 'CHECKED_IN'],
    ['DueOut', 'CHECKED_IN'],
    ['Walkin', 'CHECKED_IN'],
    ['PendingCheckout', 'CHECKED_IN'],
    ['CheckedOut', 'CHECKED_OUT'],
    ['Cancelled', 'CANCELLED'],
    ['NoShow', 'NO_SHOW'],
  ])('that is %s is %s', (reservationStatus, status) => {
    const { reports, ctx } = reporting()
    expect(booking({ reservationStatus }, ctx).status).toBe(status)
    expect(reports).toEqual([])
  })

  test('of an unknown status is pending, and that is reported', () => {
    const { reports, ctx } = reporting()
    expect(booking({ reservationStatus: 'Teleported' }, ctx).status).toBe('PENDING')
    expect(reports).toEqual([{ path: 'reservationStatus', value: 'Teleported', used: 'PENDING' }])
  })

  test('without a stored status has the computed one', () => {
    expect(booking({ reservationStatus: undefined, computedReservationStatus: 'DueOut' }).status).toBe('CHECKED_IN')
  })

  test.each([
    [{ amount: '115.55', currencyCode: 'GBP' }, 11_555, 'GBP'],
    [{ amount: 115.55, currencyCode: 'GBP' }, 11_555, 'GBP'],
    [{ amount: 462.5 }, 462_500, 'KWD'],
    [{ amount: 15_000, currencyCode: 'JPY' }, 15_000, 'JPY'],
    [{ currencyCode: 'GBP' }, null, null],
  ])('of %o costs %s %s', (totalAmount, totalAmountCents, currency) => {
    expect(booking({ roomStay: { ...roomStay, totalAmount } })).toMatchObject({ totalAmountCents, currency })
  })

  test.each([
    [{ givenName: 'Ines', surname: 'Okafor', fullName: 'Okafor, Ines' }, 'Ines Okafor'],
    [{ givenName: ' ', surname: 'Okafor' }, 'Okafor'],
    [{ fullName: 'Okafor, Ines' }, 'Okafor, Ines'],
  ])('for %o', (reservationGuest, guestName) => expect(booking({ reservationGuest }).guestName).toBe(guestName))

  test('whose room an example calls `roomNumber`', () => {
    const room = { roomNumber: '304', roomExternalId: '304' }
    expect(booking({ roomStay: { ...roomStay, roomNumber: '304' } })).toMatchObject(room)
    expect(booking({ roomStay: { ...roomStay, roomId: '304' } })).toMatchObject(room)
  })

  test('names what was sold, in either shape', () => {
    const sold = { roomType: 'STDK', roomTypeExternalId: 'STDK', ratePlanExternalId: 'BAR' }
    const codes = { roomType: 'STDK', ratePlanCode: 'BAR' }
    expect(booking({ roomStay: { ...roomStay, ...codes } })).toMatchObject(sold)
    expect(booking({ roomStay: { ...roomStay, roomRates: [codes] } })).toMatchObject(sold)
  })

  test('with numbers for ids', () => {
    expect(booking({ reservationIdList: [{ id: 571_062, type: 'Reservation' }] }).externalId).toBe('571062')
  })

  test('keeps no card number', () => {
    const comments = [{ comment: { text: { value: 'Card 4111 1111 1111 1111' } } }]
    const record = booking({ comments, reservationPaymentMethod: { paymentCard: { cardNumber: '4111111111111111' } } })
    expect(JSON.stringify(record)).not.toMatch(/4111 ?1111/)
    expect(record.notes).toBe('Card •••• 1111')
  })

  test('says the same days, in whatever zone the hotel is', () => {
    const zones = fc.constantFrom('Pacific/Apia', 'Pacific/Pago_Pago', 'Europe/Berlin', 'America/Santiago')
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2034-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, days, fc.boolean(), (timeZone, date, hasTime) => {
        const day = date.toISOString().slice(0, 10)
        const text = hasTime ? `${day} 00:00:00.0` : day
        const raw = { ...reservation, roomStay: { arrivalDate: text, departureDate: text } }
        const record = normalizeBooking(raw, { ...quiet, hotel: { ...hotel, timeZone } })
        expect([record.checkIn, record.checkOut]).toEqual([day, day])
      }),
    )
  })
})

describe('a room', () => {
  test('is what the configuration says; its state is left to housekeeping', () => {
    const roomType = { roomType: 'STDK', maximumOccupancy: 3 }
    const raw = {
      roomId: '304',
      roomType,
      floor: '03',
      roomFeatures: [{ code: 'OCVIEW' }],
      rateAmount: { amount: '9.5' },
    }
    expect(roomRecord.parse(normalizeRoom(raw, quiet))).toMatchObject({
      externalId: '304',
      roomNumber: '304',
      roomType: 'STDK',
      floor: '03',
      maxOccupancy: 3,
      amenities: ['OCVIEW'],
      rateCents: 9_500,
      currency: 'KWD',
      status: null,
      cleaningStatus: null,
    })
  })
})

describe('a guest', () => {
  const guest = (fields: object) =>
    guestRecord.parse(normalizeGuest({ profileIdList: [{ id: '7', type: 'Profile' }], ...fields }, quiet))

  test.each([
    [{ altName: { name: 'Okafor', givenName: 'Ines', nameType: 'Primary' } }, 'Ines', 'Okafor'],
    [{ altName: { name: '岡' }, formerName: { name: 'Okafor', nameType: 'Primary' } }, '', 'Okafor'],
    [{ formerName: { fullName: 'Okafor, Ines' } }, '', 'Okafor, Ines'],
  ])('named %o', (profile, firstName, lastName) => {
    expect(guest({ profile })).toMatchObject({ externalId: '7', firstName, lastName })
  })

  test.each([
    ['GB', 'GB'],
    ['gb', 'GB'],
    ['GBR', null],
    ['XX1', null],
  ])('from %s', (code, country) => {
    const profile = { altName: { name: 'Okafor' }, addressInfo: { address: { country: { code } } } }
    expect(guest({ profile }).country).toBe(country)
  })

  test('with several addresses is reached at the primary one', () => {
    const emailInfo = [
      { email: { emailAddress: 'a@example.com' } },
      { email: { emailAddress: 'b@example.com', primaryInd: true } },
    ]
    const customer = {
      personName: [
        { surname: 'Alternate', nameType: 'Alternate' },
        { surname: 'Okafor', nameType: 'Primary' },
      ],
    }
    expect(guest({ profileDetails: { customer, emails: { emailInfo } } })).toMatchObject({
      lastName: 'Okafor',
      email: 'b@example.com',
    })
  })

  test('without any name is one without a name', () =>
    expect(guest({ profile: {} })).toMatchObject({ firstName: '', lastName: '' }))
})

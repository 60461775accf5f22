import { z } from 'zod'
import {
  count,
  currencyCode,
  externalId,
  hotelDate,
  minorUnits,
  optional,
  optionalText,
  recordBase,
  requiredText,
} from './common.ts'
import { defineRecordType } from './record-type.ts'

export const BOOKING_STATUSES = ['PENDING', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** A reservation as a PMS tells it. `checkIn` and `checkOut` are the hotel's calendar days. */
export const bookingRecord = z
  .strictObject({
    ...recordBase,
    confirmationNumber: optionalText,
    status: z.enum(BOOKING_STATUSES),
    /** Where the booking came from, in upper case: DIRECT, OTA, … */
    source: requiredText,
    guestName: requiredText,
    guestEmail: optionalText,
    guestExternalId: optional(externalId),
    roomNumber: optionalText,
    roomType: optionalText,
    roomExternalId: optional(externalId),
    roomTypeExternalId: optional(externalId),
    ratePlanExternalId: optional(externalId),
    checkIn: hotelDate,
    checkOut: hotelDate,
    adults: count,
    children: optional(count),
    /** Of the whole stay, as the guest pays it: with taxes and fees. */
    totalAmountCents: optional(minorUnits),
    currency: optional(currencyCode),
    notes: optionalText,
  })
  .refine((booking) => booking.checkOut >= booking.checkIn, {
    path: ['checkOut'],
    message: 'must not be before checkIn',
  })

export const bookings = defineRecordType({ one: 'booking', many: 'bookings', says: 'Reservations.' }, bookingRecord, {
  source: 'UNKNOWN',
  guestName: 'Unknown guest',
  adults: 0,
})

/** A validated booking. */
export type NormalizedBooking = z.output<typeof bookingRecord>
/** What an adapter's `normalize.booking` returns: optional fields may be left out. */
export type BookingInput = z.input<typeof bookingRecord>

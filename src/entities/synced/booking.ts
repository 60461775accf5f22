import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { BOOKING_STATUSES } from '../../records/booking.ts'
import { syncedColumns } from '../columns.ts'

export const BookingEntity = defineEntity({
  name: 'Booking',
  tableName: 'pms_booking',
  properties: {
    ...syncedColumns(),
    confirmationNumber: p.text().strictNullable(),
    status: p.enum(BOOKING_STATUSES).columnType('text'),
    source: p.text(),
    guestName: p.text(),
    guestEmail: p.text().strictNullable(),
    guestExternalId: p.text().strictNullable(),
    roomNumber: p.text().strictNullable(),
    roomType: p.text().strictNullable(),
    roomExternalId: p.text().strictNullable(),
    roomTypeExternalId: p.text().strictNullable(),
    ratePlanExternalId: p.text().strictNullable(),
    checkIn: p.date(),
    checkOut: p.date(),
    adults: p.integer(),
    children: p.integer().strictNullable(),
    totalAmountCents: p.bigint('number').strictNullable(),
    currency: p.text().strictNullable(),
    notes: p.text().strictNullable(),
  },
})

export type Booking = InferEntity<typeof BookingEntity>

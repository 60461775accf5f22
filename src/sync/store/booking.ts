import { bookingRecord } from '../../records/booking.ts'
import { defineSyncedEntity } from './synced-entity.ts'

export const syncedBooking = defineSyncedEntity({
  type: 'BOOKING',
  kind: 'bookings',
  record: bookingRecord,
  table: 'pms_booking',
  announce: (events, bookingId, row) => events.emit('pms.booking.synced', { bookingId, ...row }),
  columns: {
    confirmationNumber: 'text',
    status: 'text',
    source: 'text',
    guestName: 'text',
    guestEmail: 'text',
    guestExternalId: 'text',
    roomNumber: 'text',
    roomType: 'text',
    roomExternalId: 'text',
    checkIn: 'date',
    checkOut: 'date',
    adults: 'integer',
    children: 'integer',
    totalAmountCents: 'bigint',
    currency: 'text',
    notes: 'text',
  },
})

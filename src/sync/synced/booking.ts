import { defineSyncedEntity } from './synced-entity.ts'

export const syncedBooking = defineSyncedEntity('BOOKING', {
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
    roomTypeExternalId: 'text',
    ratePlanExternalId: 'text',
    checkIn: 'date',
    checkOut: 'date',
    adults: 'integer',
    children: 'integer',
    totalAmountCents: 'bigint',
    currency: 'text',
    notes: 'text',
  },
})

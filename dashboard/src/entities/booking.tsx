import { BookingDocument, BookingsDocument, SyncBookingsDocument } from '../gql/graphql.ts'
import { statusLabels } from '../ui/values/statuses.ts'
import { bookingColumns } from './booking-columns.tsx'
import { BookingFacts } from './booking-facts.tsx'
import { defineEntity } from './entity.tsx'
import { daysBetween, oneOf } from './list/filters.ts'
import { fromToday, nothingFromToday, Today } from './today.tsx'

const STATUSES = statusLabels(['PENDING', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'CANCELLED', 'NO_SHOW'])

export const booking = defineEntity({
  type: 'BOOKING',
  sync: SyncBookingsDocument,
  list: {
    document: BookingsDocument,
    orders: ['CHECK_IN', 'GUEST_NAME', 'CHECK_OUT', 'ROOM_NUMBER', 'STATUS', 'TOTAL_AMOUNT', 'UPDATED_AT'],
    hasPersonalData: true,
    Shortcuts: Today,
    presets: fromToday,
    nothingByPreset: nothingFromToday,
    columns: bookingColumns,
    filters: {
      q: { kind: 'search', label: 'Search', placeholder: 'Name, e-mail or number' },
      status: { kind: 'choice', label: 'Status', choices: STATUSES },
      inHouse: { kind: 'day', label: 'In house on' },
      arrivalFrom: { kind: 'day', label: 'Arrival from', isRare: true },
      arrivalTo: { kind: 'day', label: 'Arrival to', isRare: true },
      departureFrom: { kind: 'day', label: 'Departure from', isRare: true },
      departureTo: { kind: 'day', label: 'Departure to', isRare: true },
      room: { kind: 'text', label: 'Room', isRare: true, width: 100 },
    },
    toFilter: ({ q, status, inHouse, arrivalFrom, arrivalTo, departureFrom, departureTo, room }) => ({
      search: q ?? null,
      status: oneOf(status),
      stayCovers: inHouse ?? null,
      checkIn: daysBetween(arrivalFrom, arrivalTo),
      checkOut: daysBetween(departureFrom, departureTo),
      roomNumber: room ?? null,
    }),
  },
  details: { document: BookingDocument, Facts: BookingFacts },
})

import { instantOf, wallClockOf } from '../../local-time.ts'
import { decimalOf } from '../../money.ts'
import type { RecordInputs } from '../../provider.ts'
import type { SimulatedProperty, Wire } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { StatusTable } from '../../status.ts'
import { bookingStates } from '../status.ts'

type Booking = SimulatedItems['bookings']
type Room = SimulatedItems['rooms']
type Guest = SimulatedItems['guests']

export const PROPERTY = '190472'

/** A reservation with rate details. */
export function renderBooking(booking: Booking, property: SimulatedProperty) {
  const currency = booking.currency ?? property.currency
  const isWalkIn = booking.source === 'WALK_IN'
  const [guestFirstName = '', ...rest] = booking.guestName.split(' ')
  const guest = { guestID: booking.guestExternalId ?? '', guestFirstName, guestLastName: rest.join(' ') }
  return {
    propertyID: PROPERTY,
    reservationID: booking.externalId,
    isDeleted: isDeleted(booking),
    dateCreated: secondsOf(booking.createdAt, property),
    dateCreatedUTC: secondsOf(booking.createdAt, UTC),
    dateModified: secondsOf(booking.externalUpdatedAt, property),
    dateModifiedUTC: secondsOf(booking.externalUpdatedAt, UTC),
    // Deleting leaves the status as it was.
    status: isDeleted(booking) ? 'confirmed' : wireValue(bookingStates, booking.status),
    reservationCheckIn: `${booking.checkIn} 15:00:00`,
    reservationCheckOut: `${booking.checkOut} 11:00:00`,
    guestID: guest.guestID,
    source: {
      name: isWalkIn ? 'Walk-In' : booking.source,
      category: isWalkIn ? 'direct' : booking.source.toLowerCase(),
    },
    propertyCurrency: currency,
    rooms: [renderStayRoom(booking)],
    guestList: {
      [guest.guestID]: { ...guest, guestEmail: booking.guestEmail ?? '', isMainGuest: true, isAnonymized: false },
    },
    thirdPartyIdentifier: agencyNumberOf(booking) ?? '',
    customFields: [{ customFieldName: 'Remarks', customFieldValue: booking.notes ?? '' }],
    total: Number(decimalOf(booking.totalAmountCents ?? 0, currency)),
  }
}

function renderStayRoom(booking: Booking) {
  const assigned = booking.roomExternalId !== null && { roomID: booking.roomExternalId, roomName: booking.roomNumber }
  return {
    subReservationID: booking.externalId,
    roomTypeID: booking.roomTypeExternalId ?? '',
    roomTypeName: booking.roomType ?? '',
    rateID: booking.ratePlanExternalId ?? '',
    guestName: booking.guestName,
    adults: String(booking.adults),
    children: String(booking.children ?? 0),
    roomCheckIn: booking.checkIn,
    roomCheckOut: booking.checkOut,
    ...assigned,
  }
}

export function renderRoom(room: Room) {
  return {
    roomID: room.externalId,
    roomName: room.roomNumber,
    roomTypeName: room.roomType ?? '',
    maxGuests: room.maxOccupancy ?? 0,
    isVirtual: false,
  }
}

/** A guest of the list. */
export function renderGuest(guest: Guest, property: SimulatedProperty) {
  return {
    guestID: guest.externalId,
    guestName: `${guest.firstName} ${guest.lastName}`,
    guestFirstName: guest.firstName,
    guestLastName: guest.lastName,
    guestEmail: guest.email ?? '',
    guestPhone: guest.phone ?? '',
    guestCountry: guest.country ?? '',
    guestBirthDate: guest.dateOfBirth ?? '',
    dateCreated: secondsOf(guest.createdAt, property),
    dateModified: secondsOf(guest.externalUpdatedAt, property),
    isMainGuest: true,
    isAnonymized: false,
    isMerged: false,
    newGuestID: '',
  }
}

/** What of an item still shows after it went through the vendor's lists. */
export const facts: NonNullable<Wire['facts']> = {
  bookings: ({ notes: _, externalUpdatedAt, ...booking }) => ({
    ...booking,
    confirmationNumber: agencyNumberOf(booking) ?? booking.externalId ?? null,
    externalUpdatedAt: instantOf(secondsOf(new Date(externalUpdatedAt ?? 0), UTC), 'UTC'),
  }),
  rooms: ({ externalId = '', roomNumber = '', roomType, maxOccupancy }) => ({
    ...{ externalId, roomNumber, roomType, maxOccupancy },
  }),
  guests: (
    { firstName, lastName, email, phone, country, dateOfBirth, externalId, externalUpdatedAt },
    { timeZone },
  ) => ({
    ...({ externalId, firstName, lastName, email, phone, country, dateOfBirth } as Partial<RecordInputs['guests']>),
    externalUpdatedAt: instantOf(secondsOf(new Date(externalUpdatedAt ?? 0), { timeZone }), timeZone),
  }),
  roomTypes: ({ externalUpdatedAt: _, roomCount: __, sellable: ___, ...type }) => type,
  ratePlans: ({ externalUpdatedAt: _, taxIncluded: __, ...plan }) => ({ ...plan, pricing: 'PER_ROOM' }),
}

/** Clerks delete some bookings instead of cancelling them. */
export const isDeleted = ({ status, externalId }: Pick<Booking, 'status' | 'externalId'>) =>
  status === 'CANCELLED' && /[0-4]$/.test(externalId)

/** Agencies have numbers of their own. */
const agencyNumberOf = ({ source, confirmationNumber }: Partial<RecordInputs['bookings']>) =>
  source === 'OTA' ? confirmationNumber : null

const UTC = { timeZone: 'UTC' }

/** `2026-09-14 09:02:41`, without a zone. */
function secondsOf(instant: Date, { timeZone }: Pick<SimulatedProperty, 'timeZone'>): string {
  return wallClockOf(instant, timeZone).replace('T', ' ').slice(0, 19)
}

/** The vendor's word for our value: the first of several. */
export function wireValue<T extends string>({ values }: Pick<StatusTable<T>, 'values'>, ours: T): string {
  return Object.keys(values).find((key) => values[key] === ours) ?? ours
}

import { wallClockOf } from '../../local-time.ts'
import { decimalOf } from '../../money.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import type { StatusTable } from '../../status.ts'
import { bookingStates } from '../status.ts'

type Booking = SimulatedItems['bookings']
type Guest = SimulatedItems['guests']

/** By which the one who asks is known to the hotel. */
export const EXTERNAL_SYSTEM = 'PMSHUB'
export const HOTEL = { hotelId: 'SIM1', hotelName: 'Hotel Simulado' }

/** A reservation as a search shows it. */
export function renderReservation(booking: Booking, property: SimulatedProperty) {
  const state = wireValue(bookingStates, booking.status)
  return {
    reservationIdList: idsOf(booking),
    roomStay: {
      arrivalDate: booking.checkIn,
      departureDate: booking.checkOut,
      adultCount: booking.adults,
      childCount: booking.children ?? undefined,
      roomType: booking.roomTypeExternalId ?? undefined,
      numberOfRooms: 1,
      roomId: booking.roomNumber ?? undefined,
      ratePlanCode: booking.ratePlanExternalId ?? undefined,
      totalAmount: moneyOf(booking.totalAmountCents, booking.currency),
      sourceCode: booking.source,
      pseudoRoom: false,
    },
    reservationGuest: renderGuestOf(booking),
    ...(booking.notes !== null && { userDefinedFields: { characterUDFs: [{ name: 'UDFC01', value: booking.notes }] } }),
    ...HOTEL,
    roomStayReservation: true,
    createDateTime: localTime(booking.createdAt, property),
    lastModifyDateTime: localTime(booking.externalUpdatedAt, property),
    reservationStatus: state,
    computedReservationStatus: computedOf(booking, property) ?? state,
    walkInIndicator: booking.source === 'WALK_IN',
  }
}

/** By the day of the hotel's books: who is due to come, and who to leave. */
export function computedOf({ status, checkIn, checkOut }: Booking, { today }: SimulatedProperty): string | null {
  if (status === 'CONFIRMED' && checkIn === today) return 'DueIn'
  return status === 'CHECKED_IN' && checkOut <= today ? 'DueOut' : null
}

export function idsOf({ externalId, confirmationNumber }: Booking) {
  const confirmation = confirmationNumber === null ? [] : [{ id: confirmationNumber, type: 'Confirmation' }]
  return [{ id: externalId, type: 'Reservation' }, ...confirmation]
}

/** The hotel knows a whole name; the vendor takes it apart. */
export function namesOf({ guestName }: Booking) {
  const [givenName = '', ...rest] = guestName.split(' ')
  return { givenName, surname: rest.join(' ') }
}

function renderGuestOf(booking: Booking) {
  const { givenName, surname } = namesOf(booking)
  return {
    givenName,
    surname,
    fullName: `${surname}, ${givenName}`,
    email: booking.guestEmail ?? undefined,
    nameType: 'Guest',
    id: booking.guestExternalId ?? undefined,
    type: 'Profile',
  }
}

/** A profile as a search shows it. */
export function renderProfile(guest: Guest) {
  return {
    profileIdList: [{ id: guest.externalId, type: 'Profile' }],
    profile: {
      altName: { name: guest.lastName, givenName: guest.firstName, nameType: 'Primary' },
      ...(guest.dateOfBirth !== null && { formerName: { birthDate: guest.dateOfBirth } }),
      ...(guest.country !== null && { addressInfo: { address: { country: { code: guest.country } } } }),
      ...(guest.phone !== null && { telephoneInfo: { telephone: { phoneNumber: guest.phone } } }),
      ...(guest.email !== null && { emailInfo: { email: { emailAddress: guest.email } } }),
      ...(guest.loyaltyTier !== null && { profileMembership: { membershipLevel: guest.loyaltyTier } }),
      lastStayInfo: { totalStay: guest.totalStays },
      profileType: 'Guest',
      lastModifyDateTime: guest.externalUpdatedAt.toISOString(),
    },
  }
}

/** The vendor's word for our value. */
export function wireValue<T extends string>({ values }: StatusTable<T>, ours: T): string {
  return Object.keys(values).find((key) => values[key] === ours) ?? ours
}

/** The same of what may be missing. */
export const keyOf = (words: Readonly<Record<string, string>>, ours: string | null): string | undefined =>
  Object.keys(words).find((word) => words[word] === ours)

export function moneyOf(minorUnits: number | null, currencyCode: string | null) {
  if (minorUnits === null || currencyCode === null) return undefined
  return { amount: Number(decimalOf(minorUnits, currencyCode)), currencyCode }
}

/** `2026-09-14 09:02:41.0`: tenths of a second on the hotel's wall, without a zone. */
export function localTime(instant: Date, { timeZone }: Pick<SimulatedProperty, 'timeZone'>): string {
  return wallClockOf(instant, timeZone).replace('T', ' ').slice(0, 21)
}

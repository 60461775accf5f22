import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { bookingStates } from '../status.ts'
import { HOTEL, idsOf, localTime, moneyOf, namesOf, wireValue } from './render.ts'

/** A single reservation: the same booking in another shape. */
export function renderSingleReservation(booking: SimulatedItems['bookings'], property: SimulatedProperty) {
  const { amount, currencyCode } = moneyOf(booking.totalAmountCents, booking.currency) ?? {}
  const room = { roomType: booking.roomTypeExternalId ?? undefined, roomId: booking.roomNumber ?? undefined }
  const plan = { ratePlanCode: booking.ratePlanExternalId ?? undefined }
  return {
    reservationIdList: idsOf(booking),
    roomStay: {
      currentRoomInfo: room,
      roomRates: [{ ...room, ...plan, sourceCode: booking.source, start: booking.checkIn, end: booking.checkOut }],
      guestCounts: { adults: booking.adults, children: booking.children ?? undefined },
      arrivalDate: booking.checkIn,
      departureDate: booking.checkOut,
      total: { amountBeforeTax: amount, currencyCode },
    },
    reservationGuests: [{ profileInfo: guestOf(booking), primary: true }],
    comments: booking.notes === null ? [] : [{ comment: { text: { value: booking.notes }, type: 'RESERVATION' } }],
    hotelId: HOTEL.hotelId,
    reservationStatus: wireValue(bookingStates, booking.status),
    createDateTime: localTime(booking.createdAt, property),
    lastModifyDateTime: localTime(booking.externalUpdatedAt, property),
  }
}

function guestOf(booking: SimulatedItems['bookings']) {
  const id = booking.guestExternalId ?? undefined
  return {
    profileIdList: [{ id, type: 'Profile' }],
    profile: { customer: { personName: [{ ...namesOf(booking), nameType: 'Primary' }] } },
  }
}

/** A single profile. */
export function renderSingleProfile(guest: SimulatedItems['guests']) {
  const { firstName, lastName, email, phone, country, loyaltyTier } = guest
  return {
    profileIdList: [{ id: guest.externalId, type: 'Profile' }],
    profileDetails: {
      customer: {
        personName: [{ givenName: firstName, surname: lastName, nameType: 'Primary' }],
        birthDate: guest.dateOfBirth ?? undefined,
      },
      addresses: {
        addressInfo: country === null ? [] : [{ address: { country: { code: country }, primaryInd: true } }],
      },
      telephones: { telephoneInfo: phone === null ? [] : [{ telephone: { phoneNumber: phone, primaryInd: true } }] },
      emails: { emailInfo: email === null ? [] : [{ email: { emailAddress: email, primaryInd: true } }] },
      profileMemberships: { profileMembership: loyaltyTier === null ? [] : [{ membershipLevel: loyaltyTier }] },
      profileType: 'Guest',
      lastModifyDateTime: guest.externalUpdatedAt.toISOString(),
    },
  }
}

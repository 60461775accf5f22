import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { bookingStates } from '../status.ts'
import { addDays } from '../walk/slices.ts'
import { computedOf, HOTEL, idsOf, localTime, moneyOf, namesOf, wireValue } from './render.ts'

/** A single reservation: the same booking in another shape. */
export function renderSingleReservation(booking: SimulatedItems['bookings'], property: SimulatedProperty) {
  const { amount, currencyCode } = moneyOf(booking.totalAmountCents, booking.currency) ?? {}
  const roomType = booking.roomTypeExternalId ?? undefined
  const guestCounts = { adults: booking.adults, children: booking.children ?? undefined }
  const state = wireValue(bookingStates, booking.status)
  return {
    reservationIdList: idsOf(booking),
    roomStay: {
      currentRoomInfo: { roomType, roomId: booking.roomNumber ?? undefined },
      roomRates: [
        {
          ...{ roomType, roomTypeCharged: roomType, roomId: booking.roomNumber ?? undefined, numberOfUnits: 1 },
          ...{ ratePlanCode: booking.ratePlanExternalId ?? undefined, sourceCode: booking.source },
          ...{ start: booking.checkIn, end: lastNightOf(booking), guestCounts, fixedRate: false },
          ...(amount !== undefined && { rates: { rate: [nightlyOf(booking)] } }),
        },
      ],
      guestCounts,
      arrivalDate: booking.checkIn,
      departureDate: booking.checkOut,
      expectedTimes: {
        reservationExpectedArrivalTime: `${booking.checkIn} 15:00:00.0`,
        reservationExpectedDepartureTime: `${booking.checkOut} 11:00:00.0`,
      },
      total: { amountBeforeTax: amount, currencyCode },
    },
    reservationGuests: [{ profileInfo: guestOf(booking), primary: true }],
    comments: booking.notes === null ? [] : [{ comment: { text: { value: booking.notes }, type: 'RESERVATION' } }],
    hotelId: HOTEL.hotelId,
    reservationStatus: state,
    computedReservationStatus: computedOf(booking, property) ?? state,
    createDateTime: localTime(booking.createdAt, property),
    lastModifyDateTime: localTime(booking.externalUpdatedAt, property),
  }
}

type Stay = Pick<SimulatedItems['bookings'], 'checkIn' | 'checkOut'>

/** A day room has one night in its prices. */
export const lastNightOf = ({ checkIn, checkOut }: Stay) => (checkOut > checkIn ? addDays(checkOut, -1) : checkIn)
export const nightsOf = (stay: Stay) => Math.max(1, (Date.parse(stay.checkOut) - Date.parse(stay.checkIn)) / 86_400_000)

/** Every night costs the same. */
function nightlyOf(booking: SimulatedItems['bookings']) {
  const nightly = Math.round((booking.totalAmountCents ?? 0) / nightsOf(booking))
  const { amount, currencyCode } = moneyOf(nightly, booking.currency) ?? {}
  return { base: { amountBeforeTax: amount, currencyCode }, start: booking.checkIn, end: lastNightOf(booking) }
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

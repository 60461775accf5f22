import type { BookingInput } from '../../records/booking.ts'
import { maskCardNumbers } from '../../records/card-number.ts'
import type { GuestInput } from '../../records/guest.ts'
import type { RoomInput } from '../../records/room.ts'
import { scrubRaw } from '../../records/scrub.ts'
import { minorUnitsOf } from '../money.ts'
import type { NormalizeContext } from '../provider.ts'
import { mapStatus } from '../status.ts'
import { bookingStates, housekeepingStates, occupancyStates } from './status.ts'
import { wireBooking, wireGuest, wireRoom } from './wire.ts'

export function normalizeBooking(raw: unknown, ctx: NormalizeContext): BookingInput {
  const booking = wireBooking.parse(raw)
  const { guest, room, total, remarks } = booking
  return {
    externalId: booking.id,
    externalUpdatedAt: booking.updated_at,
    confirmationNumber: booking.confirmation,
    status: mapStatus(bookingStates, booking.state, 'state', ctx),
    source: booking.channel.toUpperCase(),
    guestName: guest.full_name,
    guestEmail: guest.email,
    guestExternalId: guest.id,
    roomNumber: room?.number,
    roomType: room?.category,
    roomExternalId: room?.id,
    checkIn: booking.arrival,
    checkOut: booking.departure,
    adults: booking.pax.adults,
    children: booking.pax.children,
    totalAmountCents: total && minorUnitsOf(total.amount, total.currency, 'totalAmountCents'),
    currency: total?.currency,
    notes: remarks && maskCardNumbers(remarks),
    metadata: scrubRaw(raw),
  }
}

export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const room = wireRoom.parse(raw)
  const rate = room.base_rate
  return {
    externalId: room.id,
    externalUpdatedAt: room.updated_at,
    roomNumber: room.number,
    roomType: room.category,
    floor: room.floor?.toString(),
    status: mapStatus(occupancyStates, room.occupancy_state, 'occupancy_state', ctx),
    cleaningStatus: mapStatus(housekeepingStates, room.housekeeping, 'housekeeping', ctx),
    occupancy: room.pax,
    maxOccupancy: room.max_pax,
    rateCents: rate && minorUnitsOf(rate.amount, rate.currency, 'rateCents'),
    currency: rate?.currency,
    amenities: room.features,
    metadata: scrubRaw(raw),
  }
}

export function normalizeGuest(raw: unknown, { hotel }: NormalizeContext): GuestInput {
  const guest = wireGuest.parse(raw)
  // The record has no currency of its own: an amount in another one would be a wrong number.
  const spent = guest.spent?.currency === hotel.currency ? guest.spent : null
  return {
    externalId: guest.id,
    externalUpdatedAt: guest.updated_at,
    firstName: guest.given_name ?? '',
    lastName: guest.family_name ?? '',
    email: guest.email,
    phone: guest.mobile,
    country: guest.country_code,
    dateOfBirth: guest.birth_date,
    loyaltyTier: guest.membership?.level,
    totalStays: guest.stays,
    totalSpent: spent && minorUnitsOf(spent.amount, spent.currency, 'totalSpent'),
    preferences: guest.wishes,
    metadata: scrubRaw(raw),
  }
}

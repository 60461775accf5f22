import type { DerivationKind } from '../../../records/rate-plan.ts'
import { decimalOf } from '../../money.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { keyOf, wireValue } from '../../status.ts'
import { bookingStates, housekeepingStates, occupancyStates, pricings } from '../status.ts'
import type { WireBooking, WireGuest, WireRatePlan, WireRoom, WireRoomType } from '../wire.ts'

export function renderBooking(booking: SimulatedItems['bookings']): WireBooking & { created_at: string } {
  return {
    id: booking.externalId,
    confirmation: booking.confirmationNumber,
    state: wireValue(bookingStates, booking.status),
    channel: booking.source.toLowerCase(),
    arrival: booking.checkIn,
    departure: booking.checkOut,
    pax: { adults: booking.adults, children: booking.children },
    guest: { id: booking.guestExternalId, full_name: booking.guestName, email: booking.guestEmail },
    room: {
      id: booking.roomExternalId,
      number: booking.roomNumber,
      category: booking.roomType,
      category_id: booking.roomTypeExternalId,
    },
    rate_plan: { id: booking.ratePlanExternalId },
    total: wireMoney(booking.totalAmountCents, booking.currency),
    remarks: booking.notes,
    updated_at: booking.externalUpdatedAt.toISOString(),
    created_at: booking.createdAt.toISOString(),
  }
}

export function renderRoom(room: SimulatedItems['rooms']): WireRoom {
  return {
    id: room.externalId,
    number: room.roomNumber,
    category: room.roomType,
    floor: room.floor === null ? null : Number(room.floor),
    occupancy_state: wireValue(occupancyStates, room.status),
    housekeeping: wireValue(housekeepingStates, room.cleaningStatus),
    pax: room.occupancy,
    max_pax: room.maxOccupancy,
    base_rate: wireMoney(room.rateCents, room.currency),
    features: room.amenities,
    updated_at: room.externalUpdatedAt.toISOString(),
  }
}

export function renderGuest(guest: SimulatedItems['guests'], { currency }: SimulatedProperty): WireGuest {
  return {
    id: guest.externalId,
    given_name: guest.firstName,
    family_name: guest.lastName,
    email: guest.email,
    mobile: guest.phone,
    country_code: guest.country,
    birth_date: guest.dateOfBirth,
    membership: { level: guest.loyaltyTier },
    stays: guest.totalStays,
    spent: wireMoney(guest.totalSpent, currency),
    wishes: guest.preferences,
    updated_at: guest.externalUpdatedAt.toISOString(),
  }
}

export function renderRoomType(type: SimulatedItems['roomTypes']): WireRoomType {
  return {
    id: type.externalId,
    short_name: type.code,
    name: type.name,
    max_pax: type.capacity,
    rooms: type.roomCount,
    bookable: type.sellable,
    updated_at: type.externalUpdatedAt.toISOString(),
  }
}

export function renderRatePlan(plan: SimulatedItems['ratePlans']): WireRatePlan {
  const { derivedFromExternalId: base, derivationKind: kind, derivationValue: value } = plan
  return {
    id: plan.externalId,
    short_name: plan.code,
    name: plan.name,
    currency: plan.currency,
    tax_included: plan.taxIncluded,
    priced_by: plan.pricing && keyOf(pricings, plan.pricing),
    based_on: base === null ? null : { id: base, ...(value !== null && changeOf(kind, value, plan.currency)) },
    updated_at: plan.externalUpdatedAt.toISOString(),
  }
}

function changeOf(kind: DerivationKind | null, value: number, currency: string | null) {
  return kind === 'PERCENT' ? { percent: hundredths(value) } : { amount: decimalOf(value, currency ?? 'EUR') }
}

/** Of a percent, as a decimal. */
const hundredths = (value: number) => (value / 100).toFixed(2)

/** The vendor's word for our value. */
function wireMoney(minorUnits: number | null, currency: string | null) {
  return minorUnits === null || currency === null ? null : { amount: decimalOf(minorUnits, currency), currency }
}

import type { SimulatorDefinition } from '../../simulator-kit/simulator.ts'
import { categoryOf } from './catalog.ts'
import { SOMEBODY_ID } from './ids.ts'

/** What of a simulated hotel Mews has no words for. */
export const facts: NonNullable<SimulatorDefinition['facts']> = {
  bookings: (booking) => ({
    ...booking,
    // Every reservation names both, also where the hotel has been given none.
    roomTypeExternalId: categoryOf(booking.roomType ?? null)?.Id ?? null,
    ratePlanExternalId: booking.ratePlanExternalId ?? SOMEBODY_ID,
    // What was cancelled without a fee stands on no bill.
    ...(booking.status === 'CANCELLED' && { totalAmountCents: null, currency: null }),
  }),
  rooms(told) {
    const { cleaningStatus, ...room } = without(told, 'rateCents', 'currency', 'amenities')
    const isUnknown = room.status === 'OUT_OF_SERVICE' || cleaningStatus === 'IN_PROGRESS'
    return { ...room, ...(cleaningStatus && { cleaningStatus: isUnknown ? 'DIRTY' : cleaningStatus }) }
  },
  guests: (guest) => without(guest, 'loyaltyTier', 'totalStays', 'totalSpent', 'preferences'),
  roomTypes: (type) => without(type, 'roomCount', 'sellable', 'externalUpdatedAt'),
  ratePlans: (plan) => without(plan, 'currency', 'taxIncluded', 'pricing', 'derivationKind', 'derivationValue'),
}

function without<T extends object, K extends keyof T>(told: T, ...unheardOf: readonly K[]): Omit<T, K> {
  const rest = { ...told }
  for (const field of unheardOf) delete rest[field]
  return rest
}

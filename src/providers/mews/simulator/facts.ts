import type { SimulatorDefinition } from '../../simulator-kit/simulator.ts'

/** What of a simulated hotel Mews has no words for. */
export const facts: NonNullable<SimulatorDefinition['facts']> = {
  // What was cancelled without a fee stands on no bill.
  bookings: ({ roomTypeExternalId: _, ratePlanExternalId: _ratePlan, ...booking }) =>
    booking.status === 'CANCELLED' ? { ...booking, totalAmountCents: null, currency: null } : booking,
  rooms({ rateCents: _, currency: _currency, amenities: _amenities, cleaningStatus, ...room }) {
    const isUnknown = room.status === 'OUT_OF_SERVICE' || cleaningStatus === 'IN_PROGRESS'
    return { ...room, ...(cleaningStatus && { cleaningStatus: isUnknown ? 'DIRTY' : cleaningStatus }) }
  },
  guests: ({ loyaltyTier: _, totalStays: _stays, totalSpent: _spent, preferences: _wishes, ...guest }) => guest,
}

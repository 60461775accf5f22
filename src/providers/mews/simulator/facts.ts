import type { SimulatorDefinition } from '../../simulator-kit/simulator.ts'
import { conditions } from '../status.ts'
import { categoryOf } from './catalog.ts'
import { SOMEBODY_ID } from './ids.ts'
import { BLOCK_TYPES, blockName, blockTimes } from './render-care.ts'
import { stateOf } from './render-room.ts'

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
  rooms: (room) => without(room, 'rateCents', 'currency', 'amenities', 'status', 'cleaningStatus'),
  housekeeping: ({ externalId = '', roomNumber, condition = 'UNKNOWN', occupancy, roomStatus }) => ({
    ...{ externalId, roomNumber, roomStatus },
    ...(occupancy && { occupancy }),
    condition: conditions.values[stateOf({ condition, roomStatus: roomStatus ?? null })] ?? 'UNKNOWN',
  }),
  guests: (guest) => without(guest, 'loyaltyTier', 'totalStays', 'totalSpent', 'preferences'),
  roomTypes: (type) => without(type, 'roomCount', 'sellable', 'externalUpdatedAt'),
  roomBlocks({ kind, firstNight = '', lastNight, reasonCode, reason, ...told }, place) {
    const { StartUtc, EndUtc } = blockTimes(firstNight, lastNight, place)
    return {
      ...without(told, 'returnCondition'),
      ...(kind && { kind: BLOCK_TYPES[kind] === 'OutOfOrder' ? 'OUT_OF_ORDER' : 'HOUSE_USE' }),
      ...{ firstNight, lastNight: lastNight ?? null, startsAt: new Date(StartUtc), endsAt: new Date(EndUtc) },
      reason: [blockName(reasonCode), reason].filter(Boolean).join('\n'),
    }
  },
  maintenanceRequests({ status, dueAt, reportedAt, resolvedAt, ...told }) {
    const isClosed = status === 'RESOLVED' || status === 'CANCELLED'
    return {
      ...without(told, 'code', 'priority', 'roomExternalId', 'roomNumber', 'place', 'assignee', 'externalUpdatedAt'),
      ...{ status: isClosed ? 'RESOLVED' : 'OPEN', reportedAt: reportedAt ?? null },
      ...{ dueAt: dueAt ?? reportedAt ?? null, resolvedAt: isClosed ? (resolvedAt ?? reportedAt ?? null) : null },
    }
  },
  ratePlans: (plan) => without(plan, 'currency', 'taxIncluded', 'pricing', 'derivationKind', 'derivationValue'),
}

function without<T extends object, K extends keyof T>(told: T, ...unheardOf: readonly K[]): Omit<T, K> {
  const rest = { ...told }
  for (const field of unheardOf) delete rest[field]
  return rest
}

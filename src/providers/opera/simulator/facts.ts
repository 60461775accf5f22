import { instantOf } from '../../local-time.ts'
import type { SimulatedProperty, Wire } from '../../simulator-kit/data.ts'
import { blockKinds } from '../status.ts'
import { localTime } from './render.ts'
import { closureWordOf, DATABASE, isResolved, lastNightOf, typeCodeOf } from './render-house.ts'
import { conditionShown } from './render-housekeeping.ts'

/** What of an item still shows after it went through the vendor's lists. */
export const facts: NonNullable<Wire['facts']> = {
  bookings: ({ notes: _, roomTypeExternalId, externalUpdatedAt, ...booking }, property) => ({
    ...booking,
    roomType: roomTypeExternalId,
    roomTypeExternalId,
    externalUpdatedAt: timeTold(externalUpdatedAt, property),
  }),
  rooms: ({ status: _, cleaningStatus: __, occupancy: ___, externalUpdatedAt: ____, roomType, ...room }) => ({
    ...room,
    roomType: typeCodeOf(roomType),
  }),
  guests: ({ totalSpent: _, preferences: __, ...guest }) => guest,
  roomTypes: ({ externalUpdatedAt: _, ...type }) => type,
  ratePlans: ({ externalUpdatedAt: _, pricing: __, ...plan }) => ({ ...plan, pricing: 'PER_OCCUPANCY' }),
  housekeeping: ({ externalUpdatedAt: _, businessDate: __, condition = 'UNKNOWN', ...room }) => ({
    ...room,
    condition: conditionShown({ condition, roomStatus: room.roomStatus ?? null }),
    serviceRefused: room.serviceRefused === true && room.doNotDisturb !== true,
  }),
  roomBlocks: ({ externalUpdatedAt: _, kind = 'HOLD', firstNight = '', lastNight = null, ...block }) => ({
    ...block,
    kind: blockKinds.values[closureWordOf({ kind })] ?? kind,
    firstNight,
    lastNight: lastNightOf({ firstNight, lastNight }),
  }),
  maintenanceRequests: ({ status = 'OPEN', externalUpdatedAt, ...request }) => {
    const { title: _, priority: __, place: ___, dueAt: ____, resolvedAt: _____, ...told } = request
    const updatedAt = timeTold(externalUpdatedAt, DATABASE)
    return { ...told, status: isResolved({ status }) ? 'RESOLVED' : 'OPEN', externalUpdatedAt: updatedAt }
  },
}

/** As fine as the vendor writes it. */
const timeTold = (time: Date | string | null | undefined, { timeZone }: Pick<SimulatedProperty, 'timeZone'>) =>
  instantOf(localTime(new Date(time ?? 0), { timeZone }), timeZone)

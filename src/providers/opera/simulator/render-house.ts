import { decimalOf } from '../../money.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { ROOM_TYPES } from '../../simulator-kit/room-layout.ts'
import { roomTypeCode } from '../../simulator-kit/synced/room-type.ts'
import { derivations } from '../status.ts'
import { addDays } from '../walk/slices.ts'
import { HOTEL, keyOf, localTime, moneyOf } from './render.ts'

/** The hotel's clerks know a type by its name; the vendor by its code. */
export const typeCodeOf = (name: string | null | undefined): string | null =>
  name ? roomTypeCode((ROOM_TYPES as readonly string[]).indexOf(name)) : null

/** A room in the configuration. */
export function renderRoom(room: SimulatedItems['rooms']) {
  return {
    roomType: {
      pseudo: false,
      shortDescription: room.roomType ?? undefined,
      roomType: typeCodeOf(room.roomType) ?? undefined,
      maximumOccupancy: room.maxOccupancy ?? undefined,
    },
    floor: room.floor ?? undefined,
    roomFeatures: room.amenities?.map((code) => ({ code })),
    roomId: room.roomNumber,
    rateAmount: moneyOf(room.rateCents, room.currency),
    maximumOccupancy: room.maxOccupancy ?? undefined,
  }
}

export function renderRoomType(type: SimulatedItems['roomTypes']) {
  return {
    roomType: type.externalId,
    roomClass: 'ALL',
    shortDescription: { defaultText: type.name },
    pseudo: false,
    meetingRoom: false,
    maximumOccupancy: type.capacity ?? undefined,
    numberOfRooms: type.roomCount ?? undefined,
    inactive: !type.sellable,
  }
}

export function renderRatePlan(plan: SimulatedItems['ratePlans']) {
  return {
    ratePlanCode: plan.externalId,
    hotelId: HOTEL.hotelId,
    primaryDetails: { description: { defaultText: plan.name }, postingInterval: 'Nightly', baseType: 'Flat' },
    classifications: { rateCategory: plan.taxIncluded ? 'PUB' : 'NEG' },
    transactionDetails: { currencyCode: plan.currency, rateIncludesTax: plan.taxIncluded },
    ...(plan.derivedFromExternalId !== null && { ratePlanBasedOnRates: [{ dynamicBaseRate: baseOf(plan) }] }),
  }
}

function baseOf({ derivedFromExternalId, derivationKind, derivationValue, currency }: SimulatedItems['ratePlans']) {
  const value = derivationValue ?? 0
  const amount = derivationKind === 'PERCENT' ? value / 100 : Number(decimalOf(value, currency ?? 'EUR'))
  return {
    dynamicBasedOnRatePlan: derivedFromExternalId,
    dynamicBaseAmount: amount,
    flatOrPercentage: keyOf(derivations, derivationKind),
  }
}

/** Three weeks longer than elsewhere, so that none has ended: the vendor shows those of the days that it is asked for. */
export const lastNightOf = ({
  firstNight,
  lastNight,
}: Pick<SimulatedItems['roomBlocks'], 'firstNight' | 'lastNight'>) => addDays(lastNight ?? firstNight, 21)

/** The vendor has two kinds. */
export const closureWordOf = ({ kind }: Pick<SimulatedItems['roomBlocks'], 'kind'>) =>
  kind === 'OUT_OF_ORDER' || kind === 'HOLD' ? 'OutOfOrder' : 'OutOfService'

/** A range of a room; the lists have it below the room. */
export function renderRoomBlock(block: SimulatedItems['roomBlocks']) {
  return {
    roomId: block.roomNumber,
    roomRepairId: { id: block.externalId, type: 'RoomRepairId' },
    housekeepingRoomStatus: closureWordOf(block),
    start: block.firstNight,
    end: lastNightOf(block),
    reasonCode: block.reasonCode ?? undefined,
    reasonDescription: block.reason ?? undefined,
    returnStatus: block.returnCondition === null ? undefined : 'Dirty',
  }
}

/** A request that nobody will do any more counts as resolved. */
export const isResolved = ({ status }: Pick<SimulatedItems['maintenanceRequests'], 'status'>) =>
  status === 'RESOLVED' || status === 'CANCELLED'

/** Times are on the clocks of the vendor's database. */
export const DATABASE: Pick<SimulatedProperty, 'timeZone'> = { timeZone: 'America/New_York' }

export function renderMaintenanceRequest(request: SimulatedItems['maintenanceRequests']) {
  const { reportedAt, roomNumber, assignee } = request
  return {
    maintenanceId: { id: request.externalId, type: 'RoomMaintenanceId' },
    maintenanceCode: request.code ?? undefined,
    remarks: request.description ?? undefined,
    ...(roomNumber !== null && { roomInfo: { roomId: roomNumber } }),
    ...(isResolved(request) && { resolveInfo: { resolveUser: 'ENGINEER', resolveDate: resolvedOn(request) } }),
    ...(assignee !== null && { assignedUserInfo: { assignedToUserName: assignee } }),
    createDateTime: reportedAt === null ? undefined : localTime(reportedAt, DATABASE),
    lastModifyDateTime: localTime(request.externalUpdatedAt, DATABASE),
  }
}

export const resolvedOn = ({ resolvedAt, reportedAt }: SimulatedItems['maintenanceRequests']) =>
  (resolvedAt ?? reportedAt ?? new Date(0)).toISOString().slice(0, 10)

import type { Condition, HousekeepingInput, Occupancy } from '../../../records/housekeeping.ts'
import { readLeniently } from '../../../records/lenient.ts'
import type { RoomStatus } from '../../../records/room.ts'
import { maskCardNumbers } from '../../../records/text/card-number.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapOptional, mapStatus } from '../../status.ts'
import { blockTypes, conditions, stays } from '../status.ts'
import { type WireHousekeeping, wireHousekeeping } from '../wire/care.ts'

/** The state of a room has no time of change at this vendor: whatever is fetched last holds. */
export function normalizeHousekeeping(raw: unknown, ctx: NormalizeContext): HousekeepingInput {
  const room = readLeniently(wireHousekeeping, raw, ctx.report)
  return {
    externalId: room.roomID,
    roomNumber: room.roomName,
    condition: conditionOf(room, ctx),
    occupancy: occupancyOf(room),
    stay: mapOptional(stays, room.frontdeskStatus, 'frontdeskStatus', ctx),
    roomStatus: statusOf(room, ctx),
    doNotDisturb: room.doNotDisturb,
    serviceRefused: room.refusedService,
    attendant: room.housekeeper,
    note: room.roomComments && maskCardNumbers(room.roomComments),
    metadata: scrubRaw(raw),
  }
}

/** The pickup flag is apart from the condition. */
const conditionOf = ({ vacantPickup, roomCondition }: WireHousekeeping, ctx: NormalizeContext): Condition =>
  vacantPickup ? 'PICKUP' : mapStatus(conditions, roomCondition, 'roomCondition', ctx)

function occupancyOf({ roomOccupied }: WireHousekeeping): Occupancy {
  if (roomOccupied == null) return 'UNKNOWN'
  return roomOccupied ? 'OCCUPIED' : 'VACANT'
}

/** The flag says whether a block covers today, since nobody says whether its last day counts; the block says which kind. */
function statusOf({ roomBlocked, roomOccupied, blocks }: WireHousekeeping, ctx: NormalizeContext): RoomStatus {
  if (roomBlocked) {
    const states = (blocks ?? []).map(({ roomBlockType }) => mapStatus(blockTypes, roomBlockType, 'roomBlockType', ctx))
    return states.includes('OUT_OF_SERVICE') ? 'OUT_OF_SERVICE' : 'BLOCKED'
  }
  if (roomOccupied === true) return 'OCCUPIED'
  if (roomOccupied === false) return 'AVAILABLE'
  // A room of which nothing is known must not be given to a guest.
  ctx.report({ path: 'roomOccupied', value: '', used: 'OUT_OF_SERVICE' })
  return 'OUT_OF_SERVICE'
}

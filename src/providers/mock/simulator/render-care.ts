import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { keyOf, wireValue } from '../../status.ts'
import {
  blockKinds,
  conditions,
  discrepancies,
  maintenanceStates,
  occupancies,
  occupancyStates,
  priorities,
  stays,
} from '../status.ts'
import type { WireHousekeeping, WireMaintenanceRequest, WireRoomBlock } from '../wire.ts'

export function renderHousekeeping(room: SimulatedItems['housekeeping']): WireHousekeeping {
  return {
    id: room.externalId,
    number: room.roomNumber,
    condition: wireValue(conditions, room.condition),
    desk_says: wireValue(occupancies, room.occupancy),
    floor_says: room.reportedOccupancy && wireValue(occupancies, room.reportedOccupancy),
    discrepancy: room.discrepancy && keyOf(discrepancies, room.discrepancy),
    today: room.stay && keyOf(stays, room.stay),
    occupancy_state: room.roomStatus && wireValue(occupancyStates, room.roomStatus),
    do_not_disturb: room.doNotDisturb,
    service_refused: room.serviceRefused,
    turndown: room.turndown,
    attendant: room.attendant,
    note: room.note,
    business_date: room.businessDate,
    updated_at: room.externalUpdatedAt.toISOString(),
  }
}

export function renderRoomBlock(block: SimulatedItems['roomBlocks']): WireRoomBlock {
  return {
    id: block.externalId,
    kind: wireValue(blockKinds, block.kind),
    room: { id: block.roomExternalId, number: block.roomNumber },
    first_night: block.firstNight,
    last_night: block.lastNight,
    starts: block.startsAt?.toISOString() ?? null,
    ends: block.endsAt?.toISOString() ?? null,
    reason_code: block.reasonCode,
    reason: block.reason,
    return_as: block.returnCondition && wireValue(conditions, block.returnCondition),
    updated_at: block.externalUpdatedAt.toISOString(),
  }
}

export function renderMaintenanceRequest(request: SimulatedItems['maintenanceRequests']): WireMaintenanceRequest {
  return {
    id: request.externalId,
    state: wireValue(maintenanceStates, request.status),
    code: request.code,
    title: request.title,
    details: request.description,
    priority: request.priority && keyOf(priorities, request.priority),
    room: request.roomExternalId === null ? null : { id: request.roomExternalId, number: request.roomNumber },
    place: request.place,
    assignee: request.assignee,
    due: request.dueAt?.toISOString() ?? null,
    reported: request.reportedAt?.toISOString() ?? null,
    resolved: request.resolvedAt?.toISOString() ?? null,
    updated_at: request.externalUpdatedAt.toISOString(),
  }
}

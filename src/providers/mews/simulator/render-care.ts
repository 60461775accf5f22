import { dayNumber, dayOf } from '../../../records/days.ts'
import type { RoomBlockKind } from '../../../records/room-block.ts'
import type { SimulatedProperty } from '../../simulator-kit/data.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { ENTERPRISE_ID } from './ids.ts'
import { timeOn } from './render-booking.ts'

/** Two kinds are all that there are. */
export const BLOCK_TYPES: Readonly<Record<RoomBlockKind, 'OutOfOrder' | 'InternalUse'>> = {
  OUT_OF_ORDER: 'OutOfOrder',
  OUT_OF_SERVICE: 'OutOfOrder',
  HOUSE_USE: 'InternalUse',
  HOLD: 'InternalUse',
}

export const blockName = (code: string | null | undefined) => code ?? 'Block'

/** When the first night begins and the last one is over; without an end, in a year that nobody reaches. */
export const blockTimes = (first: string, last: string | null | undefined, { timeZone }: SimulatedProperty) => ({
  StartUtc: timeOn(first, '15:00', timeZone),
  EndUtc: last ? timeOn(dayOf(dayNumber(last) + 1), '11:00', timeZone) : '2099-01-01T00:00:00Z',
})

export function renderRoomBlock(block: SimulatedItems['roomBlocks'], place: SimulatedProperty) {
  const { externalId, roomExternalId, createdAt, externalUpdatedAt } = block
  return {
    ...{ Id: externalId, EnterpriseId: ENTERPRISE_ID, AssignedResourceId: roomExternalId, IsActive: true },
    ...{ Type: BLOCK_TYPES[block.kind], Name: blockName(block.reasonCode), Notes: block.reason },
    ...blockTimes(block.firstNight, block.lastNight, place),
    ...{ CreatedUtc: createdAt.toISOString(), UpdatedUtc: externalUpdatedAt.toISOString(), DeletedUtc: null },
  }
}

/** As our fetch puts it together. */
export function renderJoinedBlock(block: SimulatedItems['roomBlocks'], place: SimulatedProperty) {
  return { Block: renderRoomBlock(block, place), Resource: { Id: block.roomExternalId, Name: block.roomNumber } }
}

export function renderTask(task: SimulatedItems['maintenanceRequests']) {
  const { externalId, title, description, status, createdAt } = task
  const reported = task.reportedAt ?? createdAt
  const isClosed = status === 'RESOLVED' || status === 'CANCELLED'
  return {
    ...{ Id: externalId, EnterpriseId: ENTERPRISE_ID, Name: title ?? '', Description: description },
    ...{ State: isClosed ? 'Closed' : 'Open', DepartmentId: null, ServiceOrderId: null },
    ...{ CreatedUtc: reported.toISOString(), DeadlineUtc: (task.dueAt ?? reported).toISOString() },
    ClosedUtc: isClosed ? (task.resolvedAt ?? reported).toISOString() : null,
  }
}

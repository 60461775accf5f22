import type { Condition } from '../../../records/housekeeping.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { renderCategory } from './catalog.ts'
import { ENTERPRISE_ID, idOf, indexOf } from './ids.ts'

type Room = SimulatedItems['rooms']
type Housekeeping = SimulatedItems['housekeeping']

const STATES: Readonly<Record<Condition, string>> = {
  CLEAN: 'Clean',
  DIRTY: 'Dirty',
  INSPECTED: 'Inspected',
  PICKUP: 'Dirty',
  IN_PROGRESS: 'Dirty',
  UNKNOWN: 'Dirty',
}

/** A room as our fetch puts it together. */
export function renderRoom(room: Room) {
  const { State: _, ...Resource } = renderResource(room)
  return {
    Resource,
    Category: renderCategory(room.roomType),
    InHouse: room.status === 'OCCUPIED' ? { Persons: room.occupancy } : null,
  }
}

/** How a room is, as our fetch puts it together. */
export function renderHousekeeping(room: Housekeeping) {
  const { externalId, externalUpdatedAt, createdAt, roomStatus } = room
  const blocks = renderBlocks({ externalId, externalUpdatedAt, createdAt, status: roomStatus ?? 'AVAILABLE' })
  return {
    Resource: { Id: externalId, Name: room.roomNumber, State: stateOf(room) },
    Blocks: blocks.map(({ Id, AssignedResourceId, Type, Name }) => ({ Id, AssignedResourceId, Type, Name })),
    IsOccupied: roomStatus === 'OCCUPIED',
  }
}

export const stateOf = ({ condition, roomStatus }: Pick<Housekeeping, 'condition' | 'roomStatus'>) =>
  roomStatus === 'OUT_OF_SERVICE' ? 'OutOfService' : STATES[condition]

/** @param State of what housekeeping has last done */
export function renderResource(room: Room, State = 'Dirty', isActive = true) {
  return {
    ...{ Id: room.externalId, EnterpriseId: ENTERPRISE_ID, IsActive: isActive, ParentResourceId: null },
    Name: room.roomNumber,
    State,
    ...{ CreatedUtc: room.createdAt.toISOString(), UpdatedUtc: room.externalUpdatedAt.toISOString() },
    Data: { Discriminator: 'Space', Value: { FloorNumber: room.floor, LocationNotes: '' } },
    ...{ Descriptions: {}, ExternalNames: {}, Directions: {} },
  }
}

type Blocked = Pick<Room, 'externalId' | 'status' | 'createdAt' | 'externalUpdatedAt'>

/** Out of order and house use are not states of a room but blocks over a time. */
export function renderBlocks({ externalId, status, createdAt, externalUpdatedAt }: Blocked) {
  const Type = status === 'OUT_OF_ORDER' ? 'OutOfOrder' : status === 'BLOCKED' ? 'InternalUse' : null
  if (Type === null) return []
  const [CreatedUtc, UpdatedUtc] = [createdAt.toISOString(), externalUpdatedAt.toISOString()]
  return [
    {
      ...{ Id: idOf('blocks', indexOf(externalId)), EnterpriseId: ENTERPRISE_ID, AssignedResourceId: externalId },
      ...{ IsActive: true, Type, Name: 'Simulated block', Notes: null, DeletedUtc: null, CreatedUtc, UpdatedUtc },
      ...{ StartUtc: CreatedUtc, EndUtc: '2099-01-01T00:00:00Z' },
    },
  ]
}

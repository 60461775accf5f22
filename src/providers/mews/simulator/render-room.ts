import type { CleaningStatus } from '../../../records/room.ts'
import type { SimulatedItems } from '../../simulator-kit/hotel.ts'
import { renderCategory } from './catalog.ts'
import { ENTERPRISE_ID, idOf, indexOf } from './ids.ts'

type Room = SimulatedItems['rooms']

const STATES: Readonly<Record<CleaningStatus, string>> = {
  CLEAN: 'Clean',
  DIRTY: 'Dirty',
  INSPECTED: 'Inspected',
  IN_PROGRESS: 'Dirty',
}

/** A room as our fetch puts it together. */
export function renderRoom(room: Room) {
  return {
    Resource: renderResource(room),
    Category: renderCategory(room.roomType),
    Blocks: renderBlocks(room).map(({ Id, AssignedResourceId, Type, Name }) => ({
      Id,
      AssignedResourceId,
      Type,
      Name,
    })),
    InHouse: room.status === 'OCCUPIED' ? { Persons: room.occupancy } : null,
  }
}

export function renderResource(room: Room, isActive = true) {
  return {
    ...{ Id: room.externalId, EnterpriseId: ENTERPRISE_ID, IsActive: isActive, ParentResourceId: null },
    Name: room.roomNumber,
    State: room.status === 'OUT_OF_SERVICE' ? 'OutOfService' : STATES[room.cleaningStatus],
    ...{ CreatedUtc: room.createdAt.toISOString(), UpdatedUtc: room.externalUpdatedAt.toISOString() },
    Data: { Discriminator: 'Space', Value: { FloorNumber: room.floor, LocationNotes: '' } },
    ...{ Descriptions: {}, ExternalNames: {}, Directions: {} },
  }
}

/** Out of order and house use are not states of a room but blocks over a time. */
export function renderBlocks({ externalId, status, createdAt, externalUpdatedAt }: Room) {
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

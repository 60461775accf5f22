import { readLeniently } from '../../../records/lenient.ts'
import type { RoomInput, RoomStatus } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { blockTypes, cleaningStates, ROOM_PRECEDENCE, resourceStates } from '../status.ts'
import { wireRoom } from '../wire.ts'
import { nameIn } from './names.ts'

export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const { Resource, Category, Blocks, InHouse } = readLeniently(wireRoom, raw, ctx.report)
  const facts: RoomStatus[] = [
    mapStatus(resourceStates, Resource.State, 'Resource.State', ctx),
    ...(Blocks ?? []).map(({ Type }) => mapStatus(blockTypes, Type, 'Blocks.Type', ctx)),
    InHouse ? 'OCCUPIED' : 'AVAILABLE',
  ]
  return {
    externalId: Resource.Id,
    externalUpdatedAt: Resource.UpdatedUtc,
    roomNumber: Resource.Name,
    roomType: Category && nameIn(Category.Names),
    floor: Resource.Data?.Value?.FloorNumber,
    status: ROOM_PRECEDENCE.find((status) => facts.includes(status)) ?? 'AVAILABLE',
    cleaningStatus: mapStatus(cleaningStates, Resource.State, 'Resource.State', ctx),
    occupancy: InHouse?.Persons ?? 0,
    maxOccupancy: Category?.Capacity == null ? null : Category.Capacity + (Category.ExtraCapacity ?? 0),
    metadata: scrubRaw(raw),
  }
}

import { readLeniently } from '../../../records/lenient.ts'
import type { RoomInput } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { wireRoom } from '../wire.ts'
import { nameIn } from './names.ts'

/** What a room is; how it is its housekeeping tells. */
export function normalizeRoom(raw: unknown, ctx: NormalizeContext): RoomInput {
  const { Resource, Category, InHouse } = readLeniently(wireRoom, raw, ctx.report)
  return {
    externalId: Resource.Id,
    externalUpdatedAt: Resource.UpdatedUtc,
    roomNumber: Resource.Name,
    roomType: Category && nameIn(Category.Names),
    floor: Resource.Data?.Value?.FloorNumber,
    occupancy: InHouse?.Persons ?? 0,
    maxOccupancy: Category?.Capacity == null ? null : Category.Capacity + (Category.ExtraCapacity ?? 0),
    metadata: scrubRaw(raw),
  }
}

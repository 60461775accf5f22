import type { HousekeepingInput } from '../../../records/housekeeping.ts'
import { readLeniently } from '../../../records/lenient.ts'
import type { RoomStatus } from '../../../records/room.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import type { NormalizeContext } from '../../provider.ts'
import { mapStatus } from '../../status.ts'
import { blockTypes, conditions, ROOM_PRECEDENCE, resourceStates } from '../status.ts'
import { wireHousekeeping } from '../wire.ts'

/**
 * How a room is. Its resource has a time of change, which neither guests nor blocks move: whatever is fetched last holds.
 * Who cleans and what guests do today Mews does not tell.
 */
export function normalizeHousekeeping(raw: unknown, ctx: NormalizeContext): HousekeepingInput {
  const { Resource, Blocks, IsOccupied } = readLeniently(wireHousekeeping, raw, ctx.report)
  const facts: RoomStatus[] = [
    mapStatus(resourceStates, Resource.State, 'Resource.State', ctx),
    ...(Blocks ?? []).map(({ Type }) => mapStatus(blockTypes, Type, 'Blocks.Type', ctx)),
    IsOccupied ? 'OCCUPIED' : 'AVAILABLE',
  ]
  return {
    externalId: Resource.Id,
    roomNumber: Resource.Name,
    condition: mapStatus(conditions, Resource.State, 'Resource.State', ctx),
    occupancy: IsOccupied ? 'OCCUPIED' : 'VACANT',
    roomStatus: ROOM_PRECEDENCE.find((status) => facts.includes(status)) ?? 'AVAILABLE',
    metadata: scrubRaw(raw),
  }
}

import type { AvailabilityInput } from '../../../records/availability.ts'
import { wireInventory } from '../wire.ts'

export function normalizeAvailability(raw: unknown): AvailabilityInput {
  const { id, room_type, from, to, rooms, sold, available } = wireInventory.parse(raw)
  return { externalId: id, roomTypeExternalId: room_type, from, to, physical: rooms, sold, available }
}

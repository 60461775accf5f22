import type { EntityType } from '../../records/entity-type.ts'
import { syncedBooking } from './booking.ts'
import { syncedGuest } from './guest.ts'
import { syncedRoom } from './room.ts'
import type { SyncedEntity } from './synced-entity.ts'

/** Every entity type that the engine syncs. Rooms and guests come first in a hotel's first sync; the order is not needed. */
export const syncedEntities: Readonly<Record<EntityType, SyncedEntity>> = {
  ROOM: syncedRoom,
  GUEST: syncedGuest,
  BOOKING: syncedBooking,
}

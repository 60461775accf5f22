import { type EntityType, forEachRowType, type RowType } from '../../records/entity-type.ts'
import { syncedAvailability } from './availability.ts'
import { syncedBooking } from './booking.ts'
import { syncedGuest } from './guest.ts'
import { syncedHousekeeping } from './housekeeping.ts'
import { syncedMaintenanceRequest } from './maintenance-request.ts'
import { syncedRate } from './rate.ts'
import { syncedRatePlan } from './rate-plan.ts'
import { syncedRoom } from './room.ts'
import { syncedRoomBlock } from './room-block.ts'
import { syncedRoomType } from './room-type.ts'
import type { RowEntity, SyncedEntity } from './synced-entity.ts'

/** Every entity type that the engine syncs. Rooms and guests come first in a hotel's first sync; the order is not needed. */
export const syncedEntities: Readonly<Record<EntityType, SyncedEntity>> = {
  ROOM_TYPE: syncedRoomType,
  RATE_PLAN: syncedRatePlan,
  ROOM: syncedRoom,
  HOUSEKEEPING: syncedHousekeeping,
  ROOM_BLOCK: syncedRoomBlock,
  MAINTENANCE_REQUEST: syncedMaintenanceRequest,
  GUEST: syncedGuest,
  BOOKING: syncedBooking,
  AVAILABILITY: syncedAvailability,
  RATE: syncedRate,
}

/** Those whose items are rows. */
export const syncedRows: Readonly<Record<RowType, RowEntity>> = forEachRowType(
  (type) => syncedEntities[type] as RowEntity,
)

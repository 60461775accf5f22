import type { EntitySchema, InferEntity } from '@mikro-orm/core'
import type { RowType } from '../records/entity-type.ts'
import { AuditEntryEntity } from './audit-entry.ts'
import { ChangeEntity } from './change.ts'
import { ChangeSetEntity, ChangeSetItemEntity } from './change-set.ts'
import { ConfigurationEntity } from './configuration.ts'
import { HistoryEntryEntity } from './history-entry.ts'
import { HotelEntity } from './hotel.ts'
import { SyncFailureEntity } from './sync-failure.ts'
import { SyncLogEntity } from './sync-log.ts'
import { BookingEntity } from './synced/booking.ts'
import { GuestEntity } from './synced/guest.ts'
import { HousekeepingEntity } from './synced/housekeeping.ts'
import { MaintenanceRequestEntity } from './synced/maintenance-request.ts'
import { RatePlanEntity } from './synced/rate-plan.ts'
import { RoomEntity } from './synced/room.ts'
import { RoomBlockEntity } from './synced/room-block.ts'
import { RoomTypeEntity } from './synced/room-type.ts'
import { WebhookEndpointEntity } from './webhook-endpoint.ts'
import { WebhookEventEntity } from './webhook-event.ts'

/** Where the rows of each entity type are; those that are stored as months have none. */
export const syncedTables = {
  BOOKING: BookingEntity,
  ROOM: RoomEntity,
  GUEST: GuestEntity,
  ROOM_TYPE: RoomTypeEntity,
  RATE_PLAN: RatePlanEntity,
  HOUSEKEEPING: HousekeepingEntity,
  ROOM_BLOCK: RoomBlockEntity,
  MAINTENANCE_REQUEST: MaintenanceRequestEntity,
} satisfies Readonly<Record<RowType, EntitySchema>>

export type SyncedRows = { readonly [Type in RowType]: InferEntity<(typeof syncedTables)[Type]> }

/** Every table that the ORM knows. */
export const entities = [
  HotelEntity,
  ConfigurationEntity,
  ...Object.values(syncedTables),
  HistoryEntryEntity,
  SyncLogEntity,
  SyncFailureEntity,
  WebhookEndpointEntity,
  WebhookEventEntity,
  AuditEntryEntity,
  ChangeEntity,
  ChangeSetEntity,
  ChangeSetItemEntity,
]

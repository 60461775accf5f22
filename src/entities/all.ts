import { AuditEntryEntity } from './audit-entry.ts'
import { BookingEntity } from './booking.ts'
import { ConfigurationEntity } from './configuration.ts'
import { GuestEntity } from './guest.ts'
import { HotelEntity } from './hotel.ts'
import { RoomEntity } from './room.ts'
import { SyncFailureEntity } from './sync-failure.ts'
import { SyncLogEntity } from './sync-log.ts'
import { WebhookEndpointEntity } from './webhook-endpoint.ts'
import { WebhookEventEntity } from './webhook-event.ts'

/** Every table that the ORM knows. */
export const entities = [
  HotelEntity,
  ConfigurationEntity,
  RoomEntity,
  GuestEntity,
  BookingEntity,
  SyncLogEntity,
  SyncFailureEntity,
  WebhookEndpointEntity,
  WebhookEventEntity,
  AuditEntryEntity,
]

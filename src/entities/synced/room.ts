import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { CLEANING_STATUSES, ROOM_STATUSES } from '../../records/room.ts'
import { syncedColumns } from '../columns.ts'

export const RoomEntity = defineEntity({
  name: 'Room',
  tableName: 'pms_room',
  properties: {
    ...syncedColumns(),
    roomNumber: p.text(),
    roomType: p.text().strictNullable(),
    floor: p.text().strictNullable(),
    status: p.enum(ROOM_STATUSES).columnType('text'),
    cleaningStatus: p.enum(CLEANING_STATUSES).columnType('text'),
    occupancy: p.integer().strictNullable(),
    maxOccupancy: p.integer().strictNullable(),
    rateCents: p.bigint('number').strictNullable(),
    currency: p.text().strictNullable(),
    amenities: p.json<string[]>().strictNullable(),
  },
})

export type Room = InferEntity<typeof RoomEntity>

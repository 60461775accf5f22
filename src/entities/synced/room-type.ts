import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { syncedColumns } from '../columns.ts'

export const RoomTypeEntity = defineEntity({
  name: 'RoomType',
  tableName: 'pms_room_type',
  properties: {
    ...syncedColumns(),
    code: p.text().strictNullable(),
    name: p.text(),
    capacity: p.integer().strictNullable(),
    roomCount: p.integer().strictNullable(),
    sellable: p.boolean().strictNullable(),
  },
})

export type RoomType = InferEntity<typeof RoomTypeEntity>

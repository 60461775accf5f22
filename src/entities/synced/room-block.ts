import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { CONDITIONS } from '../../records/housekeeping.ts'
import { ROOM_BLOCK_KINDS } from '../../records/room-block.ts'
import { instantColumn, syncedColumns } from '../columns.ts'

export const RoomBlockEntity = defineEntity({
  name: 'RoomBlock',
  tableName: 'pms_room_block',
  properties: {
    ...syncedColumns(),
    kind: p.enum(ROOM_BLOCK_KINDS).columnType('text'),
    roomExternalId: p.text(),
    roomNumber: p.text().strictNullable(),
    firstNight: p.date(),
    lastNight: p.date().strictNullable(),
    startsAt: instantColumn().strictNullable(),
    endsAt: instantColumn().strictNullable(),
    reasonCode: p.text().strictNullable(),
    reason: p.text().strictNullable(),
    returnCondition: p.enum(CONDITIONS).columnType('text').strictNullable(),
  },
})

export type RoomBlock = InferEntity<typeof RoomBlockEntity>

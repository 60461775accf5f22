import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { LOST_ITEM_STATUSES } from '../../records/lost-item.ts'
import { instantColumn, syncedColumns } from '../columns.ts'

export const LostItemEntity = defineEntity({
  name: 'LostItem',
  tableName: 'pms_lost_item',
  properties: {
    ...syncedColumns(),
    description: p.text(),
    status: p.enum(LOST_ITEM_STATUSES).columnType('text'),
    roomNumber: p.text().strictNullable(),
    isValuable: p.boolean().strictNullable(),
    foundAt: instantColumn(),
    tags: p.array().columnType('text[]').strictNullable(),
  },
})

export type LostItem = InferEntity<typeof LostItemEntity>

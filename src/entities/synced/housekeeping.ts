import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { CONDITIONS, DISCREPANCIES, OCCUPANCIES, STAYS } from '../../records/housekeeping.ts'
import { ROOM_STATUSES } from '../../records/room.ts'
import { syncedColumns } from '../columns.ts'

export const HousekeepingEntity = defineEntity({
  name: 'Housekeeping',
  tableName: 'pms_housekeeping',
  properties: {
    ...syncedColumns(),
    roomNumber: p.text().strictNullable(),
    condition: p.enum(CONDITIONS).columnType('text'),
    occupancy: p.enum(OCCUPANCIES).columnType('text'),
    reportedOccupancy: p.enum(OCCUPANCIES).columnType('text').strictNullable(),
    discrepancy: p.enum(DISCREPANCIES).columnType('text').strictNullable(),
    stay: p.enum(STAYS).columnType('text').strictNullable(),
    roomStatus: p.enum(ROOM_STATUSES).columnType('text').strictNullable(),
    doNotDisturb: p.boolean().strictNullable(),
    serviceRefused: p.boolean().strictNullable(),
    turndown: p.boolean().strictNullable(),
    attendant: p.text().strictNullable(),
    note: p.text().strictNullable(),
    businessDate: p.date().strictNullable(),
  },
})

export type Housekeeping = InferEntity<typeof HousekeepingEntity>

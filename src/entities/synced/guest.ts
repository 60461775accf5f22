import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { jsonColumn, syncedColumns } from '../columns.ts'

export const GuestEntity = defineEntity({
  name: 'Guest',
  tableName: 'pms_guest',
  properties: {
    ...syncedColumns(),
    firstName: p.text(),
    lastName: p.text(),
    email: p.text().strictNullable(),
    phone: p.text().strictNullable(),
    country: p.text().strictNullable(),
    dateOfBirth: p.date().strictNullable(),
    loyaltyTier: p.text().strictNullable(),
    totalStays: p.integer().strictNullable(),
    totalSpent: p.bigint('number').strictNullable(),
    preferences: jsonColumn().strictNullable(),
  },
})

export type Guest = InferEntity<typeof GuestEntity>

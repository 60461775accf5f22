import { defineEntity, type InferEntity, p } from '@mikro-orm/core'
import { DERIVATION_KINDS, RATE_PRICINGS } from '../../records/rate-plan.ts'
import { syncedColumns } from '../columns.ts'

export const RatePlanEntity = defineEntity({
  name: 'RatePlan',
  tableName: 'pms_rate_plan',
  properties: {
    ...syncedColumns(),
    code: p.text().strictNullable(),
    name: p.text(),
    currency: p.text().strictNullable(),
    taxIncluded: p.boolean().strictNullable(),
    pricing: p.enum(RATE_PRICINGS).columnType('text').strictNullable(),
    derivedFromExternalId: p.text().strictNullable(),
    derivationKind: p.enum(DERIVATION_KINDS).columnType('text').strictNullable(),
    derivationValue: p.bigint('number').strictNullable(),
  },
})

export type RatePlan = InferEntity<typeof RatePlanEntity>

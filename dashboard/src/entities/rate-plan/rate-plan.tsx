import { RatePlanDocument, RatePlansDocument, SyncRatePlansDocument } from '../../gql/graphql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { PRICINGS } from './pricings.ts'
import { ratePlanColumns } from './rate-plan-columns.tsx'
import { RatePlanFacts } from './rate-plan-facts.tsx'

export const ratePlan = defineEntity({
  type: 'RATE_PLAN',
  sync: SyncRatePlansDocument,
  list: {
    document: RatePlansDocument,
    orders: ['NAME', 'CODE', 'UPDATED_AT'],
    hasPersonalData: false,
    columns: ratePlanColumns,
    filters: {
      code: { kind: 'text', label: 'Code', width: 100 },
      pricing: { kind: 'choice', label: 'Prices', choices: PRICINGS },
    },
    toFilter: ({ code, pricing }) => ({ code: code ?? null, pricing: oneOf(pricing) }),
  },
  details: { document: RatePlanDocument, Facts: RatePlanFacts },
})

import { graphql } from '../../gql/gql.ts'
import { defineEntity } from '../entity.tsx'
import { oneOf } from '../list/filters.ts'
import { PRICINGS } from './pricings.ts'
import { ratePlanColumns } from './rate-plan-columns.tsx'
import { RatePlanFacts } from './rate-plan-facts.tsx'

const listDocument = graphql(`
  query RatePlans(
    $hotelId: ID!
    $first: Int
    $after: String
    $last: Int
    $before: String
    $filter: PmsRatePlanFilter
    $orderBy: PmsRatePlanOrder
  ) {
    rows: ratePlans(
      hotelId: $hotelId
      first: $first
      after: $after
      last: $last
      before: $before
      filter: $filter
      orderBy: $orderBy
    ) {
      nodes {
        ...RatePlanRow
      }
      pageInfo {
        ...PageFields
      }
    }
  }
`)

const ratePlanDocument = graphql(`
  query RatePlan($id: ID!) {
    row: ratePlan(id: $id) {
      id
      hotelId
      provider
      externalId
      externalUpdatedAt
      lastSyncedAt
      deletedAt
      createdAt
      updatedAt
      code
      name
      currency
      taxIncluded
      pricing
      derivedFrom {
        kind
        value
        ratePlanExternalId
        ratePlan {
          id
          name
        }
      }
      metadata
      syncError
    }
  }
`)

const syncDocument = graphql(`
  mutation SyncRatePlans($input: PmsSyncInput!) {
    sync: syncRatePlans(input: $input) {
      ...StartedSync
    }
  }
`)

export const ratePlan = defineEntity({
  type: 'RATE_PLAN',
  sync: syncDocument,
  list: {
    document: listDocument,
    orders: ['NAME', 'CODE', 'UPDATED_AT'],
    hasPersonalData: false,
    columns: ratePlanColumns,
    filters: {
      code: { kind: 'text', label: 'Code', width: 100 },
      pricing: { kind: 'choice', label: 'Prices', choices: PRICINGS },
    },
    toFilter: ({ code, pricing }) => ({ code: code ?? null, pricing: oneOf(pricing) }),
  },
  details: { document: ratePlanDocument, Facts: RatePlanFacts },
})

import type { PmsRatePricing } from '../../gql/graphql.ts'

export const PRICINGS: Readonly<Record<PmsRatePricing, string>> = {
  PER_ROOM: 'Per room',
  PER_OCCUPANCY: 'Per room and number of guests',
  PER_PERSON: 'Per guest',
}

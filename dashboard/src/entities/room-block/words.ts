import type { PmsRoomBlockKind } from '../../gql/graphql.ts'

export const KINDS: Readonly<Record<PmsRoomBlockKind, string>> = {
  OUT_OF_ORDER: 'Out of order',
  OUT_OF_SERVICE: 'Out of service',
  HOUSE_USE: 'House use',
  HOLD: 'Held',
}

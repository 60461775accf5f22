import type { PmsDiscrepancy } from '../../gql/graphql.ts'
import { statusLabels } from '../../ui/values/statuses.ts'

export const CONDITIONS = statusLabels(['CLEAN', 'DIRTY', 'INSPECTED', 'PICKUP', 'IN_PROGRESS', 'UNKNOWN'])
export const OCCUPANCIES = statusLabels(['VACANT', 'OCCUPIED', 'UNKNOWN'])

export const DISCREPANCIES: Readonly<Record<PmsDiscrepancy, string>> = {
  SKIP: 'Skip: nobody is in it',
  SLEEP: 'Sleep: somebody is in it',
  PERSONS: 'Another number of guests',
}

import type { PmsErrorClass, StatisticsFailuresQuery } from '../../gql/graphql.ts'

export type FailureRate = StatisticsFailuresQuery['syncFailureRates'][number]

/** Causes in the words of a hotel. */
export const CAUSES = {
  AUTH: 'Credentials rejected',
  PERMISSION: 'Missing permission',
  RATE: 'Rate limited',
  PROVIDER: 'PMS unavailable',
  DATA: 'Invalid records',
  CONFIGURATION: 'Configuration',
  INTERNAL: 'Internal error',
  OURS: 'Internal error',
} as const satisfies Record<PmsErrorClass, string>

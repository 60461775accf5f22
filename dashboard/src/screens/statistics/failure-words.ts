import type { PmsErrorClass, StatisticsFailuresQuery } from '../../gql/graphql.ts'

export type FailureRate = StatisticsFailuresQuery['syncFailureRates'][number]

/** Causes in the words of a hotel. */
export const CAUSES = {
  AUTH: 'Access refused',
  PERMISSION: 'A right is missing',
  RATE: 'Too many requests',
  PROVIDER: 'System does not answer',
  DATA: 'Records are wrong',
  CONFIGURATION: 'Set up wrongly',
  OURS: 'Our mistake',
} as const satisfies Record<PmsErrorClass, string>

import { changeCases } from './conformance/changes.ts'
import { connectionCases } from './conformance/connection.ts'
import { faultCases } from './conformance/faults.ts'
import type { ConformanceCase } from './conformance/lab.ts'
import { mappingCases } from './conformance/mapping.ts'
import { walkCases } from './conformance/walks.ts'

export type { ConformanceCase } from './conformance/lab.ts'

/**
 * What every provider must survive, against its own simulator: a provider in the registry is tested before its author
 * writes a test. Free of any test framework; a case throws when the provider fails it.
 */
export const conformanceCases: readonly ConformanceCase[] = [
  ...connectionCases,
  ...walkCases,
  ...changeCases,
  ...faultCases,
  ...mappingCases,
]

import { calendarCases } from './calendars.ts'
import { changeCases } from './changes.ts'
import { connectionCases } from './connection.ts'
import { faultCases } from './faults.ts'
import type { ConformanceCase } from './harness.ts'
import { mappingCases } from './mapping.ts'
import { walkCases } from './walks.ts'
import { writeCases } from './writes.ts'

export type { ConformanceCase } from './harness.ts'

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
  ...calendarCases,
  ...writeCases,
]

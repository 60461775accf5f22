import { PmsIntegrationError } from '../errors.ts'
import { dayNumber } from '../records/days.ts'
import { MAX_DAYS } from '../records/span.ts'

/**
 * How many days a span has that a vendor tells of, both ends included; less than one where it ends before it begins.
 * @throws PmsIntegrationError RECORD_INVALID for one that ends in another century: a value for each of its days is no calendar,
 * and would hold up everybody else
 */
export function spanDays(from: string, to: string): number {
  const days = dayNumber(to) - dayNumber(from) + 1
  if (days <= MAX_DAYS) return days
  throw new PmsIntegrationError('RECORD_INVALID', `from ${from} to ${to} are more than ${MAX_DAYS} days`, {
    field: 'to',
  })
}

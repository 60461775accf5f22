import { z } from 'zod'
import { limitation } from './paging.ts'

const ids = z.array(z.guid()).max(1_000).nullish()
const texts = z.array(z.string()).nullish()
const instant = z.iso.datetime({ offset: true })
const interval = z
  .object({ StartUtc: instant, EndUtc: instant })
  .refine(({ StartUtc, EndUtc }) => Date.parse(EndUtc) - Date.parse(StartUtc) <= THREE_MONTHS_MS, 'is too long')

/** As long as three months get. */
const THREE_MONTHS_MS = 92 * 86_400_000

/** The filters that the simulated operations know. */
export const parameters = z.object({
  Limitation: limitation,
  EnterpriseIds: ids,
  ChainIds: ids,
  ServiceIds: ids,
  ReservationIds: ids,
  CustomerIds: ids,
  ResourceIds: ids,
  AssignedResourceIds: ids,
  ResourceCategoryIds: ids,
  AgeCategoryIds: ids,
  RateIds: ids,
  ResourceBlockIds: ids,
  TaskIds: ids,
  ServiceOrderIds: ids,
  States: texts,
  AccountingStates: texts,
  ActivityStates: texts,
  UpdatedUtc: interval.nullish(),
  CollidingUtc: interval.nullish(),
  Extent: z.record(z.string(), z.boolean()).nullish(),
})
export type Parameters = z.output<typeof parameters>

/** Half-open; an interval without length means that very instant. */
export function isWithin(ms: number, interval: Parameters['UpdatedUtc']): boolean {
  if (interval == null) return true
  const [start, end] = [Date.parse(interval.StartUtc), Date.parse(interval.EndUtc)]
  return start === end ? ms === start : ms >= start && ms < end
}

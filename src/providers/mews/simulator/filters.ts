import { z } from 'zod'
import { limitation } from './paging.ts'

const ids = z.array(z.guid()).max(1_000).nullish()
const texts = z.array(z.string()).nullish()
const instant = z.iso.datetime({ offset: true })
const ofAnyLength = z.object({ StartUtc: instant, EndUtc: instant })
/** As most intervals have to be. */
export const isShort = (interval: z.output<typeof ofAnyLength> | null | undefined) =>
  interval == null || Date.parse(interval.EndUtc) - Date.parse(interval.StartUtc) <= THREE_MONTHS_MS
const interval = ofAnyLength.refine(isShort, 'is too long')

const METRICS = [
  'ActiveResources',
  'UsableResources',
  'OutOfOrderBlocks',
  'Occupied',
  'ConfirmedReservations',
  'OptionalReservations',
  'OtherServiceReservationCount',
  'PublicAvailabilityAdjustment',
  'BlockAvailability',
  'AllocatedBlockAvailability',
  'HouseUse',
] as const

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
  CreatedUtc: interval.nullish(),
  CollidingUtc: ofAnyLength.nullish(),
  Extent: z.record(z.string(), z.boolean()).nullish(),
})
export type Parameters = z.output<typeof parameters>

/** What is asked for by the day, without pages. */
export const calendarParameters = z.object({
  RateId: z.guid().nullish(),
  ServiceId: z.guid().nullish(),
  FirstTimeUnitStartUtc: instant,
  LastTimeUnitStartUtc: instant,
  Metrics: z.array(z.enum(METRICS)).min(1).nullish(),
})
export type CalendarParameters = z.output<typeof calendarParameters>

/** Half-open; an interval without length means that very instant. */
export function isWithin(ms: number, interval: Parameters['UpdatedUtc']): boolean {
  if (interval == null) return true
  const [start, end] = [Date.parse(interval.StartUtc), Date.parse(interval.EndUtc)]
  return start === end ? ms === start : ms >= start && ms < end
}

/** Whether an interval, open where an end is missing, has something in common with another one; both have their ends. */
export function isColliding(
  { StartUtc, EndUtc }: { StartUtc: string | null; EndUtc: string | null },
  asked: NonNullable<Parameters['CollidingUtc']>,
): boolean {
  const starts = StartUtc === null || Date.parse(StartUtc) <= Date.parse(asked.EndUtc)
  return starts && (EndUtc === null || Date.parse(EndUtc) >= Date.parse(asked.StartUtc))
}

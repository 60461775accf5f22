import type { Freshness, FreshnessState } from '../../insights/freshness.ts'
import { dayNumber, dayNumberIn } from '../../records/days.ts'
import type { SpanEntity } from '../../sync/synced/synced-entity.ts'

/** How far what is told of each day can be trusted, in lists as long as the days. */
export interface KnownDays {
  readonly trueAsOf: readonly (Date | null)[]
  readonly freshness: readonly (FreshnessState | null)[]
}

interface Asked {
  readonly provider: string
  readonly dates: readonly string[]
  readonly timeZone: string
  readonly now: Date
}

/** By the slice that reads each day; null of days that none reads: what is past stays as it was last read. */
export function knownDays(
  { type, due }: SpanEntity,
  freshness: readonly Freshness[],
  { provider, dates, timeZone, now }: Asked,
): KnownDays {
  const today = dayNumberIn(timeZone, now)
  const slices = due === 'SCHEDULE' ? [] : due
  const known = dates.map((date) => {
    const ahead = dayNumber(date) - today
    const slice = slices.find(({ days }) => days !== undefined && days[0] <= ahead && ahead <= days[1])?.slice
    return freshness.find((one) => one.entityType === type && one.provider === provider && one.slice === slice)
  })
  return {
    trueAsOf: known.map((slice) => slice?.trueAsOf ?? null),
    freshness: known.map((slice) => slice?.state ?? null),
  }
}

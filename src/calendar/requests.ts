import { nextRun } from '../platform/cron.ts'
import type { ProviderLimits } from '../providers/provider.ts'
import { SPAN_TYPES } from '../records/entity-type.ts'
import { syncedEntities } from '../sync/synced/synced-entities.ts'
import type { Slice } from '../sync/synced/synced-entity.ts'

/** What is stated is of a hotel with so many rate plans. */
export const STATED_PLANS = 20
const DAY_MS = 86_400_000
/** Any day will do, for the schedules of calendars are the same on all. */
const SOME_DAY = new Date('2026-01-14T23:59:59Z')

/** What the calendars of one hotel ask of its PMS. */
export interface CalendarRequests {
  /** Slice of an entity type → requests a day. */
  readonly bySlice: readonly { readonly type: string; readonly slice: string; readonly aDay: number }[]
  readonly aDay: number
  /** Of what the vendor allows the credential in a day, which hotels may share. */
  readonly share: number
}

/** Requests of calendars a day with the schedules that they are due by; null where the vendor has none. */
export function calendarRequests(
  { calendarRequests: costs, rate }: ProviderLimits,
  plans = STATED_PLANS,
): CalendarRequests | null {
  if (costs === undefined) return null
  const bySlice = SPAN_TYPES.flatMap((type) => {
    const { kind, due } = syncedEntities[type]
    return slicesOf(due).map(({ slice, every, days: [first, last] = [0, 0] }) => ({
      ...{ type, slice },
      aDay: costs[kind as keyof typeof costs](last - first + 1, plans) * runsADay(every),
    }))
  })
  const aDay = bySlice.reduce((sum, slice) => sum + slice.aDay, 0)
  return { bySlice, aDay, share: aDay / ((rate.requests * DAY_MS) / rate.perMs) }
}

const slicesOf = (due: 'SCHEDULE' | readonly Slice[]): readonly Slice[] => (due === 'SCHEDULE' ? [] : due)

function runsADay(every: string): number {
  const end = SOME_DAY.getTime() + DAY_MS
  let runs = 0
  for (let at = nextRun(every, 'UTC', SOME_DAY); at.getTime() <= end; at = nextRun(every, 'UTC', at)) runs += 1
  return runs
}

/** As people read it: `975 a day (0.17 % of what it allows)`. */
export const saidOf = ({ aDay, share }: CalendarRequests): string =>
  `${aDay.toLocaleString('en')} a day (${(share * 100).toFixed(2)} % of what it allows)`

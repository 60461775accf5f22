import type { DayRange } from '../../providers/provider.ts'
import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { SyncedEntity } from './synced-entity.ts'

/** Days from the hotel's today. What one call of most PMSs answers, a year, costs no more requests than a month of it. */
export const NEAR = [0, 364] as const
/** The second year. */
export const FAR = [365, 729] as const

/** The days that a slice is about, on the hotel's calendar; null where it is not about days. */
export function rangeOf({ due }: SyncedEntity, slice: string, timeZone: string, now: Date): DayRange | null {
  const days = due === 'SCHEDULE' ? undefined : due.find((one) => one.slice === slice)?.days
  if (days === undefined) return null
  const today = dayNumberIn(timeZone, now)
  return { from: dayOf(today + days[0]), to: dayOf(today + days[1]) }
}

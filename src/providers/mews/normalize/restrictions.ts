import { PmsIntegrationError } from '../../../errors.ts'
import { dayNumber, dayOf } from '../../../records/days.ts'
import type { RateInput } from '../../../records/rate.ts'
import type { DayRange } from '../../provider.ts'
import type { WireRestriction } from '../wire/calendar.ts'
import { hotelDay } from './days.ts'

type Flag = 'closed' | 'closedToArrival' | 'closedToDeparture'
type Nights = 'minStayArrival' | 'minStayThrough' | 'maxStay' | 'cutoffDays'

/** Who stays over a day, arrives on it or leaves on it: which field says that nobody may, and which says how long at least. */
const TYPES: Readonly<Record<string, { readonly flag: Flag; readonly least: Nights | null }>> = {
  Stay: { flag: 'closed', least: 'minStayThrough' },
  Start: { flag: 'closedToArrival', least: 'minStayArrival' },
  End: { flag: 'closedToDeparture', least: null },
}
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const THURSDAY = 4

/**
 * What holds on each day: the strictest of all restrictions. One without exceptions closes; one with exceptions lets through
 * whoever keeps to them. What has no place in a record, such as prices, is in its metadata.
 */
export function restrictionsOf(
  { from, to }: DayRange,
  restrictions: readonly WireRestriction[],
  timeZone: string,
): Pick<RateInput, Flag | Nights> {
  const first = dayNumber(from)
  const length = dayNumber(to) - first + 1
  const listOf = <T>(value: T): T[] => Array.from({ length }, () => value)
  const flags = { closed: listOf(false), closedToArrival: listOf(false), closedToDeparture: listOf(false) }
  const none = () => listOf<number | null>(null)
  const nights = { minStayArrival: none(), minStayThrough: none(), maxStay: none(), cutoffDays: none() }
  for (const restriction of restrictions) {
    const days = daysOf(restriction, first, length, timeZone)
    const { flag, least } = TYPES[restriction.Conditions.Type] ?? {}
    const { MinLength, MaxLength, MinAdvance, ...others } = restriction.Exceptions ?? {}
    const isPlain = ![MinLength, MaxLength, MinAdvance, ...Object.values(others)].some((one) => one != null)
    const tighten = (field: Nights | null | undefined, value: number | null, strictest: typeof Math.max) => {
      if (!field || value === null) return
      for (const day of days) nights[field][day] = strictest(nights[field][day] ?? value, value)
    }
    if (isPlain && flag !== undefined) for (const day of days) flags[flag][day] = true
    tighten(least, daysIn(MinLength, Math.ceil, 31), Math.max)
    tighten(least && 'maxStay', daysIn(MaxLength, Math.floor, 28), Math.min)
    tighten(least && 'cutoffDays', daysIn(MinAdvance, Math.ceil, 31), Math.max)
  }
  return { ...flags, ...nights }
}

/** Places of the days that it is about, both ends included; without days of the week it is about all. */
function daysOf({ Conditions }: WireRestriction, first: number, length: number, timeZone: string): number[] {
  const { StartUtc, EndUtc, Days } = Conditions
  const start = StartUtc ? hotelDay(StartUtc, timeZone) : Number.NEGATIVE_INFINITY
  const end = EndUtc ? hotelDay(EndUtc, timeZone) : Number.POSITIVE_INFINITY
  const places = Array.from({ length }, (_, place) => place)
  return places.filter((place) => {
    const day = first + place
    const weekday = WEEKDAYS[(day + THURSDAY) % 7] ?? dayOf(day)
    return day >= start && day <= end && (!Days?.length || Days.includes(weekday))
  })
}

const DURATION = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/

/** `P0M2DT0H0M0S` → 2. Parts of a day are rounded to the strict side, and so is what a month is. */
function daysIn(duration: string | null | undefined, round: typeof Math.ceil, monthDays: number): number | null {
  if (duration == null) return null
  const parts = DURATION.exec(duration)?.slice(1)
  if (parts === undefined) throw new PmsIntegrationError('RECORD_INVALID', 'Restrictions has a duration that is none')
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part) =>
    Number(part ?? 0),
  )
  const time = (hours * 3_600 + minutes * 60 + seconds) / 86_400
  return round((years * 12 + months) * monthDays + weeks * 7 + days + time)
}

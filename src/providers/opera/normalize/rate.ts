import { dayNumber } from '../../../records/days.ts'
import type { RateInput } from '../../../records/rate.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { minorUnitsOf } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { spanDays } from '../../span-days.ts'
import { rateIdOf } from '../ids.ts'
import { type WireSchedule, wireRateSpan } from '../wire/calendar.ts'
import { eachDay } from './each-day.ts'
import { restrictionsOf } from './restrictions.ts'

const BY_PERSONS = ['onePersonRate', 'twoPersonRate', 'threePersonRate', 'fourPersonRate', 'fivePersonRate'] as const

/** A value a day from ranges by persons and from rules. Nothing that cannot be read is put right: the span is refused. */
export function normalizeRate(raw: unknown, ctx: NormalizeContext): RateInput {
  const span = wireRateSpan.parse(raw)
  const { ratePlanCode, roomType, from, to } = span
  const currency = span.currencyCode || ctx.hotel.currency
  const schedules = byDay(span, span.schedules)
  const pricesOf = (name: keyof NonNullable<WireSchedule['rateAmounts']>) =>
    schedules.map((schedule) => {
      const amount = schedule?.rateAmounts?.[name]
      return amount == null ? null : minorUnitsOf(amount, currency, name)
    })
  const amounts = BY_PERSONS.map(pricesOf)
  const persons = amounts.findLastIndex((list) => list.some((price) => price !== null)) + 1
  return {
    externalId: rateIdOf(raw) ?? '',
    ratePlanExternalId: ratePlanCode,
    roomTypeExternalId: roomType,
    currency,
    from,
    to,
    amounts: amounts.slice(0, Math.max(persons, 1)),
    extraAdult: pricesOf('extraPersonRate'),
    extraChild: pricesOf('extraChildRate'),
    ...restrictionsOf(span, span.restrictions),
    metadata: scrubRaw({ restrictions: span.restrictions }),
  }
}

/** The schedule of each day; of several the one of the lowest tier, and of those the first. */
function byDay({ from, to }: { from: string; to: string }, schedules: readonly WireSchedule[]) {
  const first = dayNumber(from)
  const days: (WireSchedule | null)[] = Array.from({ length: spanDays(from, to) }, () => null)
  const inOrder = schedules.toSorted((a, b) => (a.tierID ?? 0) - (b.tierID ?? 0))
  for (const schedule of inOrder) {
    for (const day of eachDay(schedule, from, to)) days[day - first] ??= schedule
  }
  return days
}

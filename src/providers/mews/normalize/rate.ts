import { PmsIntegrationError } from '../../../errors.ts'
import type { RateInput } from '../../../records/rate.ts'
import { scrubRaw } from '../../../records/text/scrub.ts'
import { minorUnitsOf } from '../../money.ts'
import type { NormalizeContext } from '../../provider.ts'
import { checkShown } from '../../refused.ts'
import { rateIdOf } from '../ids.ts'
import { type WireRateSpan, wireRateSpan } from '../wire/calendar.ts'
import { daysFrom } from './days.ts'
import { restrictionsOf } from './restrictions.ts'

const MOST_PERSONS = 20

/**
 * A value a day, gross. The vendor's prices are of a room that is full: whoever is missing or beyond that changes them by an
 * amount, so that there is a list for each number of persons. Nothing that cannot be read is put right: the span is refused.
 */
export function normalizeRate(raw: unknown, ctx: NormalizeContext): RateInput {
  checkShown(raw)
  const span = wireRateSpan.parse(raw)
  const days = daysFrom(span.TimeUnitStartsUtc, ctx)
  return {
    externalId: rateIdOf(raw) ?? '',
    ratePlanExternalId: span.RateId,
    roomTypeExternalId: span.CategoryId,
    currency: span.Currency,
    ...days,
    amounts: amountsOf(span),
    extraAdult: extraOf(span, 'Adult'),
    extraChild: extraOf(span, 'Child'),
    ...restrictionsOf(days, span.Restrictions, ctx.hotel.timeZone),
    metadata: scrubRaw(rulesOf(raw)),
  }
}

function amountsOf({ Currency, AmountPrices, Category, ...span }: WireRateSpan): (number | null)[][] {
  const prices = AmountPrices.map((amount) => {
    if (amount !== null && amount.Currency !== Currency) throw mixed(Currency)
    return amount && minorUnitsOf(amount.GrossValue, Currency, 'AmountPrices')
  })
  const empty = minorUnitsOf(span.EmptyUnitAdjustment ?? 0, Currency, 'EmptyUnitAdjustment')
  const extra = minorUnitsOf(span.ExtraUnitAdjustment ?? 0, Currency, 'ExtraUnitAdjustment')
  const capacity = Category?.Capacity ?? 0
  if (capacity === 0 || (empty === 0 && extra === 0)) return [prices]
  const persons = Math.min(capacity + (Category?.ExtraCapacity ?? 0), MOST_PERSONS)
  return Array.from({ length: persons }, (_, index) => {
    const change = Math.max(capacity - index - 1, 0) * empty + Math.max(index + 1 - capacity, 0) * extra
    return prices.map((price) => (price === null ? null : price + change))
  })
}

/** What each further person of an age costs, the most where several are said. */
function extraOf({ AgeCategoryAdjustments, Currency, TimeUnitStartsUtc }: WireRateSpan, age: string) {
  const amounts = (AgeCategoryAdjustments ?? [])
    .filter(({ Type, Classification }) => Type === 'ExtraOccupancyAdjustment' && Classification === age)
    .map(({ AbsoluteValue }) => minorUnitsOf(AbsoluteValue, Currency, 'AgeCategoryAdjustments'))
  const most = amounts.length === 0 ? null : Math.max(...amounts)
  return TimeUnitStartsUtc.map(() => (most !== null && most >= 0 ? most : null))
}

/** What the prices were made with. */
function rulesOf(raw: unknown) {
  const { Restrictions, AgeCategoryAdjustments, EmptyUnitAdjustment, ExtraUnitAdjustment } = Object(raw)
  return { Restrictions, AgeCategoryAdjustments, EmptyUnitAdjustment, ExtraUnitAdjustment }
}

const mixed = (currency: string) =>
  new PmsIntegrationError('RECORD_INVALID', `AmountPrices must all be in ${currency}`, { field: 'AmountPrices' })

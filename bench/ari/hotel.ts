import { dayNumber, dayOf, monthOf } from '../../src/records/days.ts'
import type { ValidatedPage } from '../../src/sync/store/validate.ts'
import { pageOf } from '../../tests/sync/spans/spans.ts'

/** A hotel of 20 plans and 20 room types, with two years of prices. */
export const PLANS = 20
export const TYPES = 20
export const DAYS = 730
export const FIRST = dayNumber('2027-01-10')
export const CELLS = PLANS * TYPES * DAYS
/** What a vendor answers at a time: it cuts months. */
export const WINDOW = 90

export interface Cell {
  readonly plan: number
  readonly type: number
  readonly day: number
}

/** What a night costs; dearer at weekends, and with every round of re-pricing. */
export const priceOf = ({ plan, type, day }: Cell, round = 0) =>
  8_000 + type * 700 - plan * 90 + ((day + 4) % 7 > 4 ? 2_500 : 0) + ((day * 7919) % 13) * 100 + round * 37

export interface Days {
  readonly first: number
  readonly length: number
}

/** The windows of a vendor. */
export const windows = (): Days[] =>
  Array.from({ length: Math.ceil(DAYS / WINDOW) }, (_, i) => ({
    first: FIRST + i * WINDOW,
    length: Math.min(WINDOW, DAYS - i * WINDOW),
  }))

/** As another vendor would: month by month. */
export function months(): Days[] {
  const found: Days[] = []
  for (let day = FIRST; day < FIRST + DAYS; day += found.at(-1)?.length ?? 1) {
    const { first, length } = monthOf(day)
    found.push({ first: day, length: Math.min(first + length, FIRST + DAYS) - day })
  }
  return found
}

/** A page a window, a span a plan and room type, as PMSs answer that name all plans at a time: two persons, six attributes. */
export function pagesOf(cut: readonly Days[], round = 0): ValidatedPage[] {
  return cut.map((days) =>
    pageOf(
      'rates',
      Array.from({ length: PLANS * TYPES }, (_, i) => spanOf(Math.floor(i / TYPES), i % TYPES, days, round)),
    ),
  )
}

function spanOf(plan: number, type: number, { first, length }: Days, round: number) {
  const list = <T>(value: (day: number) => T) => Array.from({ length }, (_, i) => value(first + i))
  const amounts = [0, 1_500].map((more) => list((day) => priceOf({ plan, type, day }, round) + more))
  return {
    externalId: `${plan}/${type}/${first}`,
    ratePlanExternalId: `P${plan}`,
    roomTypeExternalId: `T${type}`,
    currency: 'EUR',
    from: dayOf(first),
    to: dayOf(first + length - 1),
    amounts,
    ...restrictionsOf(list),
  }
}

const restrictionsOf = (list: <T>(value: (day: number) => T) => T[]) => ({
  closed: list((day) => day % 40 === 0),
  closedToArrival: list((day) => day % 7 === 0),
  closedToDeparture: list(() => false),
  minStayArrival: list((day) => (day % 7 > 4 ? 2 : 1)),
  maxStay: list(() => 28),
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dayNumber, dayOf } from '../../../src/records/days.ts'
import { cutSpans } from '../../../src/sync/store/spans/cut.ts'
import type { MonthValues } from '../../../src/sync/store/spans/lines.ts'
import { mergeMonth, type StoredMonth } from '../../../src/sync/store/spans/merge.ts'
import { syncedRate } from '../../../src/sync/synced/rate.ts'
import { aRate, pageOf } from './spans.ts'

/** Months in memory: what a table would hold after these pages. */
function createMonths() {
  const months = new Map<string, StoredMonth[]>()
  return {
    months,
    /** @returns how many spans were different from what was stored */
    store(spans: readonly object[]): number {
      const page = pageOf('rates', spans)
      expect(page.failed).toEqual([])
      const different = new Set<unknown>()
      for (const cut of cutSpans(syncedRate, page.items)) {
        const key = JSON.stringify([cut.series, cut.month])
        const stored = months.get(key) ?? []
        const merge = mergeMonth(cut, stored)
        for (const item of merge.different) different.add(item)
        const others = stored.filter(({ currency }) => !merge.changed.some((month) => month.currency === currency))
        const written = merge.changed.map(({ currency, after, metadata }) => ({
          currency,
          values: after,
          metadata,
          isNewer: false,
        }))
        months.set(key, [...others, ...written])
      }
      return different.size
    },
    /** Series, currency, attribute, person and day → value. */
    slots(): Map<string, unknown> {
      const found = new Map<string, unknown>()
      for (const [key, stored] of months) {
        const [series, month] = JSON.parse(key) as [string[], string]
        for (const { currency, values } of stored) note(found, [...series, currency].join('/'), month, values)
      }
      return found
    },
  }
}

function note(found: Map<string, unknown>, series: string, month: string, values: MonthValues): void {
  for (const [attribute, lines] of Object.entries(values)) {
    for (const [person, line] of (lines ?? []).entries()) {
      for (const [day, value] of line.entries()) {
        if (value !== null) found.set(`${series} ${attribute} ${person} ${dayOf(dayNumber(month) + day)}`, value)
      }
    }
  }
}

const slot = fc.option(fc.nat(5), { nil: null })
const span = fc
  .record({
    offset: fc.nat(75),
    days: fc.integer({ min: 1, max: 45 }),
    plan: fc.constantFrom('A', 'B'),
    persons: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ offset, days, plan, persons }) => {
    const list = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: days, maxLength: days })
    return fc
      .record({
        currency: fc.constantFrom('EUR', 'HRK'),
        amounts: fc.option(fc.array(list(slot), { minLength: persons, maxLength: persons }), { nil: undefined }),
        closed: fc.option(list(fc.option(fc.boolean(), { nil: null })), { nil: undefined }),
      })
      .map((values) => {
        const from = dayOf(dayNumber('2027-01-10') + offset)
        return { ...aRate({ from, days }), ratePlanExternalId: plan, externalId: `${plan}/${from}`, ...values }
      })
  })
type Span = typeof span extends fc.Arbitrary<infer Value> ? Value : never

/** What must hold of a day after the spans, one after the other, told in the plainest way. */
function expected(spans: readonly Span[]): Map<string, unknown> {
  const held = new Map<string, unknown>()
  for (const { ratePlanExternalId: plan, roomTypeExternalId: type, currency, from, to, amounts, closed } of spans) {
    for (let day = dayNumber(from); day <= dayNumber(to); day++) {
      const said = (at: string, attribute: string) =>
        new RegExp(`^${plan}/${type}/${at} ${attribute} \\d+ ${dayOf(day)}$`)
      const forget = (pattern: RegExp) => {
        for (const key of held.keys()) if (pattern.test(key)) held.delete(key)
      }
      forget(said(currency === 'EUR' ? 'HRK' : 'EUR', '\\w+'))
      const at = day - dayNumber(from)
      const put = (attribute: string, lines: readonly (readonly unknown[])[] | undefined) => {
        if (lines === undefined) return
        forget(said(currency, attribute))
        for (const [person, line] of lines.entries()) {
          if (line[at] !== null) held.set(`${plan}/${type}/${currency} ${attribute} ${person} ${dayOf(day)}`, line[at])
        }
      }
      put('amounts', amounts)
      put('closed', closed && [closed])
    }
  }
  return held
}

const sorted = (slots: Map<string, unknown>) => [...slots].sort(([a], [b]) => (a < b ? -1 : 1))

test('whatever spans overlap and in whatever order they come, the last one that names a slot holds', () => {
  fc.assert(
    fc.property(fc.array(span, { minLength: 1, maxLength: 8 }), fc.nat(7), (spans, cutAt) => {
      const together = createMonths()
      together.store(spans)
      const apart = createMonths()
      apart.store(spans.slice(0, cutAt))
      apart.store(spans.slice(cutAt))
      expect(sorted(together.slots())).toEqual(sorted(expected(spans)))
      expect(sorted(apart.slots())).toEqual(sorted(expected(spans)))
    }),
  )
})

test('a span that is cut into days and put together again says the same, and is no change when it comes again', () => {
  fc.assert(
    fc.property(span, (whole) => {
      const once = createMonths()
      once.store([whole])
      const byDay = createMonths()
      for (let day = dayNumber(whole.from); day <= dayNumber(whole.to); day++) {
        const at = day - dayNumber(whole.from)
        const pick = <T>(list: readonly T[]) => list.slice(at, at + 1)
        byDay.store([
          {
            ...whole,
            from: dayOf(day),
            to: dayOf(day),
            amounts: whole.amounts?.map(pick),
            closed: whole.closed && pick(whole.closed),
          },
        ])
      }
      expect(sorted(byDay.slots())).toEqual(sorted(once.slots()))
      expect(once.store([whole])).toBe(0)
      expect(byDay.store([whole])).toBe(0)
    }),
  )
})

test('a list that is left out leaves what is stored; null says that there is none', () => {
  const months = createMonths()
  months.store([aRate({ days: 2, price: 90, closed: [true, false] })])
  months.store([aRate({ days: 2, amounts: undefined, closed: [null, true] })])
  expect(Object.fromEntries(months.slots())).toEqual({
    'BAR/DBL/EUR amounts 0 2027-01-20': 90,
    'BAR/DBL/EUR amounts 0 2027-01-21': 90,
    'BAR/DBL/EUR closed 0 2027-01-21': true,
  })
})

test('a hotel that joins the euro has one price a night', () => {
  const months = createMonths()
  months.store([aRate({ from: '2026-12-30', days: 4, price: 750, currency: 'HRK' })])
  months.store([aRate({ from: '2027-01-01', days: 2, price: 100 })])
  expect([...months.slots().keys()]).toEqual([
    'BAR/DBL/HRK amounts 0 2026-12-30',
    'BAR/DBL/HRK amounts 0 2026-12-31',
    'BAR/DBL/EUR amounts 0 2027-01-01',
    'BAR/DBL/EUR amounts 0 2027-01-02',
  ])
})

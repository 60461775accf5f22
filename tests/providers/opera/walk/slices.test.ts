import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, type DayRange, halves, pieces, type Slice } from '../../../../src/providers/opera/walk/slices.ts'

const day = fc.integer({ min: 0, max: 12_000 }).map((days) => addDays('2000-01-01', days))
const stay = fc.record({ arrival: day, nights: fc.integer({ min: 0, max: 800 }) })

const isIn = ([from, to]: DayRange, value: string) => value >= from && value <= to
const holds = ({ arrival, departure }: Slice, at: string, nights: number) =>
  isIn(arrival, at) && (departure === null || isIn(departure, addDays(at, nights)))

test('each stay is in one half of a slice that holds it, down to one that cannot be cut', () => {
  fc.assert(
    fc.property(stay, ({ arrival, nights }) => {
      let whole: Slice = { arrival: ['2000-01-01', '2032-12-31'], departure: null }
      for (let cuts = 0; ; cuts++) {
        expect(cuts).toBeLessThan(40)
        const parts = halves(whole)
        if (parts === null) break
        const holding = parts.filter((part) => holds(part, arrival, nights))
        expect(holding).toHaveLength(1)
        whole = holding[0] as Slice
      }
      const left = addDays(arrival, nights)
      expect(whole).toEqual({ arrival: [arrival, arrival], departure: [left, left] })
    }),
  )
})

test('pieces follow each other without a gap, none longer than asked', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 1, max: 200 }), (from, length, days) => {
      const to = addDays(from, length)
      const all = pieces([from, to], days)
      expect(all[0]?.[0]).toBe(from)
      expect(all.at(-1)?.[1]).toBe(to)
      for (const [i, [first, last]] of all.entries()) {
        expect(last <= addDays(first, days - 1)).toBe(true)
        if (i > 0) expect(first).toBe(addDays(all[i - 1]?.[1] ?? '', 1))
      }
    }),
  )
})

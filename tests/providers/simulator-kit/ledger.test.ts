import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLedger, createView, type Entry } from '../../../src/providers/simulator-kit/ledger.ts'

const entry = fc
  .record({ id: fc.string({ minLength: 1, maxLength: 3 }), updatedAtMs: fc.nat(20) })
  .map((place): Entry => ({ index: 0, revision: 0, ...place }))
const entries = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 30 })

const isBefore = (a: Entry, b: Entry) =>
  a.updatedAtMs < b.updatedAtMs || (a.updatedAtMs === b.updatedAtMs && a.id < b.id)

test('keeps entries in the order of their change, then id, whatever happens to them', () => {
  fc.assert(
    fc.property(entries, fc.array(fc.tuple(fc.nat(), fc.nat(20))), (initial, edits) => {
      const ledger = createLedger(initial)
      for (const [position, updatedAtMs] of edits) {
        const at = position % Math.max(initial.length, 1)
        const old = ledger.entries[at]
        if (old) ledger.replace(at, { ...old, updatedAtMs })
      }
      expect(ledger.entries).toHaveLength(initial.length)
      for (const [i, one] of ledger.entries.entries()) {
        const next = ledger.entries[i + 1]
        if (next) expect(isBefore(one, next)).toBe(true)
      }
    }),
  )
})

test('finds what was changed between two times, both included, and what comes after a place', () => {
  fc.assert(
    fc.property(entries, fc.nat(20), fc.nat(20), entry, (initial, since, until, place) => {
      const ledger = createLedger(initial)
      const { from, to } = ledger.range(since, until)
      const inRange = initial.filter(({ updatedAtMs }) => updatedAtMs >= since && updatedAtMs <= until)
      expect(ledger.entries.slice(from, to)).toHaveLength(inRange.length)
      const after = ledger.entries.slice(ledger.positionAfter(place))
      expect(after).toEqual(ledger.entries.filter((one) => isBefore(place, one)))
      expect(ledger.range(null, null)).toEqual({ from: 0, to: initial.length })
    }),
  )
})

test('a view is computed again only after a change', () => {
  const ledger = createLedger([{ index: 0, id: 'a', revision: 0, updatedAtMs: 1 }])
  let computed = 0
  const view = createView(ledger, (all) => {
    computed += 1
    return all.map(({ id }) => id).reverse()
  })
  expect([view(), view()]).toEqual([['a'], ['a']])
  ledger.add({ index: 1, id: 'b', revision: 0, updatedAtMs: 2 })
  expect([view(), view()]).toEqual([
    ['b', 'a'],
    ['b', 'a'],
  ])
  ledger.stampAll(9)
  view()
  ledger.remove(0)
  expect(view()).toEqual(['b'])
  expect(computed).toBe(4)
})

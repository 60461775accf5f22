import { expect, test } from 'vitest'
import { walkRate } from '../../../src/providers/transport/lanes.ts'
import { createMemoryRateBudget } from '../../../src/providers/transport/rate-budget.ts'
import { ManualClock } from './fake-vendor.ts'

test.each([
  [1, 1],
  [4, 3],
  [10, 8],
  [200, 160],
])('of %i requests a walk may take %i', (requests, left) => {
  expect(walkRate({ requests, perMs: 1_000 })).toEqual({ requests: left, perMs: 1_000 })
})

test('a walk that takes all it may leaves room for a change', async () => {
  const rate = { requests: 4, perMs: 1_000 }
  const budget = createMemoryRateBudget({ clock: new ManualClock() })
  const grants = []
  for (let i = 0; i < 5; i++) grants.push((await budget.take('key', walkRate(rate))).granted)
  expect(grants).toEqual([true, true, true, false, false])
  expect((await budget.take('key', rate)).granted).toBe(true)
  expect((await budget.take('key', rate)).granted).toBe(false)
})

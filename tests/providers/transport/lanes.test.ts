import { describe, expect, test } from 'vitest'
import type { Rate } from '../../../src/providers/transport/http.ts'
import { lastRate, rateOfTry, setRate, walkRate } from '../../../src/providers/transport/lanes.ts'
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

test.each([
  [1, 1],
  [2, 1],
  [5, 2],
  [200, 100],
])('of %i requests what goes last may take %i', (requests, left) => {
  expect(lastRate({ requests, perMs: 1_000 })).toEqual({ requests: left, perMs: 1_000 })
})

describe('what goes last', () => {
  const rate = { requests: 10, perMs: 1_000 }
  const open = () => {
    const clock = new ManualClock()
    const budget = createMemoryRateBudget({ clock })
    const ask = (nth: number | null) => budget.take('key', nth === null ? rate : rateOfTry(rate, true, nth))
    return { clock, ask }
  }

  test('takes a half, and the next walk finds the other at once', async () => {
    const { ask } = open()
    for (let i = 0; i < 5; i++) expect(await ask(1)).toEqual({ granted: true })
    expect(await ask(1)).toMatchObject({ granted: false })
    for (let i = 0; i < 5; i++) expect(await ask(null)).toEqual({ granted: true })
  })

  test('gets nothing while others use up a half, but for one try in eight', async () => {
    const { clock, ask } = open()
    const granted: number[] = []
    for (let nth = 1; nth <= 16; nth++) {
      clock.ms += 1_100
      for (let i = 0; i < 9; i++) await ask(null)
      if ((await ask(nth)).granted) granted.push(nth)
    }
    expect(granted).toEqual([8, 16])
  })
})

test('sets take half of the allowance, also when nobody else wants any, and leave room for a change', async () => {
  const rate = { requests: 10, perMs: 1_000 }
  const budget = createMemoryRateBudget({ clock: new ManualClock() })
  const takeAll = async (mine: Rate) => {
    let taken = 0
    while ((await budget.take('key', mine)).granted) taken += 1
    return taken
  }
  expect(await takeAll(setRate(rate))).toBe(5)
  expect(await takeAll(walkRate(rate))).toBe(3)
  expect(await takeAll(rate)).toBe(2)
})

test('what sets have taken is theirs no longer once the window has passed', async () => {
  const rate = { requests: 4, perMs: 1_000 }
  const clock = new ManualClock()
  const budget = createMemoryRateBudget({ clock })
  for (let i = 0; i < 2; i++) expect((await budget.take('key', setRate(rate))).granted).toBe(true)
  const refused = await budget.take('key', setRate(rate))
  expect(refused).toMatchObject({ granted: false })
  clock.ms = refused.granted ? 0 : refused.retryAt.getTime()
  expect((await budget.take('key', setRate(rate))).granted).toBe(true)
})

test.each([1, 2, 3])('of an allowance of %i sets take one at least', (requests) => {
  expect(setRate({ requests, perMs: 1_000 })).toMatchObject({ ofSets: 1 })
})

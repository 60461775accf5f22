import { expect, test } from 'vitest'
import { Random } from '../../../src/providers/simulator-kit/random.ts'
import { createThrottle } from '../../../src/providers/simulator-kit/throttle.ts'
import { createMemoryRateBudget } from '../../../src/providers/transport/rate-budget.ts'
import { ManualClock } from './fake-vendor.ts'

test.each([
  ['Mews', { requests: 200, perMs: 30_000 }],
  ['Cloudbeds', { requests: 5, perMs: 1_000 }],
])('ten busy minutes at %s: hardly a 429, and the allowance is used', async (_, rate) => {
  const clock = new ManualClock()
  const budget = createMemoryRateBudget({ clock })
  const vendor = createThrottle(rate)
  const random = new Random(1)
  const minutes = 10
  const endMs = clock.ms + minutes * 60_000
  const arrivals: number[] = []
  while (clock.ms < endMs) {
    const slot = await budget.take('key', rate)
    if (slot.granted)
      arrivals.push(clock.ms + random.next() * 40) // on the network
    else clock.ms = slot.retryAt.getTime()
    clock.ms += random.next() * 5
  }
  arrivals.sort((a, b) => a - b)
  const refused = arrivals.filter((ms) => vendor.enter(ms) !== null).length
  const allowed = (rate.requests * minutes * 60_000) / rate.perMs
  expect(refused / arrivals.length).toBeLessThanOrEqual(0.005)
  expect((arrivals.length - refused) / allowed).toBeGreaterThanOrEqual(0.9)
})

test('never grants more than the allowance in any window, wherever it begins', async () => {
  const clock = new ManualClock()
  const budget = createMemoryRateBudget({ clock })
  const rate = { requests: 7, perMs: 1_000 }
  const random = new Random(2)
  const grants: number[] = []
  for (let i = 0; i < 5_000; i++) {
    if ((await budget.take('key', rate)).granted) grants.push(clock.ms)
    clock.ms += random.int(0, 200)
  }
  for (const [i, ms] of grants.entries()) {
    const inWindow = grants.slice(i).filter((other) => other < ms + rate.perMs)
    expect(inWindow.length).toBeLessThanOrEqual(rate.requests)
  }
})

test('says when to ask again, and takes nothing until then', async () => {
  const clock = new ManualClock()
  const budget = createMemoryRateBudget({ clock })
  const rate = { requests: 1, perMs: 1_000 }
  expect(await budget.take('key', rate)).toEqual({ granted: true })
  const retryAt = new Date(clock.ms + 1_050)
  for (let i = 0; i < 3; i++) expect(await budget.take('key', rate)).toEqual({ granted: false, retryAt })
  clock.ms = retryAt.getTime()
  expect(await budget.take('key', rate)).toEqual({ granted: true })
})

test('a shorter pause does not end a longer one', async () => {
  const clock = new ManualClock()
  const budget = createMemoryRateBudget({ clock })
  const until = new Date(clock.ms + 60_000)
  await budget.pause('key', until)
  await budget.pause('key', new Date(clock.ms + 1_000))
  expect(await budget.take('key', { requests: 1, perMs: 1 })).toEqual({ granted: false, retryAt: until })
  expect(await budget.take('other', { requests: 1, perMs: 1 })).toEqual({ granted: true })
})

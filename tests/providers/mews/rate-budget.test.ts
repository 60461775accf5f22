import { expect, test } from 'vitest'
import { mews } from '../../../src/providers/mews/index.ts'
import { Random } from '../../../src/providers/simulator-kit/random.ts'
import { openHarness } from '../../../src/providers/testing/harness.ts'
import { recorded } from './traffic.ts'

const MINUTES = 5

test('while there is work nine tenths of the allowance are used, and hardly a request is refused', async () => {
  // As published; the simulator counts in the same way.
  expect(mews.limits.rate).toEqual({ requests: 200, perMs: 30_000 })
  await using harness = await openHarness(mews, { bookings: 0, rooms: 1, guests: 0 })
  const { ctx, calls } = recorded(harness)
  const endMs = harness.clock.now().getTime() + MINUTES * 60_000
  const isOver = () => harness.clock.now().getTime() >= endMs
  const random = new Random(1)
  const worker = async () => {
    while (!isOver()) {
      harness.clock.advance(random.int(0, 60))
      await mews.fetchOne?.guests?.(ctx, '0000000c-0000-4000-8000-000000000000')
    }
  }
  await Promise.all([worker(), worker(), worker()])
  const refused = calls.filter(({ response }) => response.status === 429).length
  const served = calls.length - refused
  const allowed = (mews.limits.rate.requests * MINUTES * 60_000) / mews.limits.rate.perMs
  expect(refused / calls.length).toBeLessThanOrEqual(0.005)
  expect(served / allowed).toBeGreaterThanOrEqual(0.9)
  expect(harness.waits.some(({ reason }) => reason === 'RATE_BUDGET')).toBe(true)
})

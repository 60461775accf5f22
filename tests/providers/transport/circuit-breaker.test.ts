import { expect, test } from 'vitest'
import { createCircuitBreaker } from '../../../src/providers/transport/circuit-breaker.ts'
import { ManualClock } from './fake-vendor.ts'

function opened() {
  const clock = new ManualClock()
  const breaker = createCircuitBreaker(clock)
  for (let i = 0; i < 5; i++) breaker.failed()
  return { clock, breaker }
}

test('four failures in a row leave it closed, a success between starts the count again', () => {
  const breaker = createCircuitBreaker(new ManualClock())
  for (let i = 0; i < 4; i++) breaker.failed()
  expect(breaker.enter()).toBeNull()
  breaker.succeeded()
  for (let i = 0; i < 4; i++) breaker.failed()
  expect(breaker.enter()).toBeNull()
  breaker.failed()
  expect(breaker.enter()).not.toBeNull()
})

test('lets one probe through when half-open, others ask again soon', () => {
  const { clock, breaker } = opened()
  clock.ms += 9_999
  expect(breaker.enter()).toEqual(new Date(clock.ms + 1))
  clock.ms += 1
  expect(breaker.enter()).toBeNull()
  expect(breaker.enter()).toEqual(new Date(clock.ms + 1_000))
})

test('a probe that was given up makes room for the next', () => {
  const { clock, breaker } = opened()
  clock.ms += 10_000
  expect(breaker.enter()).toBeNull()
  breaker.abandoned()
  expect(breaker.enter()).toBeNull()
})

test('failures of requests that were under way when it opened do not keep it open longer', () => {
  const { clock, breaker } = opened()
  clock.ms += 5_000
  for (let i = 0; i < 20; i++) breaker.failed()
  clock.ms += 5_000
  expect(breaker.enter()).toBeNull()
})

test('stays open twice as long after each failed probe, at most five minutes, and never for good', () => {
  const { clock, breaker } = opened()
  const opens: number[] = []
  for (let i = 0; i < 8; i++) {
    const retryAt = breaker.enter()
    opens.push(((retryAt?.getTime() ?? 0) - clock.ms) / 1000)
    clock.ms = retryAt?.getTime() ?? 0
    expect(breaker.enter()).toBeNull()
    breaker.failed()
  }
  expect(opens).toEqual([10, 20, 40, 80, 160, 300, 300, 300])
})

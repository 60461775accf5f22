import { expect, test } from 'vitest'
import { createCircuitBreaker } from '../../../src/providers/transport/circuit-breaker.ts'
import { ManualClock } from './fake-vendor.ts'

async function opened() {
  const clock = new ManualClock()
  const breaker = createCircuitBreaker(clock)
  for (let i = 0; i < 5; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
  return { clock, breaker }
}

test('four failures in a row leave it closed, a success between starts the count again', async () => {
  const breaker = createCircuitBreaker(new ManualClock())
  for (let i = 0; i < 4; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
  expect(await breaker.enter()).toBeNull()
  await breaker.succeeded()
  for (let i = 0; i < 4; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
  expect(await breaker.enter()).toBeNull()
  await breaker.failed('PROVIDER_UNAVAILABLE')
  expect(await breaker.enter()).not.toBeNull()
})

test('lets one probe through when half-open, others ask again soon', async () => {
  const { clock, breaker } = await opened()
  clock.ms += 9_999
  expect(await breaker.enter()).toEqual(new Date(clock.ms + 1))
  clock.ms += 1
  expect(await breaker.enter()).toBeNull()
  expect(await breaker.enter()).toEqual(new Date(clock.ms + 1_000))
})

test('a probe that was given up makes room for the next', async () => {
  const { clock, breaker } = await opened()
  clock.ms += 10_000
  expect(await breaker.enter()).toBeNull()
  breaker.abandoned()
  expect(await breaker.enter()).toBeNull()
})

test('failures of requests that were under way when it opened do not keep it open longer', async () => {
  const { clock, breaker } = await opened()
  clock.ms += 5_000
  for (let i = 0; i < 20; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
  clock.ms += 5_000
  expect(await breaker.enter()).toBeNull()
})

test('stays open twice as long after each failed probe, at most five minutes, and never for good', async () => {
  const { clock, breaker } = await opened()
  const opens: number[] = []
  for (let i = 0; i < 8; i++) {
    const retryAt = await breaker.enter()
    opens.push(((retryAt?.getTime() ?? 0) - clock.ms) / 1000)
    clock.ms = retryAt?.getTime() ?? 0
    expect(await breaker.enter()).toBeNull()
    await breaker.failed('PROVIDER_UNAVAILABLE')
  }
  expect(opens).toEqual([10, 20, 40, 80, 160, 300, 300, 300])
})

import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../../src/errors.ts'
import { AnswerTooLarge } from '../../../src/providers/transport/large-answers/answer-too-large.ts'
import type { Parking } from '../../../src/providers/transport/parked.ts'
import { answer, fakeVendor, GET, type Script } from './fake-vendor.ts'

const ok = answer(200)

function parking(fromMs: number, retries = 0) {
  const noted = { answers: 0 }
  const policy: Parking = {
    fromMs: () => fromMs,
    maxBytes: () => 64 * 1024 * 1024,
    retries: () => retries,
    asking: () => {},
    answered: async () => void noted.answers++,
  }
  return { noted, policy }
}

const send = (script: Script, policy: Parking | null, options = {}) => {
  const vendor = fakeVendor(script, { parking: policy, ...options })
  return { ...vendor, outcome: vendor.http.send(GET).catch((error: unknown) => error) }
}

describe('a wait that is too long to hold a place for', () => {
  test('is parked, with its reason and what it would fail with; shorter ones are waited for', async () => {
    const script: Script = (n) => answer(429, { 'retry-after': n === 1 ? '4' : '5' })
    const { outcome, sent, waits } = send(script, parking(5_000).policy)
    expect(await outcome).toMatchObject({
      name: 'Parked',
      wait: { reason: 'RETRY_AFTER', waitMs: 5_000, isRetry: false, failure: { code: 'PROVIDER_RATE_LIMITED' } },
    })
    expect([sent.length, waits.map(({ ms }) => ms)]).toEqual([2, [4_000]])
  })

  test('is parked also where it is over the limit of what is waited for', async () => {
    const { outcome } = send(() => answer(429, { 'retry-after': '3000' }), parking(5_000).policy)
    expect(await outcome).toMatchObject({ wait: { waitMs: 3_000_000 } })
  })

  test('counts as a retry when a request failed', async () => {
    const { outcome } = send(() => answer(503, { 'retry-after': '20' }), parking(5_000).policy)
    expect(await outcome).toMatchObject({ wait: { reason: 'RETRY_AFTER', isRetry: true } })
  })

  test('is waited for by who does not park', async () => {
    const { outcome, waits } = send((n) => (n === 1 ? answer(429, { 'retry-after': '20' }) : ok), null)
    expect(await outcome).toEqual(ok)
    expect(waits.map(({ ms }) => ms)).toEqual([20_000])
  })
})

test('an answer is taken in up to what the walk has room for, and what is larger says how large', async () => {
  const tooLarge = (maxBytes: number) => new AnswerTooLarge(maxBytes, 9_000_000)
  const { outcome, sent } = send(() => tooLarge(8_000_000), { ...parking(5_000).policy, maxBytes: () => 8_000_000 })
  expect(await outcome).toMatchObject({ code: 'PROVIDER_BAD_RESPONSE', maxBytes: 8_000_000, bytes: 9_000_000 })
  expect(sent).toHaveLength(1)
})

describe('a request that took too long', () => {
  const timeout = () => new PmsIntegrationError('PROVIDER_TIMEOUT', 'too slow')

  test('is parked at once: it has held its place for long enough', async () => {
    const { outcome, sent } = send(timeout, parking(Number.POSITIVE_INFINITY).policy)
    expect(await outcome).toMatchObject({
      wait: { reason: 'BACKOFF', isRetry: true, failure: { code: 'PROVIDER_TIMEOUT' } },
    })
    expect(sent).toHaveLength(1)
  })

  test('fails when the tries before it, parked ones too, were all there are', async () => {
    const { outcome } = send(timeout, parking(5_000, 3).policy)
    expect(await outcome).toMatchObject({ code: 'PROVIDER_TIMEOUT' })
  })
})

test('tries are not had anew after a park', async () => {
  const { outcome, sent } = send(() => answer(500), parking(5_000, 2).policy)
  expect(await outcome).toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
  expect(sent).toHaveLength(2)
})

test('an answer is told, so that what follows is parked later', async () => {
  const { noted, policy } = parking(5_000)
  expect(await send(() => ok, policy).outcome).toEqual(ok)
  expect(noted.answers).toBe(1)
})

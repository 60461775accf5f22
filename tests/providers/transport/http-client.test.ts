import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../../src/errors.ts'
import { createCircuitBreakers } from '../../../src/providers/transport/circuit-breaker.ts'
import { createMemoryRateBudget } from '../../../src/providers/transport/rate-budget.ts'
import { answer, fakeVendor, GET, ManualClock } from './fake-vendor.ts'

const network = () => new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'The connection failed (ECONNRESET)')
const ok = answer(200, {}, 'fine')

describe('what a status means', () => {
  const retried = new Set([500, 502, 503, 504])
  const codeOf = (status: number) => {
    if (status === 401) return 'PROVIDER_UNAUTHORIZED'
    if (status === 403) return 'PROVIDER_FORBIDDEN'
    if (status === 429) return 'PROVIDER_RATE_LIMITED'
    return status >= 500 ? 'PROVIDER_UNAVAILABLE' : 'PROVIDER_REJECTED'
  }
  const statuses = Array.from({ length: 200 }, (_, i) => 400 + i)

  test.each(statuses)('%i', async (status) => {
    const { http, sent } = fakeVendor(() => answer(status), { maxWaitMs: 5_000 })
    const error = await http.send(GET).catch((error: unknown) => error)
    expect(error).toMatchObject({ code: codeOf(status), details: { status } })
    const isRetryable = retried.has(status) || status === 429
    expect(error).toHaveProperty('retryable', isRetryable)
    if (status !== 429) expect(sent).toHaveLength(isRetryable ? 4 : 1)
  })

  test.each([300, 301, 302, 303, 304, 307, 308])('%i is a failure, not followed', async (status) => {
    const { http, sent } = fakeVendor(() => answer(status, { location: 'http://169.254.169.254/' }))
    await expect(http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
    expect(sent).toHaveLength(1)
  })

  test.each([200, 201, 202, 204])('%i is an answer', async (status) => {
    const { http } = fakeVendor(() => answer(status))
    expect((await http.send(GET)).status).toBe(status)
  })

  test('a status that the provider accepts is an answer', async () => {
    const { http } = fakeVendor(() => answer(404))
    expect((await http.send({ ...GET, accept: [404] })).status).toBe(404)
  })
})

describe('retries', () => {
  test('after 1, 2 and 4 seconds, then no more', async () => {
    const { http, waits, sent } = fakeVendor(() => answer(503))
    await expect(http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE' })
    expect(waits.map(({ reason, ms }) => [reason, ms])).toEqual([
      ['BACKOFF', 1_000],
      ['BACKOFF', 2_000],
      ['BACKOFF', 4_000],
    ])
    expect(sent).toHaveLength(4)
  })

  test('with full jitter', async () => {
    const { http, waits } = fakeVendor(() => answer(503), { random: () => 0.25 })
    await expect(http.send(GET)).rejects.toThrow()
    expect(waits.map(({ ms }) => ms)).toEqual([250, 500, 1_000])
  })

  test.each([
    ['a broken connection', network()],
    ['a timeout', new PmsIntegrationError('PROVIDER_TIMEOUT', 'too slow')],
  ])('%s is retried', async (_, error) => {
    const { http, sent } = fakeVendor((n) => (n < 4 ? error : ok))
    expect(await http.send(GET)).toEqual(ok)
    expect(sent).toHaveLength(4)
  })

  test.each([
    ['an address that may not be called', new PmsIntegrationError('OUTBOUND_URL_REFUSED', 'no')],
    ['an answer that is too large', new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'too large')],
  ])('%s is not', async (_, error) => {
    const { http, sent } = fakeVendor(() => error)
    await expect(http.send(GET)).rejects.toMatchObject({ code: error.code })
    expect(sent).toHaveLength(1)
  })

  test('Retry-After of a 503 wins over the backoff and takes a retry', async () => {
    const { http, waits, sent } = fakeVendor(() => answer(503, { 'retry-after': '20' }))
    await expect(http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryAfterMs: 20_000 })
    expect(waits.map(({ reason, ms }) => [reason, ms])).toEqual(Array(3).fill(['RETRY_AFTER', 20_000]))
    expect(sent).toHaveLength(4)
  })

  test('an error inside a 200 is retried when it says so, and only then', async () => {
    const busy = new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'busy inside')
    const wrong = new PmsIntegrationError('PROVIDER_REJECTED', 'wrong inside')
    const vendor = fakeVendor(() => answer(200, {}, '{"success":false}'))
    await expect(vendor.http.send({ ...GET, inspect: () => busy })).rejects.toBe(busy)
    expect(vendor.sent).toHaveLength(4)
    await expect(vendor.http.send({ ...GET, inspect: () => wrong })).rejects.toBe(wrong)
    expect(vendor.sent).toHaveLength(5)
  })
})

describe('429', () => {
  test('takes no retry: ten of them, then three errors, then the answer', async () => {
    const { http, sent } = fakeVendor((n) =>
      n <= 10 ? answer(429, { 'retry-after': '2' }) : n <= 13 ? answer(500) : ok,
    )
    expect(await http.send(GET)).toEqual(ok)
    expect(sent).toHaveLength(14)
  })

  test('waits as long as it says, in seconds', async () => {
    const { http, waits } = fakeVendor((n) => (n === 1 ? answer(429, { 'retry-after': '7' }) : ok))
    await http.send(GET)
    expect(waits.map(({ reason, ms }) => [reason, ms])).toEqual([['RETRY_AFTER', 7_000]])
  })

  test('waits until the date it says, on the vendor’s own clock', async () => {
    const headers = { date: 'Tue, 20 Oct 2026 08:00:00 GMT', 'retry-after': 'Tue, 20 Oct 2026 08:00:09 GMT' }
    const { http, waits } = fakeVendor((n) => (n === 1 ? answer(429, headers) : ok))
    await http.send(GET)
    expect(waits.map(({ ms }) => ms)).toEqual([9_000])
  })

  test.each(['', '0', 'soon', '-5', 'Tue, 20 Oct 2020 08:00:00 GMT'])(
    'backs off when it says nothing usable: "%s"',
    async (value) => {
      const { http, waits } = fakeVendor((n) => (n < 4 ? answer(429, { 'retry-after': value }) : ok), {
        random: () => 0.9,
      })
      await http.send(GET)
      expect(waits.map(({ ms }) => ms)).toEqual([1_000, 1_800, 3_600])
    },
  )

  test('ends with PROVIDER_RATE_LIMITED once it took five minutes together', async () => {
    const { http, clock } = fakeVendor(() => answer(429, { 'retry-after': '50' }))
    const startedMs = clock.ms
    await expect(http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 50_000 })
    expect(clock.ms - startedMs).toBe(300_000)
  })

  test('ends at once when a single wait is over the limit', async () => {
    const { http, waits } = fakeVendor(() => answer(429, { 'retry-after': '3600' }))
    await expect(http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 3_600_000 })
    expect(waits).toEqual([])
  })

  test('holds back everybody with the same credential', async () => {
    const clock = new ManualClock()
    const budget = createMemoryRateBudget({ clock })
    const limited = fakeVendor(() => answer(429, { 'retry-after': '60' }), { clock, budget, maxWaitMs: 0 })
    await expect(limited.http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED' })
    const same = fakeVendor(() => ok, { clock, budget })
    await same.http.send(GET)
    expect(same.waits.map(({ reason, ms }) => [reason, ms])).toEqual([['RATE_BUDGET', 60_000]])
    const other = fakeVendor(() => ok, { clock, budget, budgetKey: 'another' })
    await other.http.send(GET)
    expect(other.waits).toEqual([])
  })
})

describe('rate budget', () => {
  test('is waited for, told about, and no failure', async () => {
    const { http, waits } = fakeVendor(() => ok, { rate: { requests: 2, perMs: 10_000 } })
    for (let i = 0; i < 3; i++) await http.send(GET)
    expect(waits.map(({ reason, ms }) => [reason, ms])).toEqual([['RATE_BUDGET', 10_500]])
  })

  test('is not waited for beyond the limit', async () => {
    const { http } = fakeVendor(() => ok, { rate: { requests: 1, perMs: 10_000 }, maxWaitMs: 1_000 })
    await http.send(GET)
    await expect(http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 10_500 })
  })
})

describe('cancellation', () => {
  // One of our own errors, which must not be taken for the vendor's.
  const reason = new PmsIntegrationError('SYNC_CANCELLED', 'cancelled by a person')

  test('ends a request under way, with its reason', async () => {
    const controller = new AbortController()
    const { http, sent } = fakeVendor(
      (_, signal) => {
        queueMicrotask(() => controller.abort(reason))
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      },
      { signal: controller.signal },
    )
    await expect(http.send(GET)).rejects.toBe(reason)
    expect(sent).toHaveLength(1)
  })

  test('ends a wait at once, in real time', async () => {
    const controller = new AbortController()
    const { realDelay } = await import('../../../src/providers/transport/backoff.ts')
    const { http, sent } = fakeVendor(() => answer(429, { 'retry-after': '200' }), {
      signal: controller.signal,
      delay: realDelay,
      onWait: () => setImmediate(() => controller.abort(reason)),
    })
    await expect(http.send(GET)).rejects.toBe(reason)
    expect(sent).toHaveLength(1)
  })

  test('is not taken for a failure of the vendor', async () => {
    const clock = new ManualClock()
    const breaker = createCircuitBreakers({ clock }).of('key')
    for (let i = 0; i < 10; i++) {
      const { http } = fakeVendor(() => reason, { clock, breaker, signal: AbortSignal.abort(reason) })
      await expect(http.send(GET)).rejects.toBe(reason)
    }
    expect(await breaker.enter()).toBeNull()
  })
})

describe('circuit', () => {
  test('opens after five failures in a row; then one request probes, and one success closes it', async () => {
    const clock = new ManualClock()
    const breaker = createCircuitBreakers({ clock }).of('key')
    let isDown = true
    const { http, sent, waits } = fakeVendor(() => (isDown ? answer(502) : ok), { clock, breaker })
    await expect(http.send(GET)).rejects.toThrow()
    await expect(http.send(GET)).rejects.toThrow()
    const open = waits.filter(({ reason }) => reason === 'CIRCUIT_OPEN')
    expect(open.map(({ ms }) => ms)).toEqual([9_000, 18_000, 36_000]) // 10, 20 and 40 s, less the backoff
    expect(sent).toHaveLength(8)

    isDown = false
    await http.send(GET)
    waits.length = 0
    await http.send(GET)
    expect(waits).toEqual([])
  })

  test('fails at once where nobody may wait, and says when to come back', async () => {
    const clock = new ManualClock()
    const breaker = createCircuitBreakers({ clock }).of('key')
    for (let i = 0; i < 5; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
    const { http, sent } = fakeVendor(() => ok, { clock, breaker, maxWaitMs: 0 })
    await expect(http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_UNAVAILABLE', retryAfterMs: 10_000 })
    expect(sent).toEqual([])
  })

  test('of one credential does not delay another', async () => {
    const clock = new ManualClock()
    const breakers = createCircuitBreakers({ clock })
    for (let i = 0; i < 5; i++) await breakers.of('down').failed('PROVIDER_UNAVAILABLE')
    const { http, waits } = fakeVendor(() => ok, { clock, breaker: breakers.of('up') })
    await http.send(GET)
    expect(waits).toEqual([])
  })

  test('does not count an address that may not be called', async () => {
    const clock = new ManualClock()
    const breaker = createCircuitBreakers({ clock }).of('key')
    for (let i = 0; i < 4; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
    const refused = new PmsIntegrationError('OUTBOUND_URL_REFUSED', 'no')
    await expect(fakeVendor(() => refused, { clock, breaker }).http.send(GET)).rejects.toBeInstanceOf(Error)
    expect(await breaker.enter()).toBeNull()
    await breaker.failed('PROVIDER_UNAVAILABLE')
    expect(await breaker.enter()).not.toBeNull()
  })

  test.each([400, 401, 404, 429, 501])('a %i proves that the vendor is up', async (status) => {
    const clock = new ManualClock()
    const breaker = createCircuitBreakers({ clock }).of('key')
    for (let i = 0; i < 4; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
    const { http } = fakeVendor(() => answer(status), { clock, breaker, maxWaitMs: 0 })
    await expect(http.send(GET)).rejects.toThrow()
    for (let i = 0; i < 4; i++) await breaker.failed('PROVIDER_UNAVAILABLE')
    expect(await breaker.enter()).toBeNull()
  })
})

test('a vendor that never answers is a timeout', async () => {
  const { http, sent } = fakeVendor((_, signal) => {
    return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
  })
  await expect(http.send({ ...GET, timeoutMs: 5 })).rejects.toMatchObject({
    code: 'PROVIDER_TIMEOUT',
    message: 'GET pms.example/v1/bookings took longer than 5 ms',
  })
  expect(sent).toHaveLength(4)
})

test('errors and logs name the request, never its query, headers or bodies', async () => {
  const { http, logged } = fakeVendor((n) => (n === 1 ? network() : answer(500, {}, 'body hunter4')))
  const request = { ...GET, headers: { authorization: 'Bearer hunter3' }, body: 'hunter5' }
  const error = await http.send(request).catch((error: unknown) => error)
  expect(String(error)).toContain('GET pms.example/v1/bookings answered 500')
  expect([...logged, String(error), JSON.stringify(error)].join()).not.toContain('hunter')
})

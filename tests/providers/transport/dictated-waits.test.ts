import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createProviderRuntime, trialRuntime } from '../../../src/providers/context.ts'
import { requestGraphql } from '../../../src/providers/transport/graphql/graphql.ts'
import { createMemoryRateBudget } from '../../../src/providers/transport/rate-budget.ts'
import { answer, fakeVendor, GET, ManualClock } from './fake-vendor.ts'

const HOUR_MS = 3_600_000
const START = new ManualClock().ms
const ok = answer(200, {}, '{"data":{"a":1}}')

/** What the words of a vendor that then recovers make us wait. */
const WORDS: readonly (readonly [words: string, waitMs: number | null])[] = [
  ['7', 7_000],
  ['0.5', 500],
  ['3599', 3_599_000],
  ['86400', HOUR_MS],
  ['999999999999', HOUR_MS],
  ['99999999999999999999999999', HOUR_MS],
  [String(START / 1_000 + 30), 30_000],
  [String(START + 30_000), 30_000],
  [String(START / 1_000 + 90_000), HOUR_MS],
  ['Tue, 20 Oct 2026 10:00:09 GMT', 9_000],
  ['2026-10-20T10:00:09Z', 9_000],
  ['Thu, 01 Jan 2083 00:00:00 GMT', HOUR_MS],
  ['+275760-09-13T00:00:00.000Z', HOUR_MS],
  [String(START / 1_000 - 30), null],
  ['Tue, 20 Oct 2020 10:00:09 GMT', null],
  ['soon', null],
  ['-5', null],
  ['Infinity', null],
]
const NO_WORD_MS = 1_000

describe('a vendor that asks for more patience than anybody has poisons nothing for good', () => {
  test.each(WORDS)('Retry-After: %s', async (words, waitMs) => {
    const { http, waits } = fakeVendor((n) => (n === 1 ? answer(429, { 'retry-after': words }) : ok), {
      maxWaitMs: 2 * HOUR_MS,
    })
    await http.send(GET)
    expect(waits.map(({ ms }) => ms)).toEqual([waitMs ?? NO_WORD_MS])
  })

  test.each(WORDS)('a 503 with Retry-After: %s', async (words, waitMs) => {
    const { http, waits } = fakeVendor((n) => (n === 1 ? answer(503, { 'retry-after': words }) : ok), {
      maxWaitMs: 2 * HOUR_MS,
    })
    await http.send(GET)
    expect(waits.map(({ ms }) => ms)).toEqual([waitMs ?? NO_WORD_MS])
  })

  test.each(
    WORDS.flatMap(([words, waitMs]) => [
      [words, words, waitMs] as const,
      ...(Number.isNaN(Number(words)) ? [] : [[`the number ${words}`, Number(words), waitMs] as const]),
    ]),
  )('retryAfter of a GraphQL error: %s', async (_, retryAfter, waitMs) => {
    const limited = answer(
      200,
      {},
      JSON.stringify({ errors: [{ message: '', extensions: { code: 'THROTTLED', retryAfter } }] }),
    )
    const { http, waits } = fakeVendor((n) => (n === 1 ? limited : ok), { maxWaitMs: 2 * HOUR_MS })
    await requestGraphql(http, { url: GET.url, document: '{ a }' }, z.object({ a: z.number() }))
    expect(waits.map(({ ms }) => ms)).toEqual([waitMs ?? NO_WORD_MS])
  })

  test('an answer that is never ready is asked for again within the hour', async () => {
    const { http, waits } = fakeVendor(() => ok, { maxWaitMs: 2 * HOUR_MS })
    let asked = 0
    await http.send({ ...GET, pending: () => (asked++ === 0 ? Number.MAX_SAFE_INTEGER : null) })
    expect(waits.map(({ ms }) => ms)).toEqual([HOUR_MS])
  })
})

test('a 429 of one host holds nobody back at another, though the credential is the same', async () => {
  const clock = new ManualClock()
  const budget = createMemoryRateBudget({ clock })
  const busy = fakeVendor(() => answer(429, { 'retry-after': '600' }), { clock, budget, maxWaitMs: 0 })
  await expect(busy.http.send({ ...GET, url: 'https://typo.example/v1' })).rejects.toMatchObject({
    code: 'PROVIDER_RATE_LIMITED',
  })
  const right = fakeVendor(() => ok, { clock, budget })
  await right.http.send(GET)
  expect(right.waits).toEqual([])
})

test('a 429 during a connection test holds no run back, and what fails in it opens no circuit for one', async () => {
  const clock = new ManualClock()
  const runtime = createProviderRuntime({ clock, budget: createMemoryRateBudget({ clock }) })
  const trial = trialRuntime(runtime)
  const busy = fakeVendor(() => answer(429, { 'retry-after': '600' }), { clock, budget: trial.budget, maxWaitMs: 0 })
  await expect(busy.http.send(GET)).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 600_000 })
  for (let i = 0; i < 5; i++) await trial.breakers.of('key').failed('PROVIDER_UNAVAILABLE')
  const run = fakeVendor(() => ok, { clock, budget: runtime.budget, breaker: runtime.breakers.of('key') })
  await run.http.send(GET)
  expect(run.waits).toEqual([])
})

import { expect, test } from 'vitest'
import { simulateMock } from '../../../src/providers/mock/simulator/index.ts'
import type { SimulatorFaults, SimulatorOptions } from '../../../src/providers/simulator.ts'

const clock = { now: () => new Date('2026-10-20T10:00:00.500Z') }

async function ask(faults: SimulatorFaults, times = 1, options: SimulatorOptions = {}) {
  await using simulator = await simulateMock({ clock, bookings: 20, faults, ...options })
  const headers = { authorization: `Bearer ${simulator.credentials.apiKey}` }
  const answers: { status: number | 'cut'; retryAfter: string | null; body: string }[] = []
  for (let i = 0; i < times; i++) {
    const response = await fetch(`${simulator.url}/v1/bookings?limit=5`, { headers })
    const retryAfter = response.headers.get('retry-after')
    const body = await response.text().catch(() => null)
    answers.push({ status: body === null ? 'cut' : response.status, retryAfter, body: body ?? '' })
  }
  return answers
}

const statuses = (answers: Awaited<ReturnType<typeof ask>>) => answers.map(({ status }) => status)

test('the same seed makes the same faults', async () => {
  const faults = { rateLimited: 0.3, serverError: 0.3, cut: 0.3, malformedItem: 0.5, reorder: true }
  const answers = await ask(faults, 60, { seed: 3 })
  expect(await ask(faults, 60, { seed: 3 })).toEqual(answers)
  expect(statuses(await ask(faults, 60, { seed: 4 }))).not.toEqual(statuses(answers))
  expect(new Set(statuses(answers))).toEqual(new Set([200, 429, 'cut', 500, 502, 503, 504]))
})

test.each([
  ['seconds', '1'],
  ['date', 'Tue, 20 Oct 2026 10:00:02 GMT'],
  ['none', null],
] as const)('a 429 says when to come back: %s', async (retryAfter, value) => {
  expect(await ask({ rateLimited: 1, retryAfter })).toMatchObject([{ status: 429, retryAfter: value }])
})

test('faults begin after as many requests as told', async () => {
  expect(statuses(await ask({ serverError: 1, afterRequests: 3 }, 5)).slice(0, 3)).toEqual([200, 200, 200])
  expect(statuses(await ask({ serverError: 1, afterRequests: 3 }, 5)).slice(3)).not.toContain(200)
})

test('faults can be changed while it runs', async () => {
  await using simulator = await simulateMock({ clock })
  const status = async () => (await fetch(`${simulator.url}/v1/property`)).status
  simulator.setFaults({ rateLimited: 1 })
  expect(await status()).toBe(429)
  simulator.setFaults({})
  expect(await status()).toBe(401)
})

test('a malformed item keeps its id and little else; the page stays readable', async () => {
  const [answer] = await ask({ malformedItem: 1 })
  const spoiled = JSON.parse(answer?.body ?? '').data.filter(
    (item: { state: unknown }) => typeof item.state !== 'string',
  )
  expect(spoiled).toEqual([expect.objectContaining({ id: expect.stringMatching(/^B-/), state: { unexpected: true } })])
})

test('a share of items is malformed, on every page, where that is asked for', async () => {
  const count = async (malformedItems: number) => {
    const answers = await ask({ malformedItems }, 5)
    const items = answers.flatMap(({ body }) => JSON.parse(body).data as { state: unknown }[])
    return items.filter(({ state }) => typeof state !== 'string').length / items.length
  }
  expect(await count(1)).toBe(1)
  expect(await count(0)).toBe(0)
  expect(Math.abs((await count(0.5)) - 0.5)).toBeLessThan(0.4)
})

test('closing does not wait for a slow answer', async () => {
  const simulator = await simulateMock({ faults: { slowMs: 600_000 } })
  const asked = fetch(simulator.url).catch((error: unknown) => error)
  while (simulator.requestCount === 0) await new Promise(setImmediate)
  await simulator[Symbol.asyncDispose]()
  expect(await asked).toBeInstanceOf(Error)
})

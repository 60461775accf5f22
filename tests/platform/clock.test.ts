import { expect, test } from 'vitest'
import { startDatabaseClock } from '../../src/platform/clock.ts'

const START = Date.UTC(2026, 0, 1)
const HOUR_MS = 3_600_000

/** A database and a machine whose clocks the test moves; the clock is renewed each time that time passes. */
async function startClock() {
  const times = { database: START, elapsed: 5_000, host: START }
  let renewed = Promise.withResolvers<void>()
  const clock = await startDatabaseClock({
    everyMs: 1,
    elapsed: () => times.elapsed,
    host: () => times.host,
    read: async () => {
      const now = new Date(times.database)
      renewed.resolve()
      return now
    },
  })
  const pass = async (ms: number) => {
    for (const name of ['database', 'elapsed', 'host'] as const) times[name] += ms
    // What is under way may have read the time before.
    for (let round = 0; round < 2; round += 1) {
      renewed = Promise.withResolvers()
      await renewed.promise
    }
  }
  return Object.assign(clock, { times, pass })
}

test('the time is the database’s and passes by the monotonic clock, whatever the host says', async () => {
  await using clock = await startClock()
  clock.times.host -= HOUR_MS
  await clock.pass(1_000)
  expect(clock.now()).toEqual(new Date(START + 1_000))
  expect(clock.hostAheadMs()).toBe(-HOUR_MS)
})

test('a step forward of the database is followed at once', async () => {
  await using clock = await startClock()
  clock.times.database += HOUR_MS
  await clock.pass(1_000)
  expect(clock.now()).toEqual(new Date(START + HOUR_MS + 1_000))
})

test('a step back is followed slowly: time goes on, never backwards, until both agree', async () => {
  await using clock = await startClock()
  clock.times.database -= 4_000
  const seen: number[] = []
  for (let second = 1; second <= 10; second += 1) {
    await clock.pass(1_000)
    seen.push(clock.now().getTime() - START)
  }
  expect(seen.every((at, index) => index === 0 || at > (seen[index - 1] ?? 0))).toBe(true)
  expect(seen.at(-1)).toBe(6_000)
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createSharedRateBudget } from '../../src/configurations/shared-rate-budget.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { Rate } from '../../src/providers/transport/http.ts'
import { setRate } from '../../src/providers/transport/lanes.ts'
import { openTestDatabase } from '../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** Far from the database's: only how long to wait is common to both. */
const NOW_MS = Date.parse('2020-01-01T00:00:00Z')
const clock = { now: () => new Date(NOW_MS) }
const rate = { requests: 20, perMs: 60_000 }

describe('the shared rate budget', () => {
  it('gives no more than the allowance, however many workers ask at once', async () => {
    const key = randomUUID()
    const workers = Array.from({ length: 5 }, () => createSharedRateBudget({ database, clock }))
    const asked = await Promise.all(Array.from({ length: 100 }, (_, n) => workers[n % 5]?.take(key, rate)))
    expect(asked.filter((answer) => answer?.granted)).toHaveLength(20)
  })

  it('says when the next slot is free, and gives it then', async () => {
    const key = randomUUID()
    const budget = createSharedRateBudget({ database, clock })
    for (let n = 0; n < 20; n += 1) await budget.take(key, rate)
    const refused = await budget.take(key, rate)
    expect(refused.granted).toBe(false)
    const waitMs = refused.granted ? 0 : refused.retryAt.getTime() - NOW_MS
    expect(waitMs).toBeGreaterThan(55_000)
    expect(waitMs).toBeLessThanOrEqual(63_500)
    await database.query(
      `UPDATE pms_rate_budget SET granted_at =
         ARRAY(SELECT granted - interval '62 s' FROM unnest(granted_at) granted) WHERE key = $1`,
      [key],
    )
    expect(await budget.take(key, rate)).toEqual({ granted: true })
  })

  it('gives sets half of the allowance, however many workers ask, and the rest to others', async () => {
    const key = randomUUID()
    const workers = Array.from({ length: 4 }, () => createSharedRateBudget({ database, clock }))
    const grantsOf = async (mine: Rate) => {
      const asked = await Promise.all(Array.from({ length: 40 }, (_, n) => workers[n % 4]?.take(key, mine)))
      return asked.filter((answer) => answer?.granted).length
    }
    expect(await grantsOf(setRate(rate))).toBe(10)
    const refused = await workers[0]?.take(key, setRate(rate))
    expect(refused?.granted === false ? refused.retryAt.getTime() - NOW_MS : 0).toBeGreaterThan(55_000)
    expect(await grantsOf(rate)).toBe(10)
  })

  it('keeps everybody back while the vendor asked to pause', async () => {
    const key = randomUUID()
    await createSharedRateBudget({ database, clock }).pause(key, new Date(NOW_MS + 30_000))
    const answer = await createSharedRateBudget({ database, clock }).take(key, rate)
    expect(answer.granted).toBe(false)
    expect(answer.granted ? 0 : answer.retryAt.getTime() - NOW_MS).toBeGreaterThan(25_000)
  })

  it.each([86_400_000 * 365 * 50, 1_000_000_000_000_000])(
    'is never paused for longer than an hour (%i ms)',
    async (ms) => {
      const key = randomUUID()
      const budget = createSharedRateBudget({ database, clock })
      await budget.pause(key, new Date(NOW_MS + ms))
      const answer = await budget.take(key, rate)
      expect(answer.granted ? 0 : answer.retryAt.getTime() - NOW_MS).toBeLessThanOrEqual(3_600_000)
    },
  )

  it('does not believe a pause that an older version stored for decades', async () => {
    const key = randomUUID()
    await database.query(`INSERT INTO pms_rate_budget (key, paused_until) VALUES ($1, '2083-01-01')`, [key])
    expect(await createSharedRateBudget({ database, clock }).take(key, rate)).toEqual({ granted: true })
  })

  it('keeps credentials apart', async () => {
    const budget = createSharedRateBudget({ database, clock })
    const [one, other] = [randomUUID(), randomUUID()]
    for (let n = 0; n < 20; n += 1) await budget.take(one, rate)
    expect(await budget.take(other, rate)).toEqual({ granted: true })
  })
})

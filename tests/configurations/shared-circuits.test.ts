import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSharedCircuits } from '../../src/configurations/shared-circuits.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** The circuits of a process. */
function open() {
  const recovered: string[] = []
  const circuits = createSharedCircuits({
    database: database.within('*'),
    clock: { now: () => new Date() },
    random: () => 0.5,
    onRecovered: async (key) => void recovered.push(key),
  })
  return { recovered, of: circuits.of }
}

async function healthOf(key: string) {
  const [row] = await database.query<{ failures: number; openS: number | null; provider: string; code: string }>(
    `SELECT failures, provider, last_error_code AS code,
       round(extract(epoch FROM open_until - last_failed_at))::integer AS "openS"
     FROM pms_provider_health WHERE key = $1`,
    [key],
  )
  return row ?? null
}

const newKey = () => `mock:${randomUUID()}`
const close = (key: string) => database.query('UPDATE pms_provider_health SET open_until = now() WHERE key = $1', [key])

test('five failures in a row open it for every process, a success closes it and wakes who waits', async () => {
  const [one, other] = [open(), open()]
  const key = newKey()
  for (let i = 0; i < 4; i++) await one.of(key).failed('PROVIDER_UNAVAILABLE')
  expect(await one.of(key).enter()).toBeNull()
  await one.of(key).failed('PROVIDER_TIMEOUT')
  expect(await healthOf(key)).toEqual({ failures: 5, openS: 10, provider: 'mock', code: 'PROVIDER_TIMEOUT' })
  expect(await one.of(key).enter()).not.toBeNull()
  expect(await other.of(key).enter()).not.toBeNull()
  expect(await other.of(newKey()).enter()).toBeNull()

  await close(key)
  await other.of(key).succeeded()
  expect(await healthOf(key)).toBeNull()
  expect(other.recovered).toEqual([key])
})

test('stays open twice as long after each failed try, at most five minutes, and never for good', async () => {
  const { of } = open()
  const key = newKey()
  for (let i = 0; i < 5; i++) await of(key).failed('PROVIDER_UNAVAILABLE')
  const opens: (number | null | undefined)[] = []
  for (let i = 0; i < 7; i++) {
    opens.push((await healthOf(key))?.openS)
    await close(key)
    await of(key).failed('PROVIDER_UNAVAILABLE')
  }
  expect(opens).toEqual([10, 20, 40, 80, 160, 300, 300])
})

test('failures of requests that were under way when it opened do not keep it open longer', async () => {
  const { of } = open()
  const key = newKey()
  await Promise.all(Array.from({ length: 20 }, () => of(key).failed('PROVIDER_UNAVAILABLE')))
  expect(await healthOf(key)).toMatchObject({ failures: 5, openS: 10 })
})

test('a vendor that is well is not written about', async () => {
  const { of, recovered } = open()
  const key = newKey()
  await of(key).enter()
  await of(key).succeeded()
  expect([await healthOf(key), recovered]).toEqual([null, []])
})

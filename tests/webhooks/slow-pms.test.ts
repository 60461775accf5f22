import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database, ScopedDatabase } from '../../src/platform/database/database.ts'
import { DatabaseUnavailable } from '../../src/platform/database/errors.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { aBooking } from '../kit/scripted-provider.ts'
import { createWebhookHotel, MINUTE_MS, type WebhookHotel } from '../kit/webhook-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const silence = () => new Promise<never>(() => {})
const attemptsOf = async (hotel: WebhookHotel) => (await hotel.events()).map(({ attempts }) => attempts)

async function endpointOf({ keys }: WebhookHotel) {
  const [row] = await database.query<{ isParked: boolean; timeouts: number; isDue: boolean }>(
    `SELECT coalesce(ready_at > now(), false) AS "isParked", coalesce(ready_at <= now(), false) AS "isDue", timeouts
     FROM pms_webhook_endpoint WHERE configuration_id = $1`,
    [keys.configuration.id],
  )
  return row
}

async function postEach(hotel: WebhookHotel, count: number) {
  for (let index = 0; index < count; index++) await hotel.post({ ids: [`b-${index}`] })
}

test('a PMS that never answers: what was asked has had a try, the rest keeps its own, and nobody asks for a while', async () => {
  const hotel = await createWebhookHotel(database, { fetchOne: silence, batchMs: 20 })
  await postEach(hotel, 20)
  await hotel.drain()
  expect(await attemptsOf(hotel)).toEqual([1, 1, 1, 1, ...Array(16).fill(0)])
  expect(await endpointOf(hotel)).toEqual({ isParked: true, isDue: false, timeouts: 1 })

  hotel.clock.advance(MINUTE_MS)
  await hotel.drain()
  expect((await attemptsOf(hotel)).reduce((sum, attempts) => sum + attempts)).toBe(5)
  expect(await endpointOf(hotel)).toMatchObject({ isParked: true, timeouts: 2 })
})

test('a look whose result our own database was away for has had no try, however long it was away', async () => {
  let isAway = false
  let refused = 0
  const refuse = () => {
    refused += 1
    return Promise.reject(new DatabaseUnavailable(new Error('away')))
  }
  const scoped = (sql: ScopedDatabase): ScopedDatabase => ({
    ...sql,
    within: (hotelIds) => scoped(sql.within(hotelIds)),
    query: (...args) => (isAway ? refuse() : sql.query(...args)) as never,
    transaction: (...args) => (isAway ? refuse() : sql.transaction(...args)) as never,
  })
  const fetchOne = async (id: string) => {
    isAway = true
    return aBooking(id)
  }
  const parts = { database: scoped(database.within('*')), patienceMs: 0 }
  const hotel = await createWebhookHotel(database, { fetchOne, parts })
  await postEach(hotel, 2)
  const drained = hotel.drain().catch((error: unknown) => error)
  await eventually(() => expect(refused).toBeGreaterThan(1))
  expect(await attemptsOf(hotel)).toEqual([1, 1])
  isAway = false
  await drained
  await eventually(async () => expect(await attemptsOf(hotel)).toEqual([0, 0]))
})

test('of a PMS that never answers each event is dead after its tries', async () => {
  const hotel = await createWebhookHotel(database, { fetchOne: silence, batchMs: 5 })
  await postEach(hotel, 6)
  for (let look = 0; look < 40; look++) {
    await hotel.drain()
    hotel.clock.advance(60 * MINUTE_MS)
  }
  expect((await hotel.events()).map(({ status, attempts }) => [status, attempts])).toEqual(Array(6).fill(['DEAD', 5]))
  expect((await hotel.events())[0]?.errorCode).toBe('PROVIDER_TIMEOUT')
})

test('a PMS that answers again is asked for everything again', async () => {
  let isSilent = true
  const fetchOne = async (id: string) => (isSilent ? silence() : aBooking(id))
  const hotel = await createWebhookHotel(database, { fetchOne, batchMs: 20 })
  await postEach(hotel, 8)
  await hotel.drain()
  isSilent = false
  hotel.clock.advance(60 * MINUTE_MS)
  await hotel.drain()
  expect((await hotel.events()).map(({ status }) => status)).toEqual(Array(8).fill('PROCESSED'))
  expect(await endpointOf(hotel)).toEqual({ isParked: false, isDue: false, timeouts: 0 })
})

test('an inbox is claimed when something is due in it, and once', async () => {
  await using own = await openTestDatabase()
  const hotel = await createWebhookHotel(own)
  const { inbox } = hotel
  const first = await inbox.claim()
  if (first !== null) await inbox.work(first)
  expect(await inbox.claim()).toBeNull()

  hotel.vendor.items.bookings = [aBooking('b-1')]
  await hotel.post({ ids: ['b-1'] })
  await inbox.recover() // nobody was woken
  const [lease, ...others] = (await Promise.all([inbox.claim(), hotel.otherInbox.claim()])).filter(
    (one) => one !== null,
  )
  expect(others).toEqual([])
  if (lease) await inbox.work(lease)
  expect((await hotel.events()).map(({ status }) => status)).toEqual(['PROCESSED'])
  expect(await inbox.claim()).toBeNull()
})

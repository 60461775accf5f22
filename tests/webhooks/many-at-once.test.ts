import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { MOST_AT_ONCE } from '../../src/providers/provider.ts'
import { claimInbox, wakeInboxes } from '../../src/webhooks/inbox/leases.ts'
import { INBOX_TIMING } from '../../src/webhooks/inbox/timing.ts'
import { openTestDatabase } from '../kit/database.ts'
import { aBooking, bookings } from '../kit/scripted-provider.ts'
import { createWebhookHotel, MINUTE_MS } from '../kit/webhook-hotel.ts'

const { batchSize, maxEntities } = INBOX_TIMING

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const idsOf = (items: readonly { externalId: string }[]) => items.map(({ externalId }) => externalId)

/** A hotel whose PMS gives many at once, unless one of them is in the way. */
async function createHotel(answer: (ids: readonly string[]) => unknown[] | null = () => null) {
  const asked: (readonly string[])[] = []
  const hotel = await createWebhookHotel(database, {
    fetchMany: async (ids) => {
      asked.push(ids)
      return answer(ids) ?? hotel.vendor.items.bookings.filter(({ externalId }) => ids.includes(externalId))
    },
  })
  const stored = async () => (await hotel.rows('external_id')).map((row) => row.external_id)
  return { ...hotel, asked, stored }
}

test('a webhook about many entities fetches many at once, and no more than a provider is asked for', async () => {
  const hotel = await createHotel()
  hotel.vendor.items.bookings = bookings(MOST_AT_ONCE + 30)
  await hotel.post({ ids: idsOf(hotel.vendor.items.bookings) })
  await hotel.drain()
  expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED' }])
  expect(await hotel.stored()).toHaveLength(MOST_AT_ONCE + 30)
  expect(hotel.asked.map((ids) => ids.length)).toEqual([MOST_AT_ONCE, 30])
  expect(hotel.fetched).toEqual([])
})

test('one that the PMS does not give with the others is asked for alone before it is gone', async () => {
  const hotel = await createHotel((ids) =>
    hotel.vendor.items.bookings.filter(({ externalId }) => externalId !== 'b-00001' && ids.includes(externalId)),
  )
  hotel.vendor.items.bookings = bookings(3)
  await hotel.post({ type: 'booking.deleted', ids: [...idsOf(hotel.vendor.items.bookings), 'gone'] })
  await hotel.drain()
  expect(hotel.fetched.sort()).toEqual(['b-00001', 'gone'])
  expect(await hotel.stored()).toEqual(['b-00000', 'b-00001', 'b-00002'])
  expect(await hotel.events()).toMatchObject([{ status: 'PROCESSED' }])
})

test.each([
  ['is refused', new PmsIntegrationError('PROVIDER_REJECTED', 'No such form of an id.')],
  ['is not allowed', new PmsIntegrationError('PROVIDER_FORBIDDEN', 'Not of this property.')],
  ['cannot be read', new TypeError('odd')],
])('an odd id with which the request %s decides over none of the others', async (_, error) => {
  const hotel = await createHotel((ids) => {
    if (ids.includes('odd')) throw error
    return null
  })
  hotel.vendor.items.bookings = bookings(4)
  for (const id of [...idsOf(hotel.vendor.items.bookings), 'odd'])
    await hotel.post({ type: 'booking.deleted', ids: [id] })
  await hotel.drain()
  expect(await hotel.stored()).toHaveLength(4)
  expect((await hotel.events()).map(({ status }) => status)).toEqual(Array(5).fill('PROCESSED'))
})

test('one that brings down every request with it fails alone from the second try on', async () => {
  const hotel = await createHotel((ids) => {
    if (ids.includes('poison')) throw new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'The PMS answered 500.')
    return null
  })
  hotel.vendor.items.bookings = bookings(4)
  for (const id of [...idsOf(hotel.vendor.items.bookings), 'poison']) await hotel.post({ ids: [id] })
  await hotel.drain()
  expect(await hotel.stored()).toEqual([])
  hotel.clock.advance(10 * MINUTE_MS)
  await hotel.drain()
  expect(await hotel.stored()).toHaveLength(4)
  expect(hotel.asked).toHaveLength(1)
})

test('a broken item among many is a failure of its own', async () => {
  const hotel = await createHotel()
  hotel.vendor.items.bookings = [...bookings(2), aBooking('broken', { checkIn: 'never' })]
  for (const id of ['b-00000', 'broken', 'b-00001']) await hotel.post({ ids: [id] })
  await hotel.drain()
  expect(await hotel.stored()).toEqual(['b-00000', 'b-00001'])
})

test('of a backlog that tells of a few things again and again, a look at each settles all that was told before', async () => {
  const hotel = await createWebhookHotel(database)
  hotel.vendor.items.bookings = bookings(3)
  const ids = idsOf(hotel.vendor.items.bookings)
  const messages = Array.from({ length: batchSize + 50 }, (_, at) => ({ ids: [ids[at % 3] as string] }))
  for (const message of messages) await hotel.post(message)
  // One that waits for another try is not due, and is not taken along.
  const [failed] = await hotel.events()
  const later = `UPDATE pms_webhook_event SET status = 'FAILED', next_attempt_at = $2 WHERE id = $1`
  await database.query(later, [failed?.id, new Date(hotel.clock.now().getTime() + MINUTE_MS)])
  await hotel.drain()
  expect(hotel.fetched.sort()).toEqual(ids)
  const [first, ...rest] = await hotel.events()
  expect(first).toMatchObject({ status: 'FAILED', attempts: 0 })
  expect(new Set(rest.map(({ status, attempts }) => `${status} ${attempts}`))).toEqual(new Set(['PROCESSED 1']))
})

test('between batches of a flood an inbox rests for as long as one took, and at its end it does not', async () => {
  const answerMs = 200
  const askedAt: number[] = []
  const hotel = await createWebhookHotel(database, {
    fetchMany: async (ids) => {
      askedAt.push(performance.now())
      await delay(answerMs)
      return hotel.vendor.items.bookings.filter(({ externalId }) => ids.includes(externalId))
    },
  })
  hotel.vendor.items.bookings = bookings(batchSize + maxEntities)
  await Promise.all(idsOf(hotel.vendor.items.bookings).map((id) => hotel.post({ ids: [id] })))
  await hotel.drain()
  const gaps = askedAt.slice(1).map((at, index) => at - (askedAt[index] ?? 0))
  expect(gaps).toHaveLength(batchSize / maxEntities)
  expect(Math.min(...gaps.slice(0, 2))).toBeGreaterThan(2 * answerMs - 10)
  expect(Math.min(...gaps.slice(2))).toBeLessThan(2 * answerMs - 10)
})

test('a look that was made before the clock was set back an hour keeps nothing waiting for an hour', async () => {
  const hotel = await createWebhookHotel(database)
  hotel.vendor.items.bookings = bookings(1)
  await hotel.post({ ids: ['b-00000'] })
  await hotel.drain()
  hotel.clock.advance(-60 * MINUTE_MS)
  await hotel.post({ ids: ['b-00000'] })
  await hotel.drain()
  expect((await hotel.events()).map(({ status }) => status)).toEqual(['PROCESSED', 'PROCESSED'])
})

test('an inbox in the hands of another transaction keeps no other from being made due', async () => {
  const [busy, free] = [await createWebhookHotel(database), await createWebhookHotel(database)]
  const idOf = ({ keys }: typeof busy) => keys.configuration.id
  await database.transaction(async (tx) => {
    await tx.query('SELECT FROM pms_webhook_endpoint WHERE configuration_id = $1 FOR UPDATE', [idOf(busy)])
    expect(await wakeInboxes(database, [idOf(busy), idOf(free), randomUUID()])).toEqual([idOf(busy)])
    expect(await claimInbox(database, MINUTE_MS)).toMatchObject({ configurationId: idOf(free) })
  })
  expect(await wakeInboxes(database, [idOf(busy)])).toEqual([])
  expect(await claimInbox(database, MINUTE_MS)).toMatchObject({ configurationId: idOf(busy) })
})

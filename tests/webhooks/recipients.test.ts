import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { cloudbeds } from '../../src/providers/cloudbeds/index.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { protel } from '../../src/providers/protel/index.ts'
import { openTestDatabase } from '../kit/database.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { createWebhookHotel, type WebhookHotel } from '../kit/webhook-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** Another hotel that says it has property `other`; returns what its inbox gets when the first one's URL is told of it. */
async function toldOfOther(
  hotel: WebhookHotel,
  { apiKey = 'k', isProven = true }: { apiKey?: string; isProven?: boolean } = {},
) {
  const other = `${hotel.hotelId}-other`
  const { key: provider } = hotel.adapter
  await insertHotel(database, other, provider, { credentials: { apiKey }, settings: {}, externalHotelId: other })
  await database.query(`UPDATE pms_configuration SET external_hotel_id = 'mine' WHERE id = $1`, [
    hotel.keys.configuration.id,
  ])
  if (isProven) {
    const { id } = await hotel.engine.request({ hotelId: other, provider, entityType: 'BOOKING', trigger: 'MANUAL' })
    await hotel.engine.run(id)
  }
  expect(await hotel.post({ ids: ['b-1'], property: other })).toBe(200)
  const own = await database.query<{ status: string }>('SELECT status FROM pms_webhook_event WHERE hotel_id = $1', [
    hotel.hotelId,
  ])
  const others = await database.query('SELECT status FROM pms_webhook_event WHERE hotel_id = $1', [other])
  return { own: own.map(({ status }) => status), others: others.map(({ status }) => status) }
}
const nobodys = { own: ['IGNORED'], others: [] }

test('another hotel of the application is told of its property', async () => {
  const hotel = await createWebhookHotel(database)
  expect(await toldOfOther(hotel)).toEqual({ own: [], others: ['RECEIVED'] })
})

test('a hotel of another application is told nothing', async () => {
  const hotel = await createWebhookHotel(database)
  expect(await toldOfOther(hotel, { apiKey: 'another application' })).toEqual(nobodys)
})

test('a hotel that only entered the id of a property reads nothing that is sent about it', async () => {
  const hotel = await createWebhookHotel(database)
  expect(await toldOfOther(hotel, { isProven: false })).toEqual(nobodys)
})

test('where each hotel has a URL of its own, nothing that is sent to it reaches another one', async () => {
  const hotel = await createWebhookHotel(database, { webhook: { application: undefined } as never })
  expect(await toldOfOther(hotel)).toEqual(nobodys)
})

test('only vendors with one URL for all hotels route', () => {
  const applications = [cloudbeds, mews, protel].map(({ key, webhook }) => [key, webhook?.application ?? null])
  expect(Object.fromEntries(applications)).toEqual({ cloudbeds: null, mews: ['clientToken'], protel: null })
})

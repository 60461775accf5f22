import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getProviderAdapter } from '../../src/providers/registry.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

test.each(['cloudbeds', 'mews', 'protel'])('a change at %s comes as its own message and is a row', async (provider) => {
  const adapter = getProviderAdapter(provider)
  api.adapters.set(provider, adapter)
  await using vendor = await adapter.simulate({ bookings: 5, rooms: 3, guests: 3 })
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(api.database, hotelId, provider, vendor)
  const { key, secret, configuration } = await api.inbox.rotateKeys({ hotelId, provider, actor: 'tester' })
  await api.database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1', [
    configuration.id,
  ])
  vendor.subscribe?.({ url: `${api.url}/api/pms/${provider}/webhooks/${key}`, secret })
  const externalId = vendor.data.edit('bookings', 0)
  expect(await vendor.delivered?.()).toEqual([200])
  await api.inbox.drain(configuration.id)
  const rows = await api.database.query('SELECT external_id AS id FROM pms_booking WHERE hotel_id = $1', [hotelId])
  expect(rows).toEqual([{ id: externalId }])
})

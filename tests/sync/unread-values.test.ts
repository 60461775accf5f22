import { afterAll, beforeAll, expect, test } from 'vitest'
import { ingestBookingWebhook } from '../../src/webhooks/booking-webhook.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'
import { aBooking, bookings, scriptedVendor } from '../kit/scripted-provider.ts'
import { silentLog } from '../kit/services.ts'
import { createTestHotel, insertHotel } from '../kit/test-hotel.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const hotelWith = async (...items: ReturnType<typeof aBooking>[]) => {
  const hotel = await createTestHotel(api.database)
  hotel.vendor.items.bookings = items
  return hotel
}

test('values that could not be read are counted in the run, with field and first item, over all of its pages', async () => {
  const hotel = await hotelWith(
    ...bookings(12, { adults: ['two'] }),
    aBooking('odd', { adults: {}, externalUpdatedAt: '2099-01-01T00:00:00Z' }),
  )
  const run = await hotel.sync()
  expect(run).toMatchObject({ status: 'COMPLETED', itemsCreated: 13, itemsFailed: 0, unreadCount: 14 })
  expect(run.unreadValues).toEqual(
    expect.arrayContaining([
      { path: 'adults', found: 'a list', used: '0', count: 12, externalId: 'b-00000' },
      { path: 'adults', found: 'object', used: '0', count: 1, externalId: 'odd' },
      { path: 'externalUpdatedAt', found: '2099-01-01T00:00:00.000Z', used: 'none', count: 1, externalId: 'odd' },
    ]),
  )
  // The next one meets them again, in a run of its own.
  expect(await hotel.sync({ full: true })).toMatchObject({ itemsUnchanged: 13, unreadCount: 14 })
})

test('what an item had that was refused is told by its failure alone', async () => {
  const hotel = await hotelWith(aBooking('b-1', { adults: {}, checkIn: 'soon' }))
  expect(await hotel.sync()).toMatchObject({ itemsFailed: 1, unreadCount: 0, unreadValues: [] })
})

test('however much a PMS makes up, a run keeps a few kinds and no value of a guest', async () => {
  const hotel = await hotelWith(aBooking('b-1'))
  const words = [
    'Ada Lovelace',
    'ada@example.com',
    '+44 20 7946 0000',
    '4111111111111111',
    'x'.repeat(99),
    '\u0000',
    '',
  ]
  const { normalize } = hotel.vendor.adapter
  Object.assign(normalize, {
    bookings(raw: unknown, ctx: { report(problem: object): void }) {
      for (const value of words) ctx.report({ path: 'guests.0.state', value, used: 'NONE' })
      for (let n = 0; n < 1_000; n++) ctx.report({ path: `field-${'y'.repeat(n)}`, value: 'ODD_STATE', used: 'null' })
      return raw
    },
  })
  const run = await hotel.sync()
  expect(run).toMatchObject({ status: 'COMPLETED', unreadCount: 1_007 })
  expect(run.unreadValues).toHaveLength(20)
  expect(run.unreadValues.slice(0, 2)).toEqual([
    { path: 'guests.*.state', found: 'a text', used: 'NONE', count: 6, externalId: 'b-1' },
    { path: 'guests.*.state', found: 'nothing', used: 'NONE', count: 1, externalId: 'b-1' },
  ])
  expect(JSON.stringify(run.unreadValues).length).toBeLessThan(8_000)
})

test('a booking that was sent to us says it in its run too', async () => {
  const id = await addHotel(api.database)
  const { services } = await createTestHotel(api.database)
  const hotel = { id, slug: id, name: 'Test', timeZone: 'Europe/Lisbon', currency: 'EUR' } as never
  const stay = { checkIn: '2026-03-01', checkOut: '2026-03-02' }
  const body = { booking: { id: 'b-1', status: 'wait listed', guest: { name: 'Ada' }, stay } }
  const { syncLogId } = await ingestBookingWebhook({ ...services, log: silentLog }, { hotel, provider: 'mock', body })
  const [run] = await api.database.query('SELECT unread_count, unread_values FROM pms_sync_log WHERE id = $1', [
    syncLogId,
  ])
  expect(run).toMatchObject({
    unread_count: 1,
    unread_values: [{ path: 'status', found: 'WAIT_LISTED', used: 'PENDING', externalId: 'b-1' }],
  })
})

test('whoever asks for the sync is told, by GraphQL and by REST', async () => {
  const vendor = scriptedVendor(`odd-${crypto.randomUUID()}`)
  vendor.items.bookings = [aBooking('b-1', { adults: {} })]
  api.adapters.set(vendor.adapter.key, vendor.adapter)
  const hotelId = `hotel-${crypto.randomUUID()}`
  await insertHotel(api.database, hotelId, vendor.adapter.key)
  const value = { path: 'adults', found: 'object', used: '0', count: 1, externalId: 'b-1' }
  const response = await fetch(`${api.url}/api/pms/sync/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${await api.token()}` },
    body: JSON.stringify({ hotelId, provider: vendor.adapter.key }),
  })
  const answer = (await response.json()) as { syncLogId: string }
  expect(answer).toMatchObject({ success: true, unread: { count: 1, values: [value] } })
  const { data } = await api.send({
    query: `{ syncLog(id: "${answer.syncLogId}") { unreadCount unreadValues { path found used count externalId } } }`,
  })
  expect(data).toEqual({ syncLog: { unreadCount: 1, unreadValues: [value] } })
})

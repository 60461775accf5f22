import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signWebhook } from '../../src/platform/standard-webhooks.ts'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { addBooking, addHotel } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
let vendor: Simulator
beforeAll(async () => {
  dashboard = await startDashboard()
  vendor = await mock.simulate({ bookings: 3, rooms: 2, guests: 2 })
})
afterAll(async () => {
  await dashboard[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

/** A hotel whose PMS knows where to send its messages. */
async function addSender() {
  const { api } = dashboard
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(api.database, hotelId, 'mock', vendor)
  const { configuration, key, secret } = await api.inbox.rotateKeys({ hotelId, provider: 'mock', actor: 'tester' })
  await api.database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1', [
    configuration.id,
  ])
  const url = `${api.url}/api/pms/mock/webhooks/${key}`
  return {
    hotelId,
    /** Posts as the PMS does. */
    async send(type: string, id: string, { messageId = randomUUID() as string, signedWith = secret } = {}) {
      const body = JSON.stringify({ type, timestamp: new Date().toISOString(), data: { id, guest: 'canary' } })
      const headers = signWebhook([signedWith], { id: messageId, timestamp: new Date(), body })
      return (await fetch(url, { method: 'POST', headers, body })).status
    },
    drain: () => api.inbox.drain(configuration.id),
    fail: (type: string) =>
      api.database.query(
        `UPDATE pms_webhook_event SET status = 'DEAD', next_attempt_at = NULL, attempts = 5,
           error_code = 'PROVIDER_UNAVAILABLE', reason = 'The PMS was away.' WHERE hotel_id = $1 AND event_type = $2`,
        [hotelId, type],
      ),
  }
}

test('messages are listed with what became of them: received, processed, duplicate, refused', async () => {
  const { hotelId, send, drain } = await addSender()
  await send('booking.updated', 'B-1')
  await drain()
  const messageId = randomUUID()
  for (let count = 0; count < 2; count++) await send('room.updated', 'R-1', { messageId })
  await send('invoice.closed', 'I-1')
  expect(await send('booking.updated', 'B-1', { signedWith: `whsec_${Buffer.alloc(32).toString('base64')}` })).toBe(401)
  await using tab = await dashboard.open(`/webhooks?hotel=${hotelId}`)
  const row = (name: string) => tab.page.getByRole('row').filter({ hasText: name })
  expect(await row('booking.updated').innerText()).toMatch(/Processed[\s\S]*Booking B-1[\s\S]*1/)
  expect(await row('room.updated').innerText()).toMatch(/Received[\s\S]*Room R-1[\s\S]*2/)
  expect(await row('invoice.closed').innerText()).toMatch(/Ignored/)
  await tab.page.getByText('Invalid signatures: 1').waitFor()
  await tab.page.getByText('Verified by signature').waitFor()
  await tab.expectAccessible()
  await drain()
  await row('room.updated').getByText('Processed').waitFor()
})

test('filters are in the address, and nothing that matches says what to do', async () => {
  const { hotelId, send, fail } = await addSender()
  await send('booking.updated', 'B-1')
  await send('room.updated', 'R-1')
  await fail('room.updated')
  await using tab = await dashboard.open(`/webhooks?hotel=${hotelId}`)
  const { page } = tab
  await page.getByRole('link', { name: 'booking.updated' }).waitFor()
  await page.getByLabel('State').selectOption('dead')
  await page.waitForURL(/status=dead/)
  await page.getByRole('link', { name: 'booking.updated' }).waitFor({ state: 'detached' })
  await page.getByLabel('State').selectOption('')
  await page.getByLabel('Record id').fill('B-1')
  await page.keyboard.press('Enter')
  await page.waitForURL(/item=B-1/)
  await page.getByRole('link', { name: 'room.updated' }).waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('link', { name: 'booking.updated' }).waitFor()
  await page.getByLabel('Type').fill('guest.updated')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'No events match' }).waitFor()
  await tab.expectAccessible()
})

test('selected messages, or all that match, are replayed after they were counted', async () => {
  const { hotelId, send, fail, drain } = await addSender()
  for (const id of ['B-1', 'B-2', 'B-3']) await send('booking.updated', id)
  await fail('booking.updated')
  await using tab = await dashboard.open(`/webhooks?hotel=${hotelId}&status=dead`)
  const { page } = tab
  await page
    .getByRole('checkbox', { name: /^Select booking.updated/ })
    .first()
    .click()
  await page.getByRole('button', { name: 'Replay selected (1) …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replay events' })
  await dialog.getByText('1 event will be processed again').waitFor()
  await tab.expectAccessible()
  await dialog.getByRole('button', { name: 'Replay 1 event' }).click()
  await dialog.getByText('1 event queued').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Replay all matching …' }).click()
  await dialog.getByText('2 events will be processed again').waitFor()
  await dialog.getByRole('button', { name: 'Replay 2 events' }).click()
  await dialog.getByText('2 events queued').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('heading', { name: 'No events match' }).waitFor()
  await drain()
  await page.getByLabel('State').selectOption('processed')
  await page.getByRole('link', { name: 'booking.updated' }).nth(2).waitFor()
})

test('a message tells why it failed, shows what came and leads to what it is about; it is replayed by the keyboard', async () => {
  const { hotelId, send, fail } = await addSender()
  const { id } = await addBooking(dashboard.api.database, { hotelId, externalId: 'B-1' })
  await send('booking.updated', 'B-1')
  await fail('booking.updated')
  await using tab = await dashboard.open(`/webhooks?hotel=${hotelId}`, { width: 320 })
  const { page } = tab
  await page.getByRole('link', { name: 'booking.updated' }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await page.getByRole('link', { name: 'booking.updated' }).click()
  await page.getByText('The PMS was away.').waitFor()
  await page.getByText('PROVIDER_UNAVAILABLE').waitFor()
  await page.getByText('canary').waitFor()
  expect(await page.getByRole('link', { name: 'Booking B-1' }).getAttribute('href')).toBe(
    `/hotels/${hotelId}/bookings/${id}`,
  )
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await page.getByRole('button', { name: 'Replay …' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'Replay 1 event' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('1 event queued').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Received', { exact: true }).first().waitFor()
})

test('who may only look is told why the message is not shown and nothing can be replayed', async () => {
  const { hotelId, send, fail } = await addSender()
  await send('booking.updated', 'B-1')
  await fail('booking.updated')
  const token = await dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
  await using tab = await dashboard.open(`/webhooks?hotel=${hotelId}`, { token })
  const { page } = tab
  const replay = page.getByRole('button', { name: 'Replay all matching …' })
  expect(await replay.getAttribute('aria-description')).toContain('ADMIN_EDIT')
  await page.getByRole('link', { name: 'booking.updated' }).click()
  await page.getByText('The permission ADMIN_EDIT is needed to see it').waitFor()
  expect(await page.content()).not.toContain('canary')
  await tab.expectAccessible()
})

test('the first hotel is shown while none is chosen; one without messages says what comes next', async () => {
  const hotelId = await addHotel(dashboard.api.database)
  const token = await dashboard.api.token({ hotelIds: [hotelId] })
  await using tab = await dashboard.open('/webhooks', { token })
  await tab.page.getByRole('heading', { name: 'No events yet' }).waitFor()
  await tab.expectAccessible()
  await using nobody = await dashboard.open('/webhooks', {
    token: await dashboard.api.token({ hotelIds: ['nowhere'] }),
  })
  await nobody.page.getByRole('heading', { name: 'No hotels yet' }).waitFor()
  await nobody.expectAccessible()
})

test('a failure of the service is told, and a message that is gone', async () => {
  const { hotelId } = await addSender()
  await using tab = await dashboard.open(`/webhooks/${randomUUID()}`, { expected: /status of 50\d/ })
  const { page } = tab
  await page.getByRole('heading', { name: 'Event not found' }).waitFor()
  await tab.expectAccessible()
  await page.route('**/graphql', (route) =>
    route.fulfill({
      status: 503,
      json: { errors: [{ message: 'The database is away.', extensions: { code: 'SERVICE_UNAVAILABLE' } }] },
    }),
  )
  await page.goto(`${dashboard.api.url}/webhooks?hotel=${hotelId}`)
  await page.getByText('SERVICE_UNAVAILABLE').waitFor()
  await tab.expectAccessible()
})

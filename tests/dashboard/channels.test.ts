import { afterAll, beforeAll, expect, test } from 'vitest'
import { addAccount, addHotel } from '../kit/rows.ts'
import { type Dashboard, shiftOf, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

/** A hotel that is connected to a channel which has taken all but a few days. */
async function openHotel() {
  const { database, send } = dashboard.api
  const hotelId = await addAccount(database, {})
  const connected = await send({
    query: 'mutation ($input: PmsChannelInput!) { connectChannel(input: $input) { errors { message } } }',
    variables: {
      input: {
        ...{ hotelId, provider: 'mock', channel: 'channex', propertyId: 'property', currency: 'EUR' },
        credentials: { apiKey: 'key' },
        rooms: [{ roomTypeExternalId: 'DBL', channelId: 'room' }],
        plans: [],
      },
    },
  })
  expect(connected.data).toEqual({ connectChannel: { errors: [] } })
  const stands = (columns: string) => database.query(`UPDATE pms_channel SET ${columns} WHERE hotel_id = $1`, [hotelId])
  const refused = [
    {
      kind: 'AVAILABILITY',
      channelId: 'room',
      from: '2027-02-01',
      to: '2027-02-03',
      reason: 'No such days',
      isClosed: true,
    },
  ]
  // A worker that is asked for nothing would find that nothing was ever read.
  await stands(
    `state = 'LIVE', sent_at = now() - interval '2 min', confirmed_at = now(), position = 0, look_at = 'infinity',
     refused = '${JSON.stringify(refused)}'`,
  )
  return { hotelId, stands }
}

test('says how a channel stands and what it did not take; it is paused with a reason and resumed, by the keyboard', async () => {
  const { hotelId } = await openHotel()
  await using tab = await dashboard.open(`/hotels/${hotelId}/channels`)
  const { page } = tab
  const channel = page.getByRole('region', { name: 'Channex' })
  await channel.getByText('Live').waitFor()
  expect(await channel.innerText()).toMatch(/Last push[\s\S]*2 min\. ago[\s\S]*Not sent yet\s+nothing/)
  const warning = channel.getByRole('row', {
    name: /1 Feb 2027 – .*3 Feb 2027 .*Rooms left of room No such days closed there/,
  })
  await warning.waitFor()
  expect(await shiftOf(page)).toBeLessThan(0.02)
  await tab.expectAccessible()

  await channel.getByRole('button', { name: 'Pause Channex …' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Pause Channex' })
  await dialog.getByLabel('Reason').waitFor()
  await tab.expectAccessible()
  await page.keyboard.type('Prices are being checked')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await channel.getByText(/Paused since .* by .*: Prices are being checked\. It sells what was sent before\./).waitFor()
  await channel.locator('[data-status="PAUSED"]').waitFor()
  await tab.expectAccessible()
  await channel.getByRole('button', { name: 'Resume Channex' }).focus()
  await page.keyboard.press('Enter')
  await channel.getByRole('button', { name: 'Pause Channex …' }).waitFor()
})

test('says why nothing is sold or sent, on a telephone, and who may not change it why not', async () => {
  const { hotelId, stands } = await openHotel()
  const token = await dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
  await stands(`state = 'CLOSED', reason = 'The prices and availability that are known are too old to be sold.'`)
  await using tab = await dashboard.open(`/hotels/${hotelId}/channels`, { width: 320, token })
  const { page } = tab
  await page.getByRole('alert').getByText('Nothing is sold here').waitFor()
  await page.locator('[data-status="CLOSED"]').waitFor()
  await page.locator('[data-freshness="RATE NEAR"]').getByText('Never synced').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  const pause = page.getByRole('button', { name: 'Pause Channex …' })
  expect(await pause.getAttribute('aria-description')).toBe('This needs the permission ADMIN_EDIT.')
  await tab.expectAccessible()
  await stands(
    `state = 'WAITING', reason = 'PUT app.channex.io answered 503', refused = '[]', ready_at = now() + interval '5 min'`,
  )
  await page.reload()
  await page.getByRole('alert').getByText('PUT app.channex.io answered 503').waitFor()
  await page.getByText('Next push').waitFor()
  await tab.expectAccessible()
})

test('says that nothing is connected, and shows nobody another hotel’s', async () => {
  const empty = await addHotel(dashboard.api.database)
  await using tab = await dashboard.open(`/hotels/${empty}/channels`)
  await tab.page.getByText('No channels are connected').waitFor()
  await tab.expectAccessible()
  const { hotelId } = await openHotel()
  const token = await dashboard.api.token({ hotelIds: [empty] })
  await using other = await dashboard.open(`/hotels/${hotelId}/channels`, { token })
  await other.page.getByText('Hotel not found').waitFor()
})

import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { signWebhook } from '../../src/platform/standard-webhooks.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
let vendor: Simulator
beforeAll(async () => {
  dashboard = await startDashboard()
  vendor = await mock.simulate({ bookings: 3, rooms: 2, guests: 2 })
  for (const adapter of listProviderAdapters()) dashboard.api.adapters.set(adapter.key, adapter)
})
afterAll(async () => {
  await dashboard[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

const small = { bookings: 1, rooms: 1, guests: 1 }
const address = (hotelId: string, provider = 'mock') => `/hotels/${hotelId}/configurations/${provider}`

/** A hotel that is connected to the shared simulator, or another one; returns its id. */
async function connected(account = vendor): Promise<string> {
  const hotelId = `hotel-${randomUUID()}`
  await insertHotel(dashboard.api.database, hotelId, 'mock', account)
  return hotelId
}
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const outcome = (page: Page) => page.getByRole('status', { name: 'Connection test' })
const stored = async (hotelId: string) => {
  const [row] = await dashboard.api.database.query('SELECT * FROM pms_configuration WHERE hotel_id = $1', [hotelId])
  return row
}

test('a hotel is connected from an empty form by the keyboard alone, and what was typed is not shown again', async () => {
  const hotelId = await addHotel(dashboard.api.database)
  await using tab = await dashboard.open(address(hotelId))
  const { page } = tab
  const apiKey = String(vendor.credentials.apiKey)
  await button(page, 'Connect').focus()
  await page.keyboard.press('Enter')
  await page.getByText('API key is required.').waitFor()
  await tab.expectAccessible()
  await page.keyboard.type(apiKey)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await page.keyboard.type(String(vendor.settings.baseUrl))
  await page.keyboard.press('Enter')
  await page.getByText('The first sync starts within seconds.').waitFor()
  await page.waitForURL(/hotels\/[^/]+$/)
  await tab.expectAccessible()
  const isDue = 'SELECT next_sync_at <= now() AS due FROM pms_configuration WHERE hotel_id = $1'
  expect(await dashboard.api.database.query(isDue, [hotelId])).toEqual([{ due: true }])
  await page.getByRole('link', { name: 'Settings and schedule' }).click()
  await page.getByRole('heading', { name: 'Syncs are active' }).waitFor()
  expect(await page.getByRole('textbox', { name: 'API key' }).getAttribute('placeholder')).toMatch(/^stored/)
  expect(await page.getByRole('textbox', { name: 'API key' }).inputValue()).toBe('')
  expect(await page.content()).not.toContain(apiKey)
  expect(await stored(hotelId)).toMatchObject({
    ...{ enabled: true, settings: vendor.settings, sync_schedule: '*/15 * * * *' },
  })
  await tab.expectAccessible()
})

/** The mock’s own is filled in everywhere else. */
const vendors = listProviderAdapters().filter(({ key }) => key !== mock.key)

test.each(vendors.map(({ key, name }) => [name, key]))('%s has a form of its own', async (name, key) => {
  const hotelId = await addHotel(dashboard.api.database)
  await using tab = await dashboard.open(address(hotelId, key), { width: 320 })
  await tab.page.getByRole('heading', { name: `Connect Test to ${name}` }).waitFor()
  await button(tab.page, 'Connect').click()
  await tab.page.locator('[aria-invalid=true]').first().waitFor()
  expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
})

describe('a test of the connection', () => {
  test('tells a wrong key that is not saved, and leaves the stored one alone', async () => {
    const hotelId = await connected()
    const before = await stored(hotelId)
    await using tab = await dashboard.open(address(hotelId))
    const { page } = tab
    await page.getByRole('textbox', { name: 'API key' }).fill('wrong-key-wrong-key')
    await button(page, 'Test connection').click()
    await outcome(page).getByText('Wrong credentials').waitFor()
    expect(await outcome(page).innerText()).toMatch(/Passed[\s\S]*The PMS answers[\s\S]*Failed[\s\S]*Credentials/)
    await tab.expectAccessible()
    await page.getByRole('textbox', { name: 'API key' }).fill('')
    await button(page, 'Test connection').click()
    await outcome(page).getByText('The connection works').waitFor()
    expect(await stored(hotelId)).toEqual(before)
  })

  test('warns of another time zone, which is then taken over', async () => {
    const hotelId = await connected()
    await dashboard.api.database.query(`UPDATE pms_hotel SET time_zone = 'Asia/Tokyo' WHERE id = $1`, [hotelId])
    await using tab = await dashboard.open(address(hotelId))
    await button(tab.page, 'Test connection').click()
    await outcome(tab.page).getByText('The PMS uses Europe/Lisbon, this hotel Asia/Tokyo').waitFor()
    await tab.expectAccessible()
    await button(tab.page, 'Set the hotel to Europe/Lisbon').click()
    await outcome(tab.page).getByText('The hotel’s time zone is Europe/Lisbon now.').waitFor()
    const [hotel] = await dashboard.api.database.query('SELECT time_zone FROM pms_hotel WHERE id = $1', [hotelId])
    expect(hotel).toEqual({ time_zone: 'Europe/Lisbon' })
  })

  test('tells a busy PMS from a wrong key', async () => {
    await using busy = await mock.simulate({ ...small, faults: { rateLimited: 1 } })
    await using tab = await dashboard.open(address(await connected(busy)))
    await button(tab.page, 'Test connection').click()
    await outcome(tab.page).getByText('The PMS is busy').waitFor()
    expect(await outcome(tab.page).innerText()).toMatch(/Unknown\s*Credentials/)
    await tab.expectAccessible()
  })

  test('tells a PMS that cannot be reached', async () => {
    await using tab = await dashboard.open(address(await connected()))
    await tab.page.getByLabel('Base URL').fill('http://127.0.0.1:9')
    await button(tab.page, 'Test connection').click()
    await outcome(tab.page).getByText('enter all of them again').waitFor()
    await tab.page.getByRole('textbox', { name: 'API key' }).fill('a-key-for-nobody')
    await button(tab.page, 'Test connection').click()
    await outcome(tab.page).getByText('Not reachable').waitFor()
  })

  test('is limited, and says so', async () => {
    const token = await dashboard.api.token({ subject: `person-${randomUUID()}` })
    await using tab = await dashboard.open(address(await connected()), { token })
    for (let count = 0; count < 10; count++) {
      await button(tab.page, 'Test connection').click()
      await outcome(tab.page).getByText('The connection works').waitFor()
    }
    await button(tab.page, 'Test connection').click()
    await outcome(tab.page).getByText('Too many tests').waitFor()
  })
})

test('what the service refuses stands at its field, and leaving with changes is asked about', async () => {
  await using tab = await dashboard.open(address(await connected()))
  const { page } = tab
  await page.getByLabel('Page size').fill('7.5')
  await button(page, 'Save changes').click()
  await page.locator('[aria-invalid=true]').waitFor()
  expect(await page.locator('[aria-invalid=true]').getAttribute('name')).toBe('settings.pageSize')
  await tab.expectAccessible()
  await page.getByRole('link', { name: 'Fleet' }).click()
  await page.getByRole('dialog', { name: 'Leave without saving?' }).waitFor()
  await tab.expectAccessible()
  await button(page, 'Stay').click()
  expect(await page.getByLabel('Page size').inputValue()).toBe('7.5')
  await button(page, 'Discard changes').click()
  const apiKey = page.getByRole('textbox', { name: 'API key' })
  await apiKey.fill('another-key')
  await button(page, 'Save changes').click()
  await eventually(async () => expect(await apiKey.inputValue()).toBe(''))
  await page.getByRole('link', { name: 'Fleet' }).click()
  await page.getByRole('heading', { name: 'Fleet', exact: true }).waitFor()
})

test('a schedule says in words what it means and when it is due by the hotel’s clock', async () => {
  const hotelId = await connected()
  await using tab = await dashboard.open(address(hotelId), { expected: /status of 400/ })
  const { page } = tab
  const meaning = page.getByRole('status', { name: 'Schedule preview' })
  await page.getByLabel('How often').selectOption('nightly')
  await meaning.getByText('At 03:30').waitFor()
  expect(await meaning.getByRole('listitem').allInnerTexts()).toEqual(
    Array.from({ length: 5 }, () => expect.stringMatching(/, 03:30 WES?T$/)),
  )
  await page.getByLabel('How often').selectOption('custom')
  await page.getByLabel('Cron expression').fill('now and then')
  await page.getByText('it has 3 fields').waitFor()
  await tab.expectAccessible()
  await page.getByLabel('Cron expression').fill('*/20 7-9 * * 1')
  await meaning.getByText(/Every 20 minutes/).waitFor()
  await tab.expectAccessible()
  await button(page, 'Save schedule').click()
  await eventually(async () => expect(await stored(hotelId)).toMatchObject({ sync_schedule: '*/20 7-9 * * 1' }))
})

test('what somebody else has changed since the page was read is not overwritten', async () => {
  const hotelId = await connected()
  await using tab = await dashboard.open(address(hotelId))
  const { page } = tab
  await page.getByLabel('How often').selectOption('nightly')
  await dashboard.api.database.query(
    `UPDATE pms_configuration SET sync_schedule = '@hourly', version = version + 1 WHERE hotel_id = $1`,
    [hotelId],
  )
  await button(page, 'Save schedule').click()
  await page.getByText('Somebody else has changed it meanwhile').waitFor()
  expect(await stored(hotelId)).toMatchObject({ sync_schedule: '@hourly' })
})

const post = async (url: string, secret: string) => {
  const body = JSON.stringify({ type: 'booking.updated', timestamp: new Date().toISOString(), data: { id: 'B-1' } })
  const headers = signWebhook([secret], { id: randomUUID(), timestamp: new Date(), body })
  return (await fetch(url, { method: 'POST', headers, body })).status
}

/** Makes a URL and a secret in the page as a person would, and reads them there. */
async function makeKeys(page: Page, open: string, make: string) {
  await button(page, open).click()
  await button(page, make).click()
  await page.getByText('Shown only once').waitFor()
  const [url = '', secret = ''] = await page.getByRole('dialog').locator('pre').allInnerTexts()
  return { url, secret }
}

test('URL and secret are shown once; the ones before are accepted for a while, others are refused and counted', async () => {
  const hotelId = await connected()
  await using tab = await dashboard.open(address(hotelId))
  const { page } = tab
  const first = await makeKeys(page, 'Create URL and secret', 'Create')
  await tab.expectAccessible()
  await button(page, 'I have stored both').click()
  await page.getByText('Verification').waitFor()
  const second = await makeKeys(page, 'Replace URL and secret', 'Replace')
  expect(second.url).not.toBe(first.url)
  await page.keyboard.press('Escape')
  await button(page, 'I have stored both').click()
  await page.getByText('valid until').waitFor()
  expect([await post(first.url, first.secret), await post(second.url, second.secret)]).toEqual([200, 200])
  expect(await post(second.url, `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(401)
  const closed = await page.content()
  const answers: string[] = []
  page.on('response', async (response) => answers.push(await response.text().catch(() => '')))
  await page.reload()
  await page.getByText('1 with an invalid signature or timestamp').waitFor()
  const seen = [closed, await page.content(), ...answers].join('\n')
  for (const { url, secret } of [first, second]) {
    expect(seen).not.toContain(secret)
    expect(seen).not.toContain(url.split('/').at(-1))
  }
  await tab.expectAccessible()
})

test('a test event is seen to arrive', async () => {
  const hotelId = await connected()
  const { configuration } = await dashboard.api.inbox.rotateKeys({ hotelId, provider: 'mock', actor: 'tester' })
  await dashboard.api.database.query(
    'UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1',
    [configuration.id],
  )
  await using tab = await dashboard.open(address(hotelId))
  await button(tab.page, 'Send test event').click()
  await tab.page.getByText('Received', { exact: true }).waitFor()
  await dashboard.api.inbox.drain(configuration.id)
  await tab.page.getByText('Processed', { exact: true }).waitFor()
})

test('syncs are paused with a reason, which is then told, and resumed', async () => {
  const hotelId = await connected()
  await using tab = await dashboard.open(address(hotelId), { width: 320 })
  const { page } = tab
  await button(page, 'Pause …').click()
  await button(page, 'Pause').click()
  await page.getByText('Enter a reason.').waitFor()
  await tab.expectAccessible()
  await page.getByLabel('Reason').fill('The PMS is being moved')
  await button(page, 'Pause').click()
  await page.getByRole('heading', { name: 'Syncs are paused' }).waitFor()
  await page.getByText(/by tester: The PMS is being moved/).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await button(page, 'Resume').click()
  await page.getByRole('heading', { name: 'Syncs are active' }).waitFor()
  expect(await stored(hotelId)).toMatchObject({ enabled: true, paused_reason: null })
})

test('a hotel is disconnected only by typing the name of the system', async () => {
  const hotelId = await connected()
  await using tab = await dashboard.open(address(hotelId))
  const { page } = tab
  await button(page, 'Disconnect Mock PMS …').click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByRole('button', { name: 'Disconnect' }).isDisabled()).toBe(true)
  await tab.expectAccessible()
  await dialog.getByLabel('Type “Mock PMS” to confirm').fill('Mock PMS')
  await dialog.getByRole('button', { name: 'Disconnect' }).click()
  await page.getByRole('heading', { name: 'Connect Test to Mock PMS' }).waitFor()
  expect(await stored(hotelId)).toBeUndefined()
})

test('who may only look sees everything, and why nothing can be changed', async () => {
  const hotelId = await connected()
  const token = await dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
  await using tab = await dashboard.open(address(hotelId), { token })
  const { page } = tab
  await page.getByText('You can view this. Changes need the permission ADMIN_EDIT.').waitFor()
  expect(await page.getByRole('textbox', { name: 'API key' }).isDisabled()).toBe(true)
  const pause = button(page, 'Pause …')
  expect(await pause.getAttribute('aria-description')).toContain('ADMIN_EDIT')
  await pause.click({ force: true })
  expect(await page.getByRole('dialog').count()).toBe(0)
  await tab.expectAccessible()
})

test('while it loads the page says so, and a failure can be tried again', async () => {
  const hotelId = await connected()
  await using tab = await dashboard.open('/connect', { expected: /status of 503/ })
  const { page } = tab
  const gate = Promise.withResolvers<'fail' | 'go on'>()
  let next: 'fail' | 'go on' | undefined
  await page.route('**/graphql', async (route) => {
    const errors = [{ message: 'The database is away.', extensions: { code: 'SERVICE_UNAVAILABLE', requestId: 'r-1' } }]
    if ((next ?? (await gate.promise)) === 'fail') await route.fulfill({ status: 503, json: { errors } })
    else await route.continue()
  })
  await page.goto(`${dashboard.api.url}${address(hotelId)}`)
  await page.getByRole('status', { name: 'Loading' }).waitFor()
  await tab.expectAccessible()
  gate.resolve('fail')
  await page.getByText('r-1').waitFor()
  await tab.expectAccessible()
  next = 'go on'
  await button(page, 'Try again').click()
  await page.getByRole('heading', { name: 'Syncs are active' }).waitFor()
})

test('another hotel’s token learns nothing, and an unknown system leads on', async () => {
  const hotelId = await connected()
  const token = await dashboard.api.token({ hotelIds: ['another'] })
  await using foreign = await dashboard.open(address(hotelId), { token, expected: /status of 404/ })
  await foreign.page.getByText('NOT_FOUND').waitFor()
  await foreign.expectAccessible()
  await using unknown = await dashboard.open(address(hotelId, 'nothing'))
  await unknown.page.getByRole('heading', { name: 'Unknown PMS' }).waitFor()
  await unknown.expectAccessible()
})

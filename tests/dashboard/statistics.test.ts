import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, shiftOf, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
  dashboard.api.adapters.set(mews.key, mews)
})
afterAll(() => dashboard[Symbol.asyncDispose]())

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const tokenFor = (...hotelIds: string[]) => dashboard.api.token({ hotelIds })

/** A hotel at the mock system with runs of the last minutes; returns its id. */
async function addBusy(name: string): Promise<string> {
  const { database } = dashboard.api
  const hotelId = await addHotel(database)
  await database.query('UPDATE pms_hotel SET name = $2 WHERE id = $1', [hotelId, name])
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials) VALUES (gen_random_uuid(), $1, 'mock', '')`,
    [hotelId],
  )
  const run = (more: Partial<SyncLog>) =>
    addSyncLog(database, { hotelId, completedAt: ago(0), startedAt: ago(1), ...more })
  for (let n = 1; n <= 20; n++) await run({ duration: n * 1_000, itemsProcessed: 3, itemsCreated: 1, itemsUpdated: 2 })
  await run({ watermarkAt: ago(180), duration: 1_000, itemsProcessed: 1, itemsUnchanged: 1 })
  for (const _ of [1, 2, 3]) await run({ status: 'FAILED', errorCode: 'PROVIDER_TIMEOUT' })
  await run({ status: 'FAILED', errorCode: 'PROVIDER_RATE_LIMITED' })
  await run({ status: 'FAILED', errorCode: 'PROVIDER_TIMEOUT', provider: 'mews' })
  return hotelId
}

test('charts say what they show in words, by keyboard and as tables', async () => {
  await using tab = await dashboard.open('/statistics', { token: await tokenFor(await addBusy('Alfama')) })
  const { page } = tab
  const durations = page.getByRole('region', { name: 'Sync duration' })
  await durations.getByRole('button', { name: /^Median: \d/ }).waitFor()
  expect(await shiftOf(page)).toBeLessThan(0.02)
  await tab.expectAccessible()

  const now = durations.getByRole('option', { selected: true })
  expect(await now.getAttribute('aria-label')).toMatch(/: Median [\d.]+ s, p95 [\d.]+ s, p99 [\d.]+ s$/)
  await now.focus()
  await page.keyboard.press('ArrowLeft')
  await durations.getByRole('button', { name: 'Median: none' }).waitFor()
  await page.keyboard.press('ArrowRight')

  const median = durations.getByRole('button', { name: /^Median: \d/ })
  await median.press('Enter')
  expect(await median.getAttribute('aria-pressed')).toBe('false')
  expect(await now.getAttribute('aria-label')).not.toContain('Median')

  for (const toggle of await page.getByRole('button', { name: /as a table$/ }).all()) await toggle.press('Enter')
  expect(await durations.getByRole('row').nth(1).innerText()).toMatch(/[\d.]+ s\s+[\d.]+ s\s+[\d.]+ s/)
  const changes = page.getByRole('region', { name: 'Records changed per sync' })
  const table = changes.getByRole('region', { name: 'Records changed per sync with Mock PMS' })
  expect(await table.getByRole('row').nth(1).innerText()).toMatch(/0\.8\s+1\.6\s+0/)
  const ages = page.getByRole('region', { name: 'Data age' })
  expect(await ages.getByRole('row').nth(1).innerText()).toMatch(/3 h\s+1 d/)
  await tab.expectAccessible()
})

test('failures are told by cause; a rate of few syncs is not', async () => {
  await using tab = await dashboard.open('/statistics', { token: await tokenFor(await addBusy('Alfama')) })
  const failures = tab.page.getByRole('region', { name: 'Failure rate' })
  const item = (name: string) => failures.getByRole('listitem').filter({ hasText: name })
  await item('Mock PMS').waitFor()
  expect(await item('Mock PMS').innerText()).toMatch(
    /16% of 25 syncs failed[\s\S]*PMS unavailable: 3 · Rate limited: 1/,
  )
  expect(await item('Mews').innerText()).toMatch(/1 of 1 syncs failed/)
  expect(await item('Mews').locator('svg').count()).toBe(0)
})

test('time, hotel and system are chosen in the address, and the hotel is found by its name', async () => {
  const [ours, other] = [await addBusy('Alfama'), await addBusy('Bela Vista')]
  await using tab = await dashboard.open('/statistics', { token: await tokenFor(ours, other) })
  const { page } = tab
  await page.getByText('Choose a hotel above').waitFor()
  await page.getByLabel('Period').selectOption('Last 30 days')
  await page.waitForURL(/span=MONTH/)
  const hotel = page.getByRole('combobox', { name: 'Hotel' })
  await hotel.fill('vista')
  await page.getByRole('option', { name: 'Bela Vista' }).click()
  await page.waitForURL(new RegExp(`hotel=${other}`))
  await page
    .getByRole('region', { name: 'Data age' })
    .getByRole('button', { name: /^Late after/ })
    .waitFor()
  await page.getByLabel('PMS', { exact: true }).selectOption('mews')
  await page.waitForURL(/provider=mews/)
  await page.goto(page.url())
  await eventually(async () => expect(await hotel.inputValue()).toBe('Bela Vista'))
  await page.getByText('1 of 1 syncs failed').waitFor()
  await page.getByText('No syncs completed in this period.').waitFor()
  await tab.expectAccessible()
})

test('where nothing was synced, every chart says so; of another’s hotel nothing is told', async () => {
  const { database } = dashboard.api
  await insertHotel(database, 'quiet', 'mock')
  const busy = await addBusy('Their house')
  await using tab = await dashboard.open('/statistics', { token: await tokenFor('quiet') })
  for (const text of ['No syncs completed in this period.', 'No complete sync yet.']) {
    await tab.page.getByText(text).waitFor()
  }
  await tab.expectAccessible()
  await tab.page.goto(`${dashboard.api.url}/statistics?hotel=${busy}`)
  await tab.page.getByText('NOT_FOUND').first().waitFor()
  expect(await tab.page.content()).not.toContain('Their house')
})

test('a chart that fails leaves the others, and can be tried again', async () => {
  const token = await tokenFor(await addBusy('Alfama'))
  await using tab = await dashboard.open('/', { token, expected: /status of 503/ })
  const { page } = tab
  let isAway = true
  await page.route('**/graphql', (route) => {
    const isChart = route.request().postData()?.includes('StatisticsDurations') ?? false
    const errors = [{ message: 'Away.', extensions: { code: 'SERVICE_UNAVAILABLE', requestId: 'r-1' } }]
    return isAway && isChart ? route.fulfill({ status: 503, json: { errors } }) : route.continue()
  })
  await page.getByRole('link', { name: 'Statistics', exact: true }).click()
  const durations = page.getByRole('region', { name: 'Sync duration' })
  await durations.getByText('SERVICE_UNAVAILABLE').waitFor()
  await page.getByText('16% of 25 syncs failed').waitFor()
  await tab.expectAccessible()
  isAway = false
  await durations.getByRole('button', { name: 'Try again' }).click()
  await durations.getByRole('button', { name: /^Median: \d/ }).waitFor()
})

test('a narrow screen needs no sideways scrolling', async () => {
  const token = await tokenFor(await addBusy('The Grand Hotel of the Very Long Name by the Sea'))
  await using tab = await dashboard.open('/statistics', { width: 320, token })
  await tab.page.getByRole('button', { name: /^Median: \d/ }).waitFor()
  expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
})

test('without the permission to look, it says so', async () => {
  const token = await dashboard.api.token({ permissions: [] })
  await using tab = await dashboard.open('/statistics', { token, expected: /status of 403/ })
  await tab.page.getByRole('heading', { name: 'No permission' }).first().waitFor()
})

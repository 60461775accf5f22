import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertHotel } from '../kit/engine.ts'
import { eventually } from '../kit/eventually.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
let busy: string
beforeAll(async () => {
  dashboard = await startDashboard()
  busy = await addAccount()
  for (let more = 0; more < 30; more++) await addAccount()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

/** A hotel with an account at the mock system; returns the hotel's id. */
async function addAccount(): Promise<string> {
  const id = `hotel-${randomUUID()}`
  await insertHotel(dashboard.api.database, id, 'mock')
  return id
}
const tokenFor = (...hotelIds: string[]) => dashboard.api.token({ hotelIds })

test('a hotel stands in the list with its system and its state', async () => {
  await using tab = await dashboard.open('/', { token: await tokenFor(busy) })
  const row = tab.page.getByRole('row').nth(1)
  await row.waitFor()
  expect(await row.innerText()).toMatch(/Mock PMS[\s\S]*Active[\s\S]*never/)
  await tab.expectAccessible()
})

test('pages are addresses: forth, back, and by a link', async () => {
  await using tab = await dashboard.open('/')
  const { page } = tab
  await page.getByRole('button', { name: 'Next' }).click()
  await page.waitForURL(/after=/)
  await eventually(async () => expect(await page.getByRole('row').count()).toBeLessThan(26))
  const address = page.url()
  await page.goto(address)
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.waitForURL(/before=/)
  await eventually(async () => expect(await page.getByRole('row').count()).toBe(26))
})

test('a filter is in the address, and an empty list says what to do', async () => {
  await using tab = await dashboard.open('/', { token: await tokenFor(busy) })
  await tab.page.getByLabel('Sync').selectOption('paused')
  await tab.page.getByRole('heading', { name: 'No hotel matches' }).waitFor()
  expect(new URL(tab.page.url()).search).toBe('?state=paused')
  await tab.expectAccessible()
})

test('a viewer without a hotel is told what comes next', async () => {
  await using tab = await dashboard.open('/', { token: await tokenFor('nowhere') })
  await tab.page.getByRole('heading', { name: 'No hotels yet' }).waitFor()
})

test('a failure shows its code and request, and can be tried again', async () => {
  await using tab = await dashboard.open('/', { token: null, expected: /status of 50\d/ })
  const { page } = tab
  let answer = { status: 503, code: 'SERVICE_UNAVAILABLE' }
  await page.route('**/graphql', (route) => {
    const { status, code } = answer
    const errors = [{ message: 'The database is away.', extensions: { code, requestId: 'request-1' } }]
    return status === 503 ? route.fulfill({ status, json: { errors } }) : route.continue()
  })
  await page.getByLabel('Access token').fill(await tokenFor(busy))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('SERVICE_UNAVAILABLE').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('request-1')
  await tab.expectAccessible()
  answer = { status: 200, code: '' }
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('table').waitFor()
})

test('without the permission to look, it says so', async () => {
  const token = await dashboard.api.token({ permissions: [] })
  await using tab = await dashboard.open('/', { token, expected: /status of 403/ })
  await tab.page.getByRole('heading', { name: 'Not for this account' }).waitFor()
  await tab.expectAccessible()
})

test('a narrow screen needs no sideways scrolling', async () => {
  await using tab = await dashboard.open('/', { width: 320 })
  await tab.page.getByRole('table').waitFor()
  expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runDueSchedules } from '../../src/jobs/scheduler.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel } from '../kit/rows.ts'
import { silentLog } from '../kit/services.ts'
import { type Dashboard, startDashboard } from './kit.ts'
import { type PacedHotel, startPacedHotel } from './paced-hotel.ts'

/** What an operator does on a first morning, from an unconnected hotel on, over real parts alone. */

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const bookingsBar = (page: Page) => page.getByRole('progressbar', { name: /^Bookings from/ })
const card = (page: Page) => page.getByRole('article', { name: /^Bookings/ })

function serveAll(hotel: PacedHotel): void {
  for (const kind of ['bookings', 'rooms', 'guests'] as const) hotel.serve(kind, 9)
}

test('a system is connected, tested and synced, a failure seen and replayed, a secret rotated, and nobody else sees it', async () => {
  await using hotel = await startPacedHotel(dashboard.api, { bookings: 60, name: 'Harbour PMS', isConnected: false })
  const { hotelId, simulator } = hotel
  const token = await dashboard.api.token({ hotelIds: [hotelId] })
  await using tab = await dashboard.open(`/connect?hotel=${hotelId}`, { token })
  const { page } = tab

  await page.getByRole('link', { name: 'Connect Harbour PMS' }).click()
  await page.getByRole('textbox', { name: 'API key' }).fill('not-this-one')
  await page.getByLabel('Base URL').fill(simulator.url)
  await page.getByLabel('Page size').fill('20')
  await button(page, 'Test connection').click()
  await page.getByText('Wrong credentials').waitFor()
  await page.getByRole('textbox', { name: 'API key' }).fill(String(simulator.credentials.apiKey))
  await button(page, 'Test connection').click()
  await page.getByText('The connection works').waitFor()
  simulator.setFaults({ malformedItem: 1 })
  await button(page, 'Connect').click()
  // The first sync is due with the connection; a worker starts it.
  const { database, engine } = dashboard.api
  const due = { database: database.within('*'), engine, clock: { now: () => new Date() }, log: silentLog }
  await eventually(async () => expect(await runDueSchedules(due)).toBeGreaterThan(0))
  hotel.serve('bookings', 1)
  await eventually(async () =>
    expect(await bookingsBar(page).getAttribute('aria-valuetext')).toMatch(/^Bookings 20 of 60/),
  )
  serveAll(hotel)
  await card(page).getByRole('link', { name: 'Failed items' }).click()
  await page.getByText('3 could not be stored').waitFor()
  await page
    .getByRole('link', { name: /^Booking \S+$/ })
    .first()
    .click()
  await page.getByRole('heading', { name: /^Failed rules?$/ }).waitFor()
  await button(page, 'Replay this item').click()
  await page.getByText('1 item will be mapped and stored again').waitFor()
  await button(page, 'Replay 1 item').click()
  await page.getByText('0 items stored, 1 failed again.').waitFor()
  await button(page, 'Done').click()

  simulator.setFaults({})
  await page.goto(`${dashboard.api.url}/hotels/${hotelId}`)
  serveAll(hotel)
  await button(page, 'More sync options').click()
  await page.getByRole('menuitem', { name: 'Full sync' }).click()
  await card(page).getByText('Done: 60 stored', { exact: true }).waitFor()
  await page.goto(`${dashboard.api.url}/syncs/failures?hotel=${hotelId}&state=open`)
  await page.getByRole('heading', { name: /^(No failed items|No items match)$/ }).waitFor()

  await page.goto(`${dashboard.api.url}/hotels/${hotelId}/configurations/${hotel.provider}`)
  const first = await makeKeys(page, 'Create URL and secret', 'Create')
  const second = await makeKeys(page, 'Replace URL and secret', 'Replace')
  expect(second).not.toBe(first)
  await page.getByText('valid until').waitFor()

  await expectHidden(hotel)
})

/** As a person does it; returns the URL that is shown once. */
async function makeKeys(page: Page, open: string, make: string): Promise<string> {
  await button(page, open).click()
  await button(page, make).click()
  const url = await page.getByRole('dialog').locator('pre').first().innerText()
  await button(page, 'I have stored both').click()
  return url
}

/** With the token of another hotel, at the addresses that the first one's operator used. */
async function expectHidden({ hotelId }: PacedHotel): Promise<void> {
  const { api } = dashboard
  const [run] = await api.database.query<{ id: string }>('SELECT id FROM pms_sync_log WHERE hotel_id = $1', [hotelId])
  const token = await api.token({ hotelIds: [await addHotel(api.database)] })
  await using tab = await dashboard.open('/syncs', { token })
  const { page } = tab
  await page.getByRole('heading', { name: 'No syncs yet' }).waitFor()
  const hidden = {
    [`/hotels/${hotelId}`]: 'Hotel not found',
    [`/syncs/${run?.id}`]: 'Sync not found',
  }
  for (const [path, title] of Object.entries(hidden)) {
    await page.goto(`${api.url}${path}`)
    await page.getByRole('heading', { name: title }).waitFor()
  }
  await page.goto(`${api.url}/syncs/failures?hotel=${hotelId}`)
  await page.getByText('NOT_FOUND').waitFor()
}

test('the keyboard alone leads from the sign-in to a sync, its failure and the replay', async () => {
  await using hotel = await startPacedHotel(dashboard.api, { bookings: 20 })
  const { hotelId } = hotel
  hotel.simulator.setFaults({ malformedItem: 1 })
  serveAll(hotel)
  await using tab = await dashboard.open(`/hotels/${hotelId}`, { token: null })
  const { page } = tab
  await tabTo(page, /Access token/)
  await page.keyboard.insertText(await dashboard.api.token({ hotelIds: [hotelId] }))
  await page.keyboard.press('Enter')
  await press(page, /^Sync now$/)
  await card(page).getByText('could not be stored').first().waitFor()
  await press(page, /^Failed items$/)
  await press(page, /^(Booking|Room|Guest) \S+$/)
  await press(page, /^Replay this item$/)
  await page.getByText('1 item will be mapped').waitFor()
  await press(page, /^Replay 1 item$/)
  await page.getByText('1 failed again').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Failed again: see the newer failure').waitFor()
})

/** Presses what has this name, once the Tab key has got there. */
async function press(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

const FOCUSED = `(() => {
  const { activeElement: element } = document
  return (element.labels?.[0]?.textContent ?? element.getAttribute('aria-label') ?? element.textContent).trim()
})()`

/** Goes on until it is there: the page may still be loading what has the name. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  await eventually(async () => {
    await page.keyboard.press('Tab')
    expect(await page.evaluate(FOCUSED)).toMatch(name)
  })
}

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel } from '../kit/rows.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
let vendor: Simulator
beforeAll(async () => {
  dashboard = await startDashboard()
  vendor = await mock.simulate({ bookings: 40, rooms: 8, guests: 4 })
})
afterAll(async () => {
  await dashboard[Symbol.asyncDispose]()
  await vendor[Symbol.asyncDispose]()
})

let taken = 0

/** A hotel at the mock PMS, and a booking of it that no other test changes. */
async function hotelWithBooking({ writeEnabled = true } = {}) {
  const { api } = dashboard
  const hotelId = await addHotel(api.database)
  const { credentials, settings } = vendor
  const query = `mutation ($input: PmsConfigurationInput!) { upsertConfiguration(input: $input) { errors { code } } }`
  await api.send({ query, variables: { input: { hotelId, provider: 'mock', credentials, settings, writeEnabled } } })
  for (const entityType of ['ROOM', 'ROOM_TYPE', 'BOOKING'] as const) {
    const { id } = await api.engine.request({ hotelId, provider: 'mock', entityType, trigger: 'MANUAL' })
    await api.engine.run(id)
    await api.engine.waitForEnd(id)
  }
  const [booking] = await api.database.query<{ id: string; externalId: string; checkIn: string }>(
    `SELECT id, external_id AS "externalId", check_in::text AS "checkIn" FROM pms_booking
     WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY external_id OFFSET $2 LIMIT 1`,
    [hotelId, taken++],
  )
  if (booking === undefined) throw new Error('no booking')
  return { hotelId, booking, path: `/hotels/${hotelId}/bookings/${booking.id}` }
}

/** Sends what is open of a hotel, as a worker would. */
async function work(hotelId: string) {
  const { changes, database } = dashboard.api
  const open = await database.query<{ id: string }>(
    `SELECT id FROM pms_change WHERE hotel_id = $1 AND ended_at IS NULL`,
    [hotelId],
  )
  for (const { id } of open) {
    const claimed = await changes.claim(id)
    if (claimed !== null) await changes.work(claimed)
  }
}

const section = (page: Page) => page.getByRole('region', { name: 'Change in Mock PMS' })
const state = (page: Page, word: string) => section(page).locator(`[data-change-state="${word}"]`)

/** Asks for a later departure by the form of the page. */
async function askForDeparture(page: Page, day: string) {
  await section(page).getByRole('button', { name: 'Change booking …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change booking' })
  await dialog.getByLabel('Departure').fill(day)
  await dialog.getByLabel('Price').selectOption({ value: 'KEEP' })
  await dialog.getByRole('button', { name: 'Look what it would do' }).click()
  await dialog.locator('[data-outcome="SEND"]').waitFor()
  return dialog
}

test('a booking is changed where it is shown, after a look at what would be sent, and followed to its end', async () => {
  const { hotelId, path } = await hotelWithBooking()
  await using tab = await dashboard.open(path)
  const { page } = tab
  const dialog = await askForDeparture(page, '2099-12-01')
  expect(await dialog.locator('[data-outcome="SEND"]').innerText()).toMatch(/Departure: .* → Tue, 1 Dec 2099/)
  await tab.expectAccessible()
  // What was looked at is what is sent: another wish has to be looked at first.
  await dialog.getByLabel('Departure').fill('2099-12-02')
  expect(await dialog.getByRole('button', { name: 'Send to the PMS' }).count()).toBe(0)
  await dialog.getByRole('button', { name: 'Look what it would do' }).click()
  await dialog.getByRole('button', { name: 'Send to the PMS' }).click()
  await state(page, 'PENDING').waitFor()
  expect(await section(page).innerText()).toMatch(/Departure: .* → Wed, 2 Dec 2099[\s\S]*by tester/)
  await tab.expectAccessible()
  await work(hotelId)
  await state(page, 'APPLIED').waitFor()
  await page.getByText(/Wed, 2 Dec 2099 \(/).waitFor()

  await page.getByRole('link', { name: 'All changes of the hotel' }).click()
  const row = page.getByRole('row').filter({ hasText: 'Change booking' })
  expect(await row.innerText()).toMatch(/Booking [\s\S]*Departure: [\s\S]*Done[\s\S]*by tester/)
  await tab.expectAccessible()
  await page.getByLabel('Show').selectOption('Refused')
  await page.getByText('No changes match').waitFor()
})

test('what both sides have changed is shown with their values, and can be left as the PMS has it', async () => {
  const { hotelId, booking, path } = await hotelWithBooking()
  await using tab = await dashboard.open(path)
  const { page } = tab
  const dialog = await askForDeparture(page, '2099-12-01')
  await dialog.getByRole('button', { name: 'Send to the PMS' }).click()
  await state(page, 'PENDING').waitFor()
  vendor.data.change('bookings', booking.externalId, { checkOut: '2099-11-11' })
  await work(hotelId)
  await state(page, 'CONFLICT')
    .getByText(/The PMS had departure .* and has Wed, 11 Nov 2099 now/)
    .waitFor()
  // Of all that was read there, only what was asked for.
  expect((await state(page, 'CONFLICT').innerText()).match(/The PMS had/g)).toHaveLength(1)
  await tab.expectAccessible()
  await section(page).getByRole('button', { name: 'Leave it as the PMS has it' }).click()
  await state(page, 'CANCELLED').waitFor()
})

test('what waits can be taken back, and what nobody knows is settled by a person, on a telephone', async () => {
  const { hotelId, booking, path } = await hotelWithBooking()
  const { database } = dashboard.api
  await using tab = await dashboard.open(path, { width: 320 })
  const { page } = tab
  vendor.desk.lock(booking.externalId)
  const dialog = await askForDeparture(page, '2099-12-01')
  await dialog.getByRole('button', { name: 'Send to the PMS' }).click()
  await state(page, 'PENDING').waitFor()
  await work(hotelId)
  await state(page, 'PENDING').getByText('It waits for somebody at the PMS who has it open.').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await section(page).getByRole('button', { name: 'Take back' }).click()
  await state(page, 'CANCELLED').waitFor()
  vendor.desk.unlock(booking.externalId)

  await database.query(
    `UPDATE pms_change SET state = 'UNKNOWN', waiting_for = 'PERSON', ended_at = NULL, sent_at = now() WHERE hotel_id = $1`,
    [hotelId],
  )
  await page.goto(new URL(`/hotels/${hotelId}/changes?shown=unknown`, page.url()).href)
  await page.getByRole('button', { name: 'Say what came of it …' }).click()
  const asked = page.getByRole('dialog', { name: 'What came of it?' })
  await asked.getByRole('button', { name: 'Leave it as it is' }).waitFor()
  await tab.expectAccessible()
  await asked.getByRole('button', { name: 'Leave it as it is' }).click()
  await page.getByText('No changes match').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
})

test('nothing can be changed where that is switched off, or by who may only look', async () => {
  const { hotelId, path } = await hotelWithBooking({ writeEnabled: false })
  await using tab = await dashboard.open(path)
  await section(tab.page).getByText('Changes at this PMS are switched off in its configuration.').waitFor()
  await dashboard.api.database.query('UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = $1', [hotelId])
  const token = await dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
  await using other = await dashboard.open(path, { token })
  const { page } = other
  const button = section(page).getByRole('button', { name: 'Cancel booking …' })
  await eventually(async () =>
    expect(await button.getAttribute('aria-description')).toBe('This needs the permission ADMIN_EDIT.'),
  )
  await other.expectAccessible()
  await page.goto(new URL(`/hotels/${hotelId}/changes`, page.url()).href)
  await page.getByText('Nothing has been changed from here').waitFor()
  await other.expectAccessible()
})

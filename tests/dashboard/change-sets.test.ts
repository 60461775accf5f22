import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../kit/eventually.ts'
import { type ChangeWorld, startChangeWorld } from './changing-hotel.ts'

let world: ChangeWorld
beforeAll(async () => {
  world = await startChangeWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

const setIdOf = (page: Page) => new URL(page.url()).pathname.split('/').at(-1) ?? ''
const state = (page: Page, word: string) => page.locator(`[data-set-state="${word}"]`)
const lists = (page: Page) => page.getByRole('navigation', { name: 'Items' })
const width = (page: Page) => page.evaluate('document.documentElement.scrollWidth')

/** Brings a set as far as it comes, as a worker would. */
async function work(setId: string) {
  const { sets } = world.dashboard.api.changes
  const claimed = await sets.claim(setId)
  if (claimed !== null) await sets.work(claimed, new AbortController().signal)
}

test('several bookings are selected, changed by one wish, and looked at before anything is sent', async () => {
  const { hotelId, bookings } = await world.hotelWith(4)
  const { database } = world.dashboard.api
  await using tab = await world.dashboard.open(`/hotels/${hotelId}/bookings?arrivalFrom=2000-01-01`)
  const { page } = tab
  await page.getByRole('button', { name: 'Select some' }).click()
  expect(await page.getByRole('button', { name: 'Change 0 selected …' }).getAttribute('aria-description')).toMatch(
    /first/,
  )
  const boxes = page.getByRole('checkbox', { name: /^Select Booking/ })
  await boxes.first().check()
  await boxes.nth(1).check()
  await tab.expectAccessible()
  await page.getByRole('button', { name: 'Change 2 selected …' }).click()
  await page.getByText('2 bookings, selected one by one').waitFor()
  const preview = page.getByRole('button', { name: 'Preview' })
  expect(await preview.getAttribute('aria-description')).toBe('Enter what is to be changed.')
  await tab.expectAccessible()

  // All that a filter finds goes the same way.
  const url = new URL(`/hotels/${hotelId}/change-sets/new`, page.url())
  url.searchParams.set('type', 'BOOKING')
  url.searchParams.set('filter', JSON.stringify({ status: ['CONFIRMED'] }))
  await page.goto(url.href)
  await page.getByText('Status: Confirmed').waitFor()
  await page.getByLabel('Departure').fill('2099-12-01')
  await page.getByLabel('Price').selectOption({ value: 'KEEP' })
  await page.getByLabel('Reason, for whoever reads it later').fill('The fair is longer')
  await preview.click()
  await state(page, 'DRAFT').waitFor()
  await page.getByRole('progressbar', { name: 'Progress of the set' }).waitFor()
  await tab.expectAccessible()

  const setId = setIdOf(page)
  world.vendor.data.change('bookings', bookings[0]?.externalId ?? '', { checkOut: '2099-11-11' })
  world.vendor.data.change('bookings', bookings[1]?.externalId ?? '', { checkOut: '2099-12-01' })
  await work(setId)
  await state(page, 'PREVIEWED').waitFor()
  await page.getByText(/about .* requests? to the PMS/).waitFor()
  const [{ count } = { count: 0 }] = await database.query<{ count: number }>(
    'SELECT count(*)::integer AS count FROM pms_change_set_item WHERE set_id = $1',
    [setId],
  )
  await lists(page).getByText(`${count}`, { exact: true }).first().waitFor()
  // Other tests change bookings of the same PMS meanwhile.
  expect(await lists(page).innerText()).toMatch(/[1-9]\s*! Changed meanwhile[\s\S]*[1-9]\s*– So already/)
  await tab.expectAccessible()
  await lists(page).getByRole('link', { name: 'Changed meanwhile' }).click()
  await page.getByText(/The PMS had departure .* and has Wed, 11 Nov 2099 now/).waitFor()
  await eventually(async () => expect(await page.getByRole('row').count()).toBeLessThan(10))
  await page.reload()
  await page.getByText(/The PMS had departure .* and has Wed, 11 Nov 2099 now/).waitFor()
  await tab.expectAccessible()
  await page.getByRole('button', { name: 'Look anew' }).click()
  await state(page, 'DRAFT').waitFor()
  await work(setId)
  await state(page, 'PREVIEWED').waitFor()

  await page.getByRole('navigation', { name: 'Hotel' }).getByRole('link', { name: 'Sets of changes' }).click()
  await page.getByRole('row').filter({ hasText: 'The fair is longer' }).waitFor()
  await tab.expectAccessible()
  await page.getByLabel('Show').selectOption('Done')
  await page.getByText('No sets match').waitFor()
})

test('sets are seen by who may only look, on a telephone, and where nothing can be changed it says why', async () => {
  const { hotelId, bookings } = await world.hotelWith(1)
  const { api } = world.dashboard
  const token = await api.token({ permissions: ['ADMIN_VIEW'] })
  await using tab = await world.dashboard.open(`/hotels/${hotelId}/change-sets`, { token, width: 320 })
  const { page } = tab
  await page.getByText('Nothing has been changed many at once').waitFor()
  await tab.expectAccessible()
  const set = await api.changes.sets.create({
    ...{ hotelId, source: 'SELECTION', action: 'BOOKING_NOTE', requestedBy: 'ada' },
    lines: [
      { line: 1, by: 'id', key: bookings[0]?.id ?? '', values: { note: 'Knows the owner' } },
      { line: 2, by: 'id', key: bookings[0]?.id ?? '', values: { note: 'Knows the owner' } },
    ],
  })
  await work(set.id)
  await page.goto(new URL(`/hotels/${hotelId}/change-sets/${set.id}`, page.url()).href)
  await state(page, 'PREVIEWED').waitFor()
  await page.getByText(/is what line 1 is about already/).waitFor()
  await page.getByText('hidden for this account').first().waitFor()
  expect(await page.getByText('Knows the owner').count()).toBe(0)
  {
    await using editor = await world.dashboard.open(new URL(page.url()).pathname)
    await editor.page.getByText('Note: K•••••').waitFor()
    expect(await editor.page.getByText('Knows the owner').count()).toBe(0)
    await editor.page.getByRole('button', { name: 'Show personal data' }).click()
    await editor.page.getByText('Note: Knows the owner').waitFor()
  }
  const look = page.getByRole('button', { name: 'Look anew' })
  expect(await look.getAttribute('aria-description')).toBe('This needs the permission ADMIN_EDIT.')
  expect(await width(page)).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await page.goto(new URL(`/hotels/${hotelId}/change-sets/new?type=BOOKING`, page.url()).href)
  await page.getByRole('button', { name: 'Preview' }).waitFor()
  expect(await width(page)).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await api.database.query('UPDATE pms_configuration SET write_enabled = false WHERE hotel_id = $1', [hotelId])
  await page.reload()
  await page.getByText('Nothing can be done to bookings from here').waitFor()
  await page.goto(new URL(`/hotels/${hotelId}/change-sets/${hotelId}`, page.url()).href)
  await eventually(async () => expect(await page.getByText(/Set not found/).count()).toBe(1))
  await tab.expectAccessible()
})

test('a file becomes a set that is run, held, resumed and undone, and whose results are a file again', async () => {
  const { hotelId, bookings, work: send } = await world.hotelWith(4)
  const { api } = world.dashboard
  const { sets } = api.changes
  await using tab = await world.dashboard.open(`/hotels/${hotelId}/change-sets/new`)
  const { page } = tab
  const file = page.getByLabel('CSV file')
  await file.setInputFiles({ name: 'latin.csv', mimeType: 'text/csv', buffer: Buffer.from([0x66, 0xfc, 0x72]) })
  await page.getByText('This file is not in UTF-8').waitFor()
  await tab.expectAccessible()
  const lines = [...bookings.map(({ externalId }) => `${externalId};2099-12-01`), 'nobody;2099-12-01']
  const csv = ['externalId;checkOut', ...lines].join('\r\n')
  await file.setInputFiles({ name: 'fair.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) })
  await page.getByText('fair.csv: 5 lines of externalId, checkOut').waitFor()
  await page.getByLabel('What is done').selectOption('Change booking')
  await page.getByLabel('Price').selectOption({ value: 'KEEP' })
  await page.getByLabel('So many first').fill('1')
  await tab.expectAccessible()
  await page.getByRole('button', { name: 'Preview' }).click()
  await state(page, 'DRAFT').waitFor()
  const setId = setIdOf(page)
  await work(setId)
  await state(page, 'PREVIEWED').waitFor()
  await lists(page).getByRole('link', { name: 'Refused' }).click()
  await page.getByText(/NOT_FOUND, externalId/).waitFor()

  // A preview that is too old is refused where it is run, with what to do.
  const run = page.getByRole('dialog', { name: 'Run this set' })
  const setPreviewed = (at: string) =>
    api.database.query(`UPDATE pms_change_set SET previewed_at = ${at} WHERE id = $1`, [setId])
  await page.getByRole('button', { name: 'Run …' }).press('Enter')
  expect(await run.innerText()).toMatch(/4 items are sent to the PMS: about[\s\S]*1 go first[\s\S]*1 item is left out/)
  await setPreviewed(`now() - interval '2 hours'`)
  await page.keyboard.press('Enter')
  await run.getByText(/PREVIEW_OUTDATED/).waitFor()
  await tab.expectAccessible()
  await setPreviewed('now()')
  await page.reload()
  await page.getByRole('button', { name: 'Run …' }).press('Enter')
  await run.getByRole('button', { name: 'Run', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await state(page, 'RUNNING').waitFor()
  await page.getByRole('progressbar', { name: 'Progress of the set' }).waitFor()
  await page
    .getByText(/1 of 5 ended, 1 of them failed.* left/)
    .first()
    .waitFor()
  await tab.expectAccessible()

  await sets.advance({ hotelId, id: setId })
  await send()
  await page.reload()
  await page
    .getByText(/2 of 5 ended/)
    .first()
    .waitFor()
  await page.getByRole('button', { name: 'Pause' }).click()
  await state(page, 'PAUSED').waitFor()
  await tab.expectAccessible()
  await page.getByRole('button', { name: 'Resume' }).click()
  await state(page, 'RUNNING').waitFor()
  world.vendor.data.change('bookings', bookings[3]?.externalId ?? '', { checkOut: '2099-11-11' })
  for (let round = 0; round < 4; round++) {
    await sets.advance({ hotelId, id: setId })
    await send()
  }
  await state(page, 'PARTIAL').waitFor()
  await lists(page).getByRole('link', { name: 'Failed' }).click()
  await page.getByText('Both sides changed it').waitFor()
  await page.getByRole('link', { name: 'Decide', exact: true }).waitFor()
  await tab.expectAccessible()
  const loading = page.waitForEvent('download')
  await page.getByRole('button', { name: 'This list as CSV' }).click()
  const loaded = await loading
  expect(loaded.suggestedFilename()).toBe('change-set-failed.csv')

  await page.getByRole('button', { name: 'Undo …' }).click()
  const undo = page.getByRole('dialog', { name: 'Undo this set' })
  expect(await undo.innerText()).toMatch(/Mails, fees and fiscal documents are not taken back/)
  await tab.expectAccessible()
  await page.keyboard.press('Enter')
  await page.getByRole('link', { name: 'The set that it undoes' }).waitFor()
  await work(setIdOf(page))
  await state(page, 'PREVIEWED').waitFor()
  await page
    .getByText(/Tue, 1 Dec 2099 → /)
    .first()
    .waitFor()
  await tab.expectAccessible()
  await page.getByRole('button', { name: 'Cancel set …' }).click()
  await page.getByRole('dialog', { name: 'Cancel this set' }).waitFor()
  await page.keyboard.press('Enter')
  await state(page, 'STOPPED').waitFor()
  await tab.expectAccessible()
})

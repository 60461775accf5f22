import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../kit/eventually.ts'
import { type ChangeWorld, startChangeWorld } from './changing-hotel.ts'

let world: ChangeWorld
beforeAll(async () => {
  world = await startChangeWorld()
})
afterAll(() => world[Symbol.asyncDispose]())

/** A hotel at the mock PMS, and a booking of it that no other test changes. */
async function hotelWithBooking(options: { writeEnabled?: boolean } = {}) {
  const hotel = await world.hotelWith(1, options)
  const [booking] = hotel.bookings
  if (booking === undefined) throw new Error('no booking')
  return { ...hotel, booking, path: `/hotels/${hotel.hotelId}/bookings/${booking.id}` }
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
  const said = dialog.locator('[data-outcome], [role="alert"]').first()
  await said.waitFor()
  expect(await said.getAttribute('data-outcome'), await said.innerText()).toBe('SEND')
  return dialog
}

test('a booking is changed where it is shown, after a look at what would be sent, and followed to its end', async () => {
  const { work, path } = await hotelWithBooking()
  await using tab = await world.dashboard.open(path)
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
  await work()
  await state(page, 'APPLIED').waitFor()
  await page.getByText(/Wed, 2 Dec 2099 \(/).waitFor()

  // It is taken back by a new change, which says what it does not take back.
  await state(page, 'APPLIED').locator('..').getByRole('button', { name: 'Undo …' }).click()
  const undo = page.getByRole('dialog', { name: 'Undo: Change booking' })
  expect(await undo.innerText()).toMatch(
    /Departure: Wed, 2 Dec 2099 → [\s\S]*Mails .*fees .*fiscal documents .*not taken back/,
  )
  await undo.getByLabel('Price').selectOption({ value: 'KEEP' })
  await undo.getByRole('button', { name: 'Look what it would do' }).click()
  await undo.locator('[data-outcome="SEND"]').waitFor()
  await tab.expectAccessible()
  await undo.getByRole('button', { name: 'Send to the PMS' }).click()
  await state(page, 'PENDING').waitFor()
  await work()
  await state(page, 'PENDING').waitFor({ state: 'detached' })
  await page.getByText(/Wed, 2 Dec 2099 \(/).waitFor({ state: 'detached' })

  await page.getByRole('link', { name: 'All changes of the hotel' }).click()
  await page.getByRole('row').filter({ hasText: 'Takes back an earlier one' }).waitFor()
  const row = page.getByRole('row').filter({ hasText: 'Wed, 2 Dec 2099' }).last()
  expect(await row.innerText()).toMatch(/Booking [\s\S]*Departure: [\s\S]*Done[\s\S]*by tester/)
  await tab.expectAccessible()
  await page.getByLabel('Show').selectOption('Refused')
  await page.getByText('No changes match').waitFor()
})

test('a booking is given another room type', async () => {
  const { path } = await hotelWithBooking()
  await using tab = await world.dashboard.open(path)
  const { page } = tab
  await section(page).getByRole('button', { name: 'Change booking …' }).click()
  const dialog = page.getByRole('dialog', { name: 'Change booking' })
  const types = dialog.getByLabel('Room type')
  await eventually(async () => expect(await types.locator('option').count()).toBeGreaterThan(2))
  const values = await types
    .locator('option')
    .evaluateAll((options) => options.map((each) => each.getAttribute('value')))
  const now = await types.inputValue()
  await types.selectOption({ value: values.find((value) => value && value !== now) ?? '' })
  await dialog.getByLabel('Price').selectOption({ value: 'REPRICE' })
  await dialog.getByRole('button', { name: 'Look what it would do' }).click()
  await dialog.getByText(/^Room type: \w.* → \w/).waitFor()
})

test('what both sides have changed is shown with their values, and can be left as the PMS has it', async () => {
  const { work, booking, path } = await hotelWithBooking()
  await using tab = await world.dashboard.open(path)
  const { page } = tab
  const dialog = await askForDeparture(page, '2099-12-01')
  await dialog.getByRole('button', { name: 'Send to the PMS' }).click()
  await state(page, 'PENDING').waitFor()
  world.vendor.data.change('bookings', booking.externalId, { checkOut: '2099-11-11' })
  await work()
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
  const { hotelId, work, booking, path } = await hotelWithBooking()
  const { database } = world.dashboard.api
  await using tab = await world.dashboard.open(path, { width: 320 })
  const { page } = tab
  world.vendor.desk.lock(booking.externalId)
  const dialog = await askForDeparture(page, '2099-12-01')
  await dialog.getByRole('button', { name: 'Send to the PMS' }).click()
  await state(page, 'PENDING').waitFor()
  await work()
  await state(page, 'PENDING').getByText('It waits for somebody at the PMS who has it open.').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await section(page).getByRole('button', { name: 'Take back' }).click()
  await state(page, 'CANCELLED').waitFor()
  world.vendor.desk.unlock(booking.externalId)

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
  await using tab = await world.dashboard.open(path)
  await section(tab.page).getByText('Changes at this PMS are switched off in its configuration.').waitFor()
  await world.dashboard.api.database.query('UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = $1', [
    hotelId,
  ])
  const token = await world.dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
  await using other = await world.dashboard.open(path, { token })
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

/** Departures that were moved here and at the PMS. */
async function contested(count: number) {
  const hotel = await world.hotelWith(count)
  for (const [index, { externalId }] of hotel.bookings.entries()) {
    await hotel.ask(index, '2099-12-01')
    world.vendor.data.change('bookings', externalId, { checkOut: '2099-11-11' })
  }
  await hotel.work()
  return { ...hotel, path: `/hotels/${hotel.hotelId}/conflicts` }
}

const cards = (page: Page) => page.getByRole('article')
const focused = (page: Page) =>
  page.evaluate<string | null>('document.activeElement.closest("article")?.dataset.conflict ?? null')

test('conflicts are decided by the keyboard alone, and what the PMS has moved since is shown before it is decided', async () => {
  const { hotelId, work, sync } = await contested(4)
  const { api } = world.dashboard
  await using tab = await world.dashboard.open(`/hotels/${hotelId}`)
  const { page } = tab
  await page.getByText('4 changes contradict what the PMS has by now').waitFor()
  await tab.expectAccessible()
  await page.getByRole('navigation', { name: 'Hotel' }).getByRole('link', { name: 'Conflicts (4)' }).press('Enter')
  await page.getByText('4 conflicts to decide').waitFor()
  const first = cards(page).first()
  expect(await first.innerText()).toMatch(/Does harm today|Within a week|Later/)
  expect(await first.innerText()).toMatch(/You moved departure to 1 December at/)
  const cells = await first.getByRole('row').filter({ hasText: 'Departure' }).locator('th, td').allInnerTexts()
  expect(cells.map((text) => text.trim())).toEqual([
    'Departure',
    expect.stringMatching(/20\d\d$/),
    'Tue, 1 Dec 2099',
    'Wed, 11 Nov 2099',
  ])
  await tab.expectAccessible()

  const ids = await cards(page).evaluateAll((all) => all.map((card) => card.getAttribute('data-conflict')))
  await first.focus()
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keyboard' }).waitFor()
  await tab.expectAccessible()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  await eventually(async () => expect(await focused(page)).toBe(ids[0]))
  for (const [key, at] of [
    ['j', 1],
    ['ArrowDown', 2],
    ['k', 1],
  ] as const) {
    await page.keyboard.press(key)
    await eventually(async () => expect(await focused(page)).toBe(ids[at]))
  }

  // The PMS moves while the question stands: nothing is decided, and the new state is shown.
  await page.keyboard.press('o')
  const question = page.getByRole('dialog', { name: 'Send ours: 1 conflict' })
  expect(await question.innerText()).toMatch(/Departure Wed, 11 Nov 2099 → Tue, 1 Dec 2099/)
  await tab.expectAccessible()
  world.vendor.data.change('bookings', ids[1] ?? '', { checkOut: '2099-11-20' })
  await sync(['BOOKING'])
  await api.changes.sweep()
  await page.keyboard.press('Enter')
  const second = page.locator(`[data-conflict="${ids[1]}"]`)
  await second.getByText(/PREVIEW_OUTDATED/).waitFor()
  await second.getByRole('cell', { name: 'Fri, 20 Nov 2099' }).waitFor()
  await second.getByText(/The PMS has moved on since you opened this page/).waitFor()
  await tab.expectAccessible()

  // What is decided goes, and the keyboard goes on to what takes its place.
  await eventually(async () => expect(await focused(page)).toBe(ids[1]))
  await page.keyboard.press('o')
  await page.getByRole('button', { name: 'Send ours', exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await second.waitFor({ state: 'detached' })
  await eventually(async () => expect(await focused(page)).toBe(ids[2]))
  await page.keyboard.press('c')
  const other = page.getByRole('dialog', { name: /Something else/ })
  await other.getByLabel('Departure').fill('2099-11-11')
  await other.getByText('The PMS has this already: keep theirs.').waitFor()
  await other.getByLabel('Departure').fill('2001-01-01')
  await page.keyboard.press('Enter')
  await other
    .getByRole('alert')
    .getByText(/BAD_USER_INPUT/)
    .waitFor()
  await other.getByLabel('Departure').fill('2099-11-25')
  await tab.expectAccessible()
  await page.keyboard.press('Enter')
  await page.locator(`[data-conflict="${ids[2]}"]`).waitFor({ state: 'detached' })

  await eventually(async () => expect(await focused(page)).toBe(ids[3]))
  await page.keyboard.press('a')
  await page.getByText('2 selected').waitFor()
  await page.getByRole('button', { name: 'Keep theirs …' }).first().click()
  await page.getByRole('dialog', { name: 'Keep theirs: 2 conflicts' }).waitFor()
  await page.keyboard.press('Enter')
  await page.getByText('Nothing to decide').waitFor()
  await tab.expectAccessible()

  await work()
  expect(
    ids.map((id) => world.vendor.data.facts('bookings').find(({ externalId }) => externalId === id)?.checkOut),
  ).toEqual(['2099-11-11', '2099-12-01', '2099-11-25', '2099-11-11'])
})

test('conflicts are shown to who may only look, on a telephone and while the connection is paused, and decided by defaults that were tried', async () => {
  const { hotelId, path } = await contested(1)
  const token = await world.dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
  await using seen = await world.dashboard.open(path, { token, width: 320 })
  await cards(seen.page).waitFor()
  const send = cards(seen.page).getByRole('button', { name: 'Send ours …' })
  expect(await send.getAttribute('aria-description')).toBe('This needs the permission ADMIN_EDIT.')
  await cards(seen.page).focus()
  await seen.page.keyboard.press('o')
  expect(await seen.page.getByRole('dialog').count()).toBe(0)
  expect(await seen.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await seen.expectAccessible()

  await using tab = await world.dashboard.open(path)
  const { page } = tab
  const defaults = page.getByRole('region', { name: 'Decided without a person: Mock PMS' })
  await defaults.getByLabel('Arrival and departure').selectOption('The PMS keeps what it has')
  await defaults.getByRole('button', { name: 'Try on the last 30 days' }).click()
  await defaults
    .getByText(/Of 1 conflict in the last 30 days, 0 would have gone our way, 1 the way of the PMS/)
    .waitFor()
  await defaults.getByRole('button', { name: 'Save' }).click()
  await eventually(async () => {
    const [stored] = await world.dashboard.api.database.query(
      'SELECT conflict_defaults AS defaults FROM pms_configuration WHERE hotel_id = $1',
      [hotelId],
    )
    expect(stored).toMatchObject({ defaults: { STAY: 'THEIRS' } })
  })
  await world.dashboard.api.database.query('UPDATE pms_configuration SET enabled = false WHERE hotel_id = $1', [
    hotelId,
  ])
  await page.reload()
  await page.getByText(/The connection with Mock PMS is paused/).waitFor()
  await page.getByLabel('What', { exact: true }).selectOption('Room')
  await page.getByText('No conflicts match').waitFor()
  await tab.expectAccessible()
})

test('before a connection is paused, changed, removed or its changes switched off, what is open is said with what becomes of it', async () => {
  const { hotelId, ask, bookings } = await world.hotelWith(3)
  const { database } = world.dashboard.api
  for (const index of bookings.keys()) await ask(index, '2099-12-01')
  await database.query(
    `UPDATE pms_change SET state = 'UNKNOWN', waiting_for = 'PERSON', sent_at = now() WHERE hotel_id = $1 AND entity_id = $2`,
    [hotelId, bookings[0]?.id],
  )
  await using tab = await world.dashboard.open(`/hotels/${hotelId}/configurations/mock`)
  const { page } = tab
  const open = (deed: string) => page.locator(`[data-open-changes="${deed}"]`)
  const close = async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  }
  await page.getByRole('button', { name: 'Pause …' }).click()
  expect(await open('pause').innerText()).toMatch(
    /2 changes wait to be sent: held[\s\S]*1 change may have been done, nobody knows/,
  )
  await tab.expectAccessible()
  await close()
  await page.getByRole('button', { name: 'Switch changes off …' }).click()
  expect(await open('switchOff').innerText()).toMatch(/2 changes wait to be sent: held/)
  await tab.expectAccessible()
  await close()
  await page.getByRole('button', { name: 'Disconnect Mock PMS …' }).click()
  expect(await open('disconnect').innerText()).toMatch(/2 changes wait to be sent: cancelled[\s\S]*left to somebody/)
  await tab.expectAccessible()
  await close()
  await page.getByRole('textbox', { name: 'API key' }).fill('another')
  expect(await open('reconnect').innerText()).toMatch(/2 changes wait to be sent: cancelled/)
  await tab.expectAccessible()
  await page.getByRole('button', { name: 'Discard changes' }).click()

  const actions = page.getByRole('group', { name: 'What may be done' })
  await actions.getByLabel('Check in', { exact: true }).uncheck()
  await page.getByRole('button', { name: 'Save what may be done' }).click()
  await eventually(async () => {
    const [stored] = await database.query('SELECT actions FROM pms_configuration WHERE hotel_id = $1', [hotelId])
    expect(stored?.actions).not.toContain('BOOKING_CHECK_IN')
    expect(stored?.actions).toContain('BOOKING_CHECK_OUT')
  })

  await page.goto(new URL(`/hotels/${hotelId}`, page.url()).href)
  await page.getByText('Of 1 change nobody knows whether it was done').waitFor()
  await page.getByRole('button', { name: 'Remove hotel …' }).click()
  expect(await open('removeHotel').innerText()).toMatch(
    /2 changes wait to be sent: never sent[\s\S]*look at the PMS first/,
  )
  await tab.expectAccessible()
})

import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../kit/eventually.ts'
import { addBooking, addFailure, addGuest, addHotel, addRoom, addSyncLog, addWebhookEvent } from '../kit/rows.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

/** A hotel with a guest in a room, and forty bookings of people that are numbered by their arrival. */
async function fillHotel() {
  const { database } = dashboard.api
  const hotelId = await addHotel(database)
  const guest = await addGuest(database, {
    ...{ hotelId, externalId: 'g1', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@example.com' },
    ...{ phone: '+351 21 000 42', dateOfBirth: '1815-12-10', country: 'PT', totalStays: 3, totalSpent: 123_450 },
  })
  const room = await addRoom(database, {
    hotelId,
    externalId: 'r1',
    roomNumber: '0101',
    rateCents: 9_900,
    currency: 'EUR',
  })
  const booking = await addBooking(database, {
    ...{ hotelId, externalId: 'b1', guestName: 'Ada Lovelace', guestEmail: 'ada@example.com', notes: 'Likes lilies' },
    ...{
      guestExternalId: 'g1',
      roomExternalId: 'r1',
      roomNumber: '0101',
      status: 'CHECKED_IN',
      confirmationNumber: 'C0001',
    },
    ...{ checkIn: '2026-11-27', checkOut: '2026-11-30', totalAmountCents: 12_345, currency: 'JPY' },
  })
  for (let n = 1; n <= 40; n++) {
    const day = `2026-12-${String(1 + (n % 28)).padStart(2, '0')}`
    await addBooking(database, { hotelId, guestName: `Guest ${n}`, checkIn: day, checkOut: '2027-01-02', adults: 1 })
  }
  return { hotelId, guest, room, booking }
}

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('link') })
const showsRows = (page: Page, count: number) => eventually(async () => expect(await rows(page).count()).toBe(count))
const expectNarrow = async (page: Page) =>
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)

describe('the list of bookings', () => {
  test('is narrowed, ordered and paged by its address alone', async () => {
    const { hotelId } = await fillHotel()
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings?all=true`)
    const { page } = tab
    await showsRows(page, 25)
    expect(await rows(page).first().innerText()).toContain('Fri, 27 Nov 2026')
    await page.getByRole('button', { name: 'Next' }).click()
    await showsRows(page, 16)
    await page.getByRole('columnheader', { name: 'Arrival' }).getByRole('button').click()
    await page.waitForURL(/sort=CHECK_IN.*desc=true/)
    await eventually(async () => expect(await rows(page).first().innerText()).toContain('28 Dec 2026'))
    expect(await page.getByRole('columnheader', { name: 'Arrival' }).getAttribute('aria-sort')).toBe('descending')
    await page.getByLabel('Search').fill('lovel c0001')
    await showsRows(page, 1)
    await page.getByLabel('In house on').fill('2026-11-30')
    await page.getByText('No bookings match').waitFor()
    await tab.expectAccessible()
    await page.getByLabel('In house on').fill('2026-11-29')
    await showsRows(page, 1)
    await page.reload()
    await showsRows(page, 1)
    expect(await page.getByLabel('Search').inputValue()).toBe('lovel c0001')
    await tab.expectAccessible()
  })

  test('shows who arrives, stays and leaves on the hotel’s today', async () => {
    const { hotelId } = await fillHotel()
    const dayFromNow = (days: number) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(Date.now() + days * 86_400_000)
    const stay = (guestName: string, from: number, to: number) =>
      addBooking(dashboard.api.database, { hotelId, guestName, checkIn: dayFromNow(from), checkOut: dayFromNow(to) })
    await stay('Arriving One', 0, 2)
    await stay('Leaving One', -2, 0)
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings?q=one`)
    const { page } = tab
    await showsRows(page, 2)
    const lists = { 'Arriving today': /^A•/, 'Leaving today': /^L•/, 'In house tonight': /^A•/ }
    for (const [name, guest] of Object.entries(lists)) {
      await page.getByRole('button', { name }).click()
      await eventually(async () =>
        expect(await rows(page).getByRole('link').allInnerTexts()).toEqual([expect.stringMatching(guest)]),
      )
      expect(await page.getByRole('button', { name, pressed: true }).count()).toBe(1)
    }
    await tab.expectAccessible()
    await page.getByRole('button', { name: 'In house tonight' }).click()
    await showsRows(page, 2)
  })

  test('opens at today, and goes back to every date on demand', async () => {
    const hotelId = await addHotel(dashboard.api.database)
    const day = (days: number) =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(Date.now() + days * 86_400_000)
    for (const days of [-9, -1, 0, 3]) {
      await addBooking(dashboard.api.database, { hotelId, checkIn: day(days), checkOut: day(days + 1) })
    }
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings`)
    const { page } = tab
    await showsRows(page, 2)
    expect(await page.getByRole('button', { name: 'From today', pressed: true }).count()).toBe(1)
    await tab.expectAccessible()
    await page.getByRole('button', { name: 'All dates' }).press('Enter')
    await showsRows(page, 4)
    await page.reload()
    await showsRows(page, 4)
    await page.getByRole('button', { name: 'From today' }).click()
    await showsRows(page, 2)
  })

  test('is narrowed by status, days and room, and shows on demand what the system no longer has', async () => {
    const { hotelId, booking } = await fillHotel()
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings?room=0101`, { width: 320 })
    const { page } = tab
    await showsRows(page, 1)
    await expectNarrow(page)
    await tab.expectAccessible()
    await dashboard.api.database.query('UPDATE pms_booking SET deleted_at = now() WHERE id = $1', [booking.id])
    await page.reload()
    await page.getByText('No bookings match').waitFor()
    await page.getByLabel('Include deleted in the PMS').check()
    await page.getByText('■ deleted in the PMS').waitFor()
    await page.getByLabel('Status').selectOption('Confirmed')
    await page.getByText('No bookings match').waitFor()
    await page.getByLabel('Room').fill('')
    await page.getByLabel('Arrival from').fill('2026-12-27')
    await showsRows(page, 2)
    await page.getByLabel('Order').selectOption('Guest ↓')
    await page.waitForURL(/sort=GUEST_NAME/)
    await expectNarrow(page)
  })
})

describe('personal data', () => {
  test('is covered until somebody who may see it asks for it', async () => {
    const { hotelId } = await fillHotel()
    await using tab = await dashboard.open(`/hotels/${hotelId}/guests`)
    const { page } = tab
    await showsRows(page, 1)
    expect(await rows(page).first().innerText()).not.toMatch(/Lovelace|example/)
    await page.getByRole('button', { name: 'Show personal data' }).click()
    await page.getByText('Ada Lovelace').waitFor()
    expect(await rows(page).first().innerText()).toMatch(/Ada Lovelace\s+ada@example.com\s+PT\s+3\s+€1,234.50/)
    await tab.expectAccessible()
    await rows(page).first().getByRole('link').click()
    await page.getByText('Sun, 10 Dec 1815').waitFor()
    await page.getByRole('button', { name: 'Hide personal data' }).click()
    expect(await page.getByRole('main').innerText()).not.toContain('1815')
  })

  test('stays shown once it was asked for, and every hotel’s audit trail has it', async () => {
    const { hotelId, guest } = await fillHotel()
    const token = await dashboard.api.token({ subject: hotelId })
    await using tab = await dashboard.open(`/hotels/${hotelId}/guests`, { token })
    const { page } = tab
    await page.getByRole('button', { name: 'Show personal data' }).click()
    await page.getByText('Ada Lovelace').waitFor()
    await page.reload()
    await page.getByText('Ada Lovelace').waitFor()
    await page.goto(`${dashboard.api.url}/hotels/${hotelId}/guests/${guest.id}`)
    await page.getByText('Sun, 10 Dec 1815').waitFor()
    const noted = await dashboard.api.database.query(
      'SELECT DISTINCT actor, action FROM pms_audit_entry WHERE hotel_id = $1',
      [hotelId],
    )
    expect(noted).toEqual([{ actor: hotelId, action: 'personal-data.revealed' }])
    await page.getByRole('button', { name: 'Hide personal data' }).click()
    await page.getByText('Sun, 10 Dec 1815').waitFor({ state: 'detached' })
  })

  test('never reaches the browser of who may only look', async () => {
    const { hotelId, guest } = await fillHotel()
    const token = await dashboard.api.token({ hotelIds: [hotelId], permissions: ['ADMIN_VIEW'] })
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings?all=true`, { token })
    const { page } = tab
    const answers: Promise<string>[] = []
    page.on('response', (response) => response.url().endsWith('/graphql') && answers.push(response.text()))
    await showsRows(page, 25)
    expect(await rows(page).first().innerText()).toContain('A… L…')
    await page.goto(`${dashboard.api.url}/hotels/${hotelId}/guests/${guest.id}`)
    await page.getByText('a…@…').waitFor()
    expect(await page.getByText('hidden for this account').count()).toBe(3)
    const button = page.getByRole('button', { name: 'Show personal data' })
    expect(await button.getAttribute('aria-description')).toContain('ADMIN_EDIT')
    await tab.expectAccessible()
    expect((await Promise.all(answers)).join()).not.toMatch(/Lovelace|ada@|1815/)
  })
})

describe('a booking', () => {
  test('leads to its guest and its room and back', async () => {
    const { hotelId } = await fillHotel()
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings?q=C0001`)
    const { page } = tab
    await rows(page).first().getByRole('link').click()
    await page.getByText('(3 nights)').waitFor()
    expect(await page.getByRole('main').innerText()).toMatch(
      /In house[\s\S]*Mon, 30 Nov 2026 \(3 nights\)[\s\S]*2 adults[\s\S]*¥12,345/,
    )
    await tab.expectAccessible()
    await page.getByRole('link', { name: 'Open the guest’s profile' }).click()
    await page.getByText('€1,234.50').waitFor()
    await rows(page).first().getByRole('link').click()
    await page.getByRole('link', { name: '0101' }).click()
    await page.getByRole('heading', { name: 'Room 0101' }).waitFor()
    await page.getByText('€99.00').waitFor()
    await tab.expectAccessible()
    await page.setViewportSize({ width: 320, height: 900 })
    await expectNarrow(page)
    await page.getByRole('link', { name: 'Rooms', exact: true }).click()
    await page.waitForURL(/\/rooms$/)
    await showsRows(page, 1)
    await tab.expectAccessible()
  })

  test('tells what is stored of its history: failures and messages with what became of them', async () => {
    const { hotelId, booking } = await fillHotel()
    const { database } = dashboard.api
    await database.query(`UPDATE pms_booking SET created_at = '2026-11-01', updated_at = '2026-11-20' WHERE id = $1`, [
      booking.id,
    ])
    const { id: syncLogId } = await addSyncLog(database, { hotelId })
    await addFailure(database, { hotelId, syncLogId, externalId: 'b1', reason: 'checkOut: must not be before checkIn' })
    await addFailure(database, { hotelId, syncLogId, externalId: 'b2', reason: 'of another booking' })
    const subjects = [{ entityType: 'BOOKING', externalId: 'b1' }]
    const event = await addWebhookEvent(database, {
      ...{
        hotelId,
        configurationId: booking.id,
        eventType: 'booking.moved',
        status: 'PROCESSED',
        subjects: subjects as never,
      },
    })
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings/${booking.id}`)
    const { page } = tab
    const line = (name: RegExp) => page.getByRole('row', { name })
    await line(/A version could not be stored.*must not be before.*Failed/).waitFor()
    await line(/Webhook from Mock PMS.*booking\.moved.*Processed/).waitFor()
    await line(/First stored here.*1 Nov/).waitFor()
    await line(/Last changed here.*20 Nov/).waitFor()
    expect(await page.getByText('of another booking').count()).toBe(0)
    expect(await page.locator(`a[href="/syncs/${syncLogId}"]`).count()).toBe(1)
    expect(await page.locator(`a[href="/webhooks/${event.id}"]`).count()).toBe(1)
    await tab.expectAccessible()
  })

  test('of another hotel is none, and an empty hotel says what to do', async () => {
    const [{ booking }, other] = [await fillHotel(), await addHotel(dashboard.api.database)]
    await using tab = await dashboard.open(`/hotels/${other}/bookings/${booking.id}`)
    const { page } = tab
    await page.getByText('There is no such booking').waitFor()
    await tab.expectAccessible()
    await page.getByRole('link', { name: 'Back to the list' }).click()
    await page.getByText('No bookings from today on').waitFor()
    await tab.expectAccessible()
  })

  test('that cannot be loaded says so and is tried again', async () => {
    const { hotelId, booking } = await fillHotel()
    await using tab = await dashboard.open(`/hotels/${hotelId}/bookings?all=true`, {
      expected: /Failed to load resource/,
    })
    const { page } = tab
    await showsRows(page, 25)
    await page.route('**/graphql', (route) => route.abort())
    await rows(page).first().getByRole('link').click()
    await page.getByRole('alert').getByText('NETWORK').first().waitFor()
    await tab.expectAccessible()
    await page.unroute('**/graphql')
    await page.getByRole('button', { name: 'Try again' }).first().click()
    await page.getByText(booking.confirmationNumber ?? '').waitFor()
  })
})

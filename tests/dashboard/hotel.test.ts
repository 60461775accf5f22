import { randomUUID } from 'node:crypto'
import type { Page, WebSocketRoute } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import { addHotel as addHotelTo, createTestClient, createTestToken, JWT_SECRET } from '../kit/client.ts'
import { createTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { addFailure, addHotel, addSyncLog } from '../kit/rows.ts'
import { startService } from '../kit/service.ts'
import { type Dashboard, startDashboard } from './kit.ts'
import { startPacedHotel } from './paced-hotel.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

const bar = (page: Page, noun = 'Bookings') => page.getByRole('progressbar', { name: new RegExp(`^${noun} from`) })
const card = (page: Page, noun = 'Bookings') => page.getByRole('article', { name: new RegExp(`^${noun}`) })
const startOnly = async (page: Page, noun: string) => {
  await page.getByRole('button', { name: 'More sync options' }).click()
  await page.getByRole('menuitem', { name: `Only ${noun}` }).click()
}
/** Waits until the card says so; some seconds later it is read out, too. */
const tells = (page: Page, words: string | RegExp, noun?: string) => card(page, noun).getByText(words).first().waitFor()
/** Waits until the bar says so: for eyes and ears alike. */
const says = (page: Page, words: RegExp, noun?: string) =>
  eventually(async () => expect(await bar(page, noun).getAttribute('aria-valuetext')).toMatch(words))

describe('a sync', () => {
  test('is followed from the button to its end, found again by a reload, and makes the hotel fresh', async () => {
    await using hotel = await startPacedHotel(dashboard.api, { bookings: 300, pageSize: 50 })
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    await page.getByRole('button', { name: 'Sync now', exact: true }).click()
    await eventually(async () => expect(await page.getByRole('progressbar').count()).toBe(3))
    expect(await bar(page).getAttribute('aria-valuenow')).toBeNull()
    hotel.serve('bookings', 2)
    await says(page, /^Bookings 100 of 300/)
    expect(await bar(page).getAttribute('aria-valuenow')).toBe('33')
    await tab.expectAccessible()

    await page.reload()
    await says(page, /^Bookings 100 of 300/)
    for (const kind of ['bookings', 'rooms', 'guests'] as const) hotel.serve(kind, 10)
    await tells(page, 'Done: 300 stored')
    expect(await card(page).innerText()).toMatch(/Completed[\s\S]*300 of 300[\s\S]*300\s+created/)
    await eventually(async () => expect(await page.locator('[data-freshness] [data-status="FRESH"]').count()).toBe(3))
    await eventually(async () => expect(await page.getByRole('row', { name: /Completed/ }).count()).toBe(3))
    await tab.expectAccessible()
    await card(page).getByRole('link', { name: 'Details' }).click()
    await page.waitForURL(/\/syncs\/[\w-]+$/)
  })

  test('that is at work already is told of, and can be cancelled without a loss', async () => {
    await using hotel = await startPacedHotel(dashboard.api)
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    await startOnly(page, 'bookings')
    hotel.serve('bookings', 1)
    await says(page, /^Bookings 50 of 300/)
    await startOnly(page, 'bookings')
    await page.getByRole('alert').getByText('Bookings: a sync is already running.').waitFor()
    await tab.expectAccessible()
    await card(page).getByRole('button', { name: 'Cancel' }).click()
    await tells(page, 'Stopped after 50 of 300; stored records are kept')
    expect(await card(page).innerText()).toContain('Cancelled')
  })

  test('that waits for the allowance of the system says so, as a state of its own', async () => {
    const rate = { requests: 2, perMs: 270_000 }
    await using hotel = await startPacedHotel(dashboard.api, { rate, name: 'Slow PMS' })
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    await startOnly(page, 'bookings')
    hotel.serve('bookings', 9)
    await says(page, /^Bookings 100 of 300.*Waiting \d+ s for Slow PMS/)
    expect(await bar(page).getAttribute('data-waiting')).toBe('true')
    expect(await card(page).innerText()).toMatch(/Waiting \d+ s for Slow PMS/)
    await page.reload()
    await says(page, /^Bookings 100 of 300.*Waiting \d+ s for Slow PMS/)
    await tab.expectAccessible()
    await card(page).getByRole('button', { name: 'Cancel' }).click()
    await tells(page, 'Stopped after 100 of 300')
  })

  test('that fails, or stores not everything, says why in words', async () => {
    await using hotel = await startPacedHotel(dashboard.api, { bookings: 20 })
    hotel.simulator.setFaults({ malformedItem: 1 })
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    await startOnly(page, 'bookings')
    hotel.serve('bookings', 9)
    await tells(page, '1 item could not be stored')
    await page.getByText('1 item could not be stored.').first().waitFor()
    hotel.simulator.setFaults({ unauthorized: true })
    await startOnly(page, 'bookings')
    await card(page).locator('[data-status="FAILED"]').waitFor()
    await tells(page, 'The PMS refused the credentials')
    await tab.expectAccessible()
  })

  test('goes on before the eyes while the live connection is down, and afterwards', async () => {
    await using hotel = await startPacedHotel(dashboard.api)
    await using tab = await dashboard.open('/', { expected: /WebSocket/ })
    const { page } = tab
    const socket = await controlSocket(page)
    await page.goto(`${dashboard.api.url}/hotels/${hotel.hotelId}`)
    await startOnly(page, 'bookings')
    hotel.serve('bookings', 1)
    await says(page, /^Bookings 50 of 300/)
    await socket.cut()
    await page.getByText('Live updates paused').waitFor()
    hotel.serve('bookings', 1)
    await says(page, /^Bookings 100 of 300/)
    await tab.expectAccessible()
    socket.restore()
    await page.getByText('Live updates paused').waitFor({ state: 'detached' })
    hotel.serve('bookings', 9)
    await tells(page, 'Done: 300 stored')
  })

  test('that another process runs is followed and cancelled just so', async () => {
    await using database = await createTestDatabase()
    await using simulator = await mock.simulate({ bookings: 20_000, faults: { slowMs: 50 } })
    const env = {
      JWT_SECRET,
      DATABASE_URL: database.url,
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    }
    await using service = await startService(env, ['--role', 'api'])
    await using _worker = await startService(env, ['--role', 'worker'])
    const hotelId = randomUUID()
    const origin = service.url ?? ''
    const client = await createTestClient(origin)
    await addHotelTo(client, hotelId, { ...simulator, settings: { ...simulator.settings, pageSize: 10 } })
    await client.close()
    await using tab = await dashboard.open(`/hotels/${hotelId}`, { origin, token: await createTestToken() })
    await startOnly(tab.page, 'bookings')
    const processed = async () =>
      Number(
        /Bookings ([\d,]+) of 20,000/
          .exec((await bar(tab.page).getAttribute('aria-valuetext')) ?? '')?.[1]
          ?.replace(',', ''),
      )
    await eventually(async () => expect(await processed()).toBeGreaterThan(0))
    const before = await processed()
    await eventually(async () => expect(await processed()).toBeGreaterThan(before))
    await card(tab.page).getByRole('button', { name: 'Cancel' }).click()
    await card(tab.page)
      .getByText(/Stopped after [\d,]+ of 20,000/)
      .waitFor()
  })
})

/** The page's WebSockets, to be taken away from the next page load on. */
async function controlSocket(page: Page) {
  let isCut = false
  const open = new Set<WebSocketRoute>()
  await page.routeWebSocket(/\/graphql/, (socket) => {
    if (isCut) return void socket.close({ code: 1012 })
    socket.connectToServer()
    open.add(socket)
  })
  return {
    async cut() {
      isCut = true
      await Promise.all([...open].map((socket) => socket.close({ code: 1012 })))
      open.clear()
    },
    restore() {
      isCut = false
    },
  }
}

describe('the page of a hotel', () => {
  test('that is paused says since when, by whom and why, and its button why it cannot be used', async () => {
    await using hotel = await startPacedHotel(dashboard.api)
    await dashboard.api.database.query(
      `UPDATE pms_configuration SET enabled = false, paused_at = now(), paused_by = 'Ada', paused_reason = 'Moving house'
       WHERE hotel_id = $1`,
      [hotel.hotelId],
    )
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    await page.getByText(/Since .* by Ada: “Moving house”/).waitFor()
    expect(await page.locator('[data-freshness] [data-status="PAUSED"]').count()).toBe(3)
    const button = page.getByRole('button', { name: 'Sync now', exact: true })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await button.getAttribute('aria-description')).toBe('Mock PMS is paused. Resume syncs first.')
    expect(await page.getByRole('link', { name: 'Resume syncs' }).getAttribute('href')).toBe(
      `/hotels/${hotel.hotelId}/configurations/${hotel.provider}`,
    )
    await tab.expectAccessible()
  })

  test('shows all to who may only look, with buttons that say what is missing', async () => {
    const { api } = dashboard
    await using hotel = await startPacedHotel(api)
    const { id: syncLogId } = await addSyncLog(api.database, { hotelId: hotel.hotelId, provider: hotel.provider })
    await addFailure(api.database, { hotelId: hotel.hotelId, syncLogId })
    await api.database.query(
      `UPDATE pms_configuration SET sync_schedule = '0 0 1 1 *', next_sync_at = now() + interval '20 minutes' WHERE hotel_id = $1`,
      [hotel.hotelId],
    )
    const token = await api.token({ hotelIds: [hotel.hotelId], permissions: ['ADMIN_VIEW'] })
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`, { token, width: 320 })
    const { page } = tab
    const button = page.getByRole('button', { name: 'Sync now', exact: true })
    await button.waitFor()
    expect(await button.getAttribute('aria-description')).toContain('ADMIN_EDIT')
    await page.getByText('1 item could not be stored.').first().waitFor()
    await page.getByText(/Next sync .*\(\d+ min( \d+ s)?\)/).waitFor()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
    await tab.expectAccessible()
  })

  test('says until when its system asked us to wait, and asks it at once', async () => {
    const { database } = dashboard.api
    await using hotel = await startPacedHotel(dashboard.api, { name: 'Busy PMS' })
    const key = `busy:${randomUUID()}`
    await database.query('UPDATE pms_configuration SET credential_key = $2 WHERE hotel_id = $1', [hotel.hotelId, key])
    await database.query(`INSERT INTO pms_rate_budget (key, paused_until) VALUES ($1, now() + interval '20 minutes')`, [
      `${key}@pms.example`,
    ])
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    await page.getByText(/Busy PMS asked us to wait until \d\d:\d\d/).waitFor()
    await tab.expectAccessible()
    await page.getByRole('button', { name: 'Try now' }).click()
    await page.getByText('Busy PMS asked us').waitFor({ state: 'detached' })
    const [budget] = await database.query(
      'SELECT paused_until <= now() AS "isOver" FROM pms_rate_budget WHERE key LIKE $1',
      [`${key}@%`],
    )
    expect(budget).toEqual({ isOver: true })
  })

  test('with two systems syncs the one that is chosen', async () => {
    const { api } = dashboard
    await using hotel = await startPacedHotel(api)
    await api.database.query(
      `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, enabled) VALUES ($1, $2, 'mock', '', false)`,
      [randomUUID(), hotel.hotelId],
    )
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    const system = page.getByLabel('PMS to sync')
    expect(await system.inputValue()).toBe(hotel.provider)
    await system.selectOption('mock')
    const button = page.getByRole('button', { name: 'Sync now', exact: true })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    await system.selectOption(hotel.provider)
    await startOnly(page, 'rooms')
    hotel.serve('rooms', 1)
    await tells(page, 'Done: 4 stored', 'Rooms')
  })

  test('is used with the keyboard alone', async () => {
    await using hotel = await startPacedHotel(dashboard.api)
    await using tab = await dashboard.open(`/hotels/${hotel.hotelId}`)
    const { page } = tab
    await page.getByRole('button', { name: 'Sync now', exact: true }).focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('menuitem', { name: 'Only guests' }).waitFor()
    await eventually(async () => {
      await page.keyboard.press('ArrowDown')
      expect(await page.locator(':focus').innerText()).toBe('Only guests')
    })
    await page.keyboard.press('Enter')
    await bar(page, 'Guests').waitFor()
    hotel.serve('guests', 1)
    await tells(page, 'Done: 20 stored', 'Guests')
  })

  test('has its name, zone and currency changed', async () => {
    const hotelId = await addHotel(dashboard.api.database)
    await using tab = await dashboard.open(`/hotels/${hotelId}`)
    const { page } = tab
    await page.getByRole('button', { name: 'Edit hotel …' }).click()
    const dialog = page.getByRole('dialog', { name: 'Edit Test' })
    await dialog.getByLabel('Name').fill(' ')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('Name is required.').waitFor()
    await tab.expectAccessible()
    await dialog.getByLabel('Name').fill('Bela Vista')
    await dialog.getByRole('combobox', { name: 'Time zone' }).fill('Tokyo')
    await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
    await dialog.getByRole('button', { name: 'Save' }).press('Enter')
    await page.getByRole('heading', { name: 'Bela Vista', level: 1 }).waitFor()
    const [hotel] = await dashboard.api.database.query(
      'SELECT name, time_zone, currency FROM pms_hotel WHERE id = $1',
      [hotelId],
    )
    expect(hotel).toEqual({ name: 'Bela Vista', time_zone: 'Asia/Tokyo', currency: 'EUR' })
  })

  test('is removed with all of it only by typing its slug, by keyboard, and is told what goes', async () => {
    const { database } = dashboard.api
    const [hotelId, other] = [await addHotel(database), await addHotel(database)]
    await addSyncLog(database, { hotelId })
    const [{ slug } = { slug: '' }] = await database.query<{ slug: string }>(
      'SELECT slug FROM pms_hotel WHERE id = $1',
      [hotelId],
    )
    await using tab = await dashboard.open(`/hotels/${hotelId}`)
    const { page } = tab
    await page.getByRole('button', { name: 'Remove hotel …' }).press('Enter')
    const dialog = page.getByRole('dialog', { name: 'Remove Test' })
    await dialog.getByText('its connections: credentials, schedules and webhook URLs').waitFor()
    await eventually(async () => expect(await page.locator(':focus').getAttribute('value')).toBe(''))
    await page.keyboard.type('Test')
    await page.keyboard.press('Enter')
    expect(await dialog.getByRole('button', { name: 'Remove for good' }).isDisabled()).toBe(true)
    await tab.expectAccessible()
    await dialog.getByLabel(`Type “${slug}” to confirm`).fill(slug)
    await page.keyboard.press('Enter')
    await page.getByText('Everything that was stored of it is gone.').waitFor()
    await eventually(async () => expect(new URL(page.url()).pathname).toBe('/'))
    expect(await database.query('SELECT id FROM pms_hotel WHERE id = ANY ($1)', [[hotelId, other]])).toEqual([
      { id: other },
    ])
    expect(await database.query('SELECT id FROM pms_sync_log WHERE hotel_id = $1', [hotelId])).toEqual([])
  })

  test('says what to do when no system is connected, and nothing of a hotel of others', async () => {
    const { api } = dashboard
    const [mine, theirs] = [await addHotel(api.database), await addHotel(api.database)]
    const token = await api.token({ hotelIds: [mine] })
    await using tab = await dashboard.open(`/hotels/${mine}`, { token })
    await tab.page.getByText('No PMS is connected').waitFor()
    await tab.expectAccessible()
    await tab.page.goto(`${api.url}/hotels/${theirs}`)
    await tab.page.getByText('Hotel not found').waitFor()
    await tab.expectAccessible()
  })
})

import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { mews } from '../../src/providers/mews/index.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { ENTITY_TYPES, recordTypes } from '../../src/records/entity-type.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { slicesOf } from '../../src/sync/synced/synced-entity.ts'
import { eventually } from '../kit/eventually.ts'
import { addBooking, addFailure, addHotel, addSyncLog } from '../kit/rows.ts'
import { type Dashboard, shiftOf, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
  dashboard.api.adapters.set(mews.key, mews)
})
afterAll(() => dashboard[Symbol.asyncDispose]())

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const tokenFor = (...hotelIds: string[]) => dashboard.api.token({ hotelIds })

/** A hotel of that name, synced from the mock system each day; returns its id. */
async function addNamed(name: string, pausedReason: string | null = null): Promise<string> {
  const { database } = dashboard.api
  const hotelId = await addHotel(database)
  await database.query('UPDATE pms_hotel SET name = $2 WHERE id = $1', [hotelId, name])
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, enabled, paused_at, paused_by, paused_reason)
     VALUES ($1, $2, 'mock', '', $3::text IS NULL, CASE WHEN $3::text IS NOT NULL THEN now() END, 'maria', $3)`,
    [randomUUID(), hotelId, pausedReason],
  )
  return hotelId
}

/** A hotel is as fresh as the worst of these. */
const TYPES = ENTITY_TYPES.filter((type) => mock.fetch[recordTypes[type].kind] !== undefined)
const WALKS = TYPES.flatMap((entityType) =>
  slicesOf(syncedEntities[entityType]).map((slice) => ({ entityType, slice })),
)
const ALL_TYPES = TYPES.map((type) => recordTypes[type].words.many).join(', ')

async function ended(hotelId: string, more: Partial<SyncLog>): Promise<void> {
  for (const { entityType, slice } of WALKS) {
    await addSyncLog(dashboard.api.database, { hotelId, entityType, slice, completedAt: ago(0), ...more })
  }
}
const proven = (hotelId: string) => ended(hotelId, { watermarkAt: ago(3), itemsProcessed: 40, itemsUnchanged: 40 })
async function refused(hotelId: string): Promise<void> {
  for (const _ of [1, 2]) await ended(hotelId, { status: 'FAILED', errorCode: 'PROVIDER_UNAUTHORIZED' })
}

/** First cells of the table of hotels, from the top. */
const namesIn = (page: Page) => page.getByRole('region', { name: 'Hotels' }).getByRole('rowheader').allInnerTexts()

test('the operator sees which hotel needs them and what to do, and as of when the others are true', async () => {
  const [failing, paused, fresh] = [
    await addNamed('Alfama'),
    await addNamed('Bela Vista', 'Renovation'),
    await addNamed('Central'),
  ]
  for (const hotelId of [failing, fresh]) await proven(hotelId)
  await refused(failing)
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Lisbon' }).format(new Date())
  await addBooking(dashboard.api.database, { hotelId: fresh, checkIn: today, checkOut: '2999-01-01' })
  await using tab = await dashboard.open('/', { token: await tokenFor(fresh, paused, failing) })
  const { page } = tab
  await page.getByText('Syncs of the last 24 hours by PMS').waitFor()
  expect(await namesIn(page)).toEqual(['Alfama', 'Bela Vista', 'Central'])
  const issues = page.getByRole('region', { name: 'Needs attention' })
  expect(await issues.innerText()).toMatch(
    /Failing[\s\S]*Alfama[\s\S]*Mock PMS · [\s\S]*since[\s\S]*Mock PMS no longer accepts the credentials\. Enter the credentials again/,
  )
  expect((await issues.innerText()).toLowerCase()).toContain(`mock pms · ${ALL_TYPES}`)
  const settings = issues.getByRole('link', { name: 'Settings of Mock PMS' })
  expect(await settings.getAttribute('href')).toBe(`/hotels/${failing}/configurations/mock`)
  const row = (name: string) => page.getByRole('row', { name })
  expect(await row('Bela Vista').innerText()).toMatch(/Paused by maria: Renovation/)
  expect(await page.evaluate('document.documentElement.scrollWidth'), 'all of it is in sight').toBeLessThanOrEqual(
    await page.evaluate<number>('innerWidth'),
  )
  expect(await row('Central').innerText()).toMatch(/Fresh\s+\d\d:\d\d · \d+ min[\s\S]*1$/)
  expect(await page.getByRole('group', { name: 'Hotels by state' }).innerText()).toMatch(/3 hotels[\s\S]*Failing\s+1/)
  const systems = page.getByRole('region', { name: 'Syncs by PMS, last 24 hours' })
  expect(await systems.getByRole('row').nth(1).innerText()).toMatch(
    new RegExp(`Mock PMS[\\s\\S]*50% of ${4 * WALKS.length}`),
  )
  expect(await shiftOf(page)).toBeLessThan(0.02)
  await tab.expectAccessible()
})

test('states, names and systems are chosen in the address, by keyboard, and an empty list says what to do', async () => {
  const [paused, fresh] = [await addNamed('Bela Vista', 'Renovation'), await addNamed('Central')]
  await proven(fresh)
  await using tab = await dashboard.open('/', { token: await tokenFor(paused, fresh) })
  const { page } = tab
  const chip = page.getByRole('button', { name: /Paused/ })
  await chip.press('Enter')
  await page.waitForURL(/state=PAUSED/)
  await eventually(async () => expect(await namesIn(page)).toEqual(['Bela Vista']))
  expect(await chip.getAttribute('aria-pressed')).toBe('true')
  await chip.press('Enter')
  await page.getByLabel('Hotel', { exact: true }).fill('cent')
  await page.waitForURL(/name=cent/)
  await eventually(async () => expect(await namesIn(page)).toEqual(['Central']))
  await page.getByLabel('State', { exact: true }).selectOption('STALE')
  await page.getByRole('heading', { name: 'No hotel matches' }).waitFor()
  await page.getByLabel('PMS', { exact: true }).selectOption('mews')
  await page.waitForURL(/provider=mews/)
  await page.getByRole('heading', { name: 'No hotel matches' }).waitFor()
  await tab.expectAccessible()
})

test('pages are addresses: forth, back, and by a link', async () => {
  const hotelIds: string[] = []
  for (let n = 0; n < 27; n++) hotelIds.push(await addNamed(`Hotel ${n}`))
  await using tab = await dashboard.open('/', { token: await tokenFor(...hotelIds) })
  const { page } = tab
  await page.getByText('22 more hotels need attention').waitFor()
  await page.getByRole('button', { name: 'Next' }).click()
  await page.waitForURL(/after=/)
  await eventually(async () => expect(await namesIn(page)).toHaveLength(2))
  await page.goto(page.url())
  await page.getByRole('button', { name: 'Previous' }).click()
  await page.waitForURL(/before=/)
  await eventually(async () => expect(await namesIn(page)).toHaveLength(25))
})

test('what changes is shown where it stands; the rows move only when asked to', async () => {
  const [first, second] = [await addNamed('Alfama'), await addNamed('Central')]
  await proven(first)
  await proven(second)
  await dashboard.api.database.query(`UPDATE pms_sync_log SET watermark_at = $2 WHERE hotel_id = $1`, [first, ago(60)])
  await using tab = await dashboard.open('/', { token: await tokenFor(first, second) })
  const { page } = tab
  await eventually(async () => expect(await namesIn(page)).toEqual(['Alfama', 'Central']))
  await refused(second)
  const show = page.getByRole('button', { name: 'Show new order (2 changes)' })
  await show.waitFor()
  expect(await namesIn(page)).toEqual(['Alfama', 'Central'])
  expect(await page.getByRole('row', { name: 'Central' }).innerText()).toContain('Failing')
  await tab.expectAccessible()
  await show.click()
  expect(await namesIn(page)).toEqual(['Central', 'Alfama'])
  await show.waitFor({ state: 'detached' })
})

test('what is on the screen stays when the service goes away, and says that it may be old', async () => {
  const hotelId = await addNamed('Alfama')
  await using tab = await dashboard.open('/', { token: await tokenFor(hotelId), expected: /status of 503/ })
  const { page } = tab
  await eventually(async () => expect(await namesIn(page)).toEqual(['Alfama']))
  const errors = [{ message: 'The database is away.', extensions: { code: 'SERVICE_UNAVAILABLE', requestId: 'r-1' } }]
  await page.route('**/graphql', (route) => route.fulfill({ status: 503, json: { errors } }))
  await page.getByText('Some of this may be missing or out of date').first().waitFor()
  expect(await namesIn(page)).toEqual(['Alfama'])
  await tab.expectAccessible()
})

test('a viewer without a hotel is told what comes next', async () => {
  await using tab = await dashboard.open('/', { token: await tokenFor('nowhere') })
  await tab.page.getByRole('heading', { name: 'No hotels yet' }).waitFor()
  await tab.expectAccessible()
})

test('items that could not be stored need attention, too, though the hotel is fresh', async () => {
  const hotelId = await addNamed('Doca')
  await proven(hotelId)
  const { id: syncLogId } = await addSyncLog(dashboard.api.database, { hotelId })
  for (const _ of [1, 2]) await addFailure(dashboard.api.database, { hotelId, syncLogId })
  await using tab = await dashboard.open('/', { token: await tokenFor(hotelId) })
  const issues = tab.page.getByRole('region', { name: 'Needs attention' })
  await issues.getByText('2 items could not be stored. Fix the causes, then replay the items.').waitFor()
  await tab.expectAccessible()
  await issues.getByRole('link', { name: 'Failed items' }).click()
  await tab.page.waitForURL(/failures\?.*state=open/)
})

test('another hotel’s token sees nothing of this one', async () => {
  const [ours, theirs] = [await addNamed('Our house'), await addNamed('Their house')]
  await refused(theirs)
  await using tab = await dashboard.open('/', { token: await tokenFor(ours) })
  await eventually(async () => expect(await namesIn(tab.page)).toEqual(['Our house']))
  expect(await tab.page.content()).not.toContain('Their house')
  expect(await tab.page.getByRole('group', { name: 'Hotels by state' }).innerText()).toContain('1 hotel')
})

test('a failure shows its code and request, and can be tried again', async () => {
  const hotelId = await addNamed('Alfama')
  await using tab = await dashboard.open('/', { token: null, expected: /status of 50\d/ })
  const { page } = tab
  let isAway = true
  await page.route('**/graphql', (route) => {
    const errors = [{ message: 'Away.', extensions: { code: 'SERVICE_UNAVAILABLE', requestId: 'request-1' } }]
    return isAway ? route.fulfill({ status: 503, json: { errors } }) : route.continue()
  })
  await page.getByLabel('Access token').fill(await tokenFor(hotelId))
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByText('SERVICE_UNAVAILABLE').waitFor()
  expect(await page.getByRole('alert').innerText()).toContain('request-1')
  await tab.expectAccessible()
  isAway = false
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('table').first().waitFor()
})

test('without the permission to look, it says so', async () => {
  const token = await dashboard.api.token({ permissions: [] })
  await using tab = await dashboard.open('/', { token, expected: /status of 403/ })
  await tab.page.getByRole('heading', { name: 'No permission' }).waitFor()
  await tab.expectAccessible()
})

test('a narrow screen needs no sideways scrolling, and nothing moves while it loads', async () => {
  const hotelId = await addNamed('The Grand Hotel of the Very Long Name by the Sea')
  await refused(hotelId)
  await using tab = await dashboard.open('/', { width: 320, token: await tokenFor(hotelId) })
  await tab.page.getByText('Syncs of the last 24 hours by PMS').waitFor()
  expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  expect(await shiftOf(tab.page)).toBeLessThan(0.02)
  await tab.expectAccessible()
})

test('a stream that is down needs attention: what locks it out, when it is tried again, and what to order', async () => {
  const { database } = dashboard.api
  const key = `mews:${randomUUID()}`
  const hotelId = await addHotel(database)
  await database.query(`UPDATE pms_hotel SET name = 'Douro' WHERE id = $1`, [hotelId])
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, stream_key) VALUES ($1, $2, 'mews', '', $3)`,
    [randomUUID(), hotelId, key],
  )
  await database.query(
    `INSERT INTO pms_stream (key, provider, state, reason, live_at, ready_at)
     VALUES ($1, 'mews', 'LOCKED_OUT', 'Somebody else is connected.', now() - interval '1 h', now() + interval '1 h')`,
    [key],
  )
  await using tab = await dashboard.open('/', { token: await tokenFor(hotelId) })
  const { page } = tab
  const issues = page.getByRole('region', { name: 'Needs attention' })
  await issues.getByText('stream is down').waitFor()
  expect(await issues.innerText()).toMatch(
    /Douro[\s\S]*Mews · stream is down[\s\S]*Locked out[\s\S]*Somebody else is connected\. Next attempt:[\s\S]*Meanwhile syncs/,
  )
  await issues.getByRole('link', { name: 'Douro' }).first().click()
  await page.getByText('Somebody else is connected.').waitFor()
  await page.getByRole('link', { name: 'Settings and schedule' }).click()
  const stream = page.getByRole('region', { name: 'Stream' })
  await stream.getByText('Please enable WebSocket events').waitFor()
  expect(await stream.innerText()).toMatch(/Locked out[\s\S]*For Mews support/)
  await tab.expectAccessible()
})

test('changes that wait for a person are told of, with the way to them', async () => {
  const { database } = dashboard.api
  const hotelId = await addNamed('Estrela')
  const add = (state: string, waitingFor: string | null) =>
    database.query(
      `INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups, state,
         waiting_for, sent_at, expires_at, requested_by)
       VALUES ($1, $2, 'mock', 'a', 'BOOKING', $1, 'B', 'BOOKING_CHANGE', '["PARTY"]', $3, $4, now(), now(), 'ada')`,
      [randomUUID(), hotelId, state, waitingFor],
    )
  await add('CONFLICT', null)
  for (const _ of [1, 2]) await add('UNKNOWN', 'PERSON')
  await using tab = await dashboard.open('/', { token: await tokenFor(hotelId) })
  const { page } = tab
  const issues = page.getByRole('region', { name: 'Needs attention' })
  await issues.getByText('3 changes wait for a person').waitFor()
  expect(await issues.innerText()).toMatch(
    /1 change contradicts what was changed at the PMS[\s\S]*Of 2 changes nobody knows whether the PMS has made it/,
  )
  await tab.expectAccessible()
  await issues.getByRole('link', { name: 'Changes to settle' }).press('Enter')
  await page.waitForURL(`**/hotels/${hotelId}/changes?shown=unknown`)
  await page.goBack()
  await issues.getByRole('link', { name: 'Conflicts' }).press('Enter')
  await page.waitForURL(`**/hotels/${hotelId}/conflicts`)
})

import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'
import { bookings, scriptedVendor } from '../kit/scripted-provider.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

const sql = () => dashboard.api.database
const tokenFor = (hotelId: string) => dashboard.api.token({ hotelIds: [hotelId] })
const ended = { startedAt: new Date(Date.now() - 90_000), completedAt: new Date(Date.now() - 60_000) }

/** Runs of a hotel of their own, oldest first. */
async function hotelWith(...runs: Partial<SyncLog>[]) {
  const hotelId = await addHotel(sql())
  const ids: string[] = []
  for (const run of runs) ids.push((await addSyncLog(sql(), { hotelId, ...ended, ...run })).id)
  return { hotelId, ids, token: await tokenFor(hotelId) }
}

test('a run stands in the history with what came of it, how long it took, and who started it', async () => {
  const counts = { itemsProcessed: 1240, itemsCreated: 12, itemsUpdated: 3, itemsUnchanged: 1225 }
  const usual = { duration: 10_000, trigger: 'SCHEDULED', triggeredBy: 'schedule' } as const
  const { token } = await hotelWith(usual, usual, { ...counts, duration: 30_000, triggeredBy: 'ada' })
  await using tab = await dashboard.open('/syncs', { token })
  const row = tab.page.getByRole('row').nth(1)
  await row.waitFor()
  expect(await row.innerText()).toMatch(/Bookings[\s\S]*Full[\s\S]*1,240[\s\S]*12 created, 3 updated[\s\S]*ada/)
  expect(await row.innerText()).toMatch(/30 s[\s\S]*usually 10 s/)
  await row.getByText('Completed').waitFor()
  await tab.page.getByText('3 syncs', { exact: true }).waitFor()
  await tab.expectAccessible()
})

test('webhook syncs that follow each other are one line, which opens, and what failed stays in sight', async () => {
  const webhook = {
    trigger: 'WEBHOOK',
    operation: 'WEBHOOK',
    itemsProcessed: 2,
    itemsUpdated: 1,
    itemsUnchanged: 1,
  } as const
  const failed = { ...webhook, status: 'FAILED', errorCode: 'PROVIDER_TIMEOUT' } as const
  const { token } = await hotelWith(webhook, {}, failed, webhook, { ...webhook, entityType: 'ROOM' }, webhook)
  await using tab = await dashboard.open('/syncs', { token })
  const { page } = tab
  const names = () => page.getByRole('rowheader').allInnerTexts()
  const folded = page.getByRole('button', { name: '3 webhook syncs', expanded: false })
  await folded.waitFor()
  expect(await page.getByRole('row').nth(1).innerText()).toMatch(/Webhook[\s\S]*6[\s\S]*3 updated/)
  expect(await names()).toHaveLength(4)
  await tab.expectAccessible()
  await folded.press('Enter')
  await eventually(async () => expect(await names()).toHaveLength(7))
  expect(await names()).toEqual(
    ['3 webhook syncs', 'Bookings', 'Rooms', ...Array(4).fill('Bookings')].map((name) => expect.stringContaining(name)),
  )
  await page.getByLabel('Started by').selectOption({ value: 'WEBHOOK' })
  await eventually(async () => expect(await names()).toHaveLength(5))
})

test('filters and order live in the address, and a list without a match says what to do', async () => {
  const { token } = await hotelWith(
    { status: 'FAILED', trigger: 'SCHEDULED', duration: 9_000 },
    { entityType: 'ROOM', duration: 1_000 },
    { entityType: 'GUEST', duration: 5_000 },
  )
  await using tab = await dashboard.open('/syncs?status=failed', { token })
  const { page } = tab
  const names = () => page.getByRole('rowheader').allInnerTexts()
  await page.getByText('1 sync', { exact: true }).waitFor()
  expect(await names()).toEqual([expect.stringContaining('Bookings')])
  await page.getByLabel('Result').selectOption('All')
  await page.getByLabel('Order').selectOption('Longest first')
  await page.waitForURL(/syncs\?sort=longest$/)
  await eventually(async () =>
    expect(await names()).toEqual(['Bookings', 'Guests', 'Rooms'].map((name) => expect.stringContaining(name))),
  )
  await page.getByLabel('Type').selectOption('Rooms')
  await page.getByLabel('Started by').selectOption({ value: 'WEBHOOK' })
  await page.getByRole('heading', { name: 'No syncs match' }).waitFor()
  const { searchParams } = new URL(page.url())
  expect(Object.fromEntries(searchParams)).toEqual({ type: 'ROOM', trigger: 'WEBHOOK', sort: 'longest' })
  await tab.expectAccessible()
})

test('new runs wait until they are asked for, and rows that are shown change where they stand', async () => {
  const { hotelId, ids, token } = await hotelWith({ status: 'RUNNING', completedAt: null })
  await using tab = await dashboard.open('/syncs', { token })
  const { page } = tab
  await page.getByText('Running', { exact: true }).waitFor()
  await addSyncLog(sql(), { hotelId, entityType: 'ROOM', ...ended })
  await sql().query(`UPDATE pms_sync_log SET status = 'COMPLETED', completed_at = now() WHERE id = $1`, [ids[0]])
  const show = page.getByRole('button', { name: 'Show 1 new sync' })
  await show.waitFor()
  await page.getByRole('row').nth(1).getByText('Completed').waitFor()
  expect(await page.getByRole('rowheader').allInnerTexts()).toEqual([expect.stringContaining('Bookings')])
  await tab.expectAccessible()
  await show.click()
  await eventually(async () => expect(await page.getByRole('rowheader').count()).toBe(2))
  expect(await page.getByRole('rowheader').first().innerText()).toContain('Rooms')
  await eventually(async () => expect(await show.count()).toBe(0))
})

test('a long history is read as one scrolls, and the keyboard keeps its place', async () => {
  const { hotelId, token } = await hotelWith()
  await sql().query(
    `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status, started_at, completed_at, duration)
     SELECT gen_random_uuid(), $1, 'mock', 'BOOKING', 'INCREMENTAL', 'SCHEDULED', 'COMPLETED', now(), now(), n
     FROM generate_series(1, 1000) AS n`,
    [hotelId],
  )
  await using tab = await dashboard.open('/syncs', { token })
  const { page } = tab
  await page.getByRole('row').nth(1).waitFor()
  expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('1001')
  await page.getByRole('row').nth(3).getByRole('link').focus()
  await eventually(async () => {
    await page.mouse.wheel(0, 20_000)
    expect(await page.locator('tr[aria-rowindex="1001"]').count()).toBe(1)
  })
  expect(await page.locator('tbody tr[aria-rowindex]').count()).toBeLessThan(200)
  expect(await page.evaluate(`document.activeElement.closest('tr').ariaRowIndex`)).toBe('4')
  await tab.expectAccessible()
})

test('a narrow screen needs no sideways scrolling', async () => {
  const { token } = await hotelWith({ itemsProcessed: 3, itemsFailed: 2, itemsUnchanged: 1, status: 'PARTIAL' })
  await using tab = await dashboard.open('/syncs', { token, width: 320 })
  await tab.page.getByRole('table').waitFor()
  expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
})

test('a hotel that was never synced is told what comes next', async () => {
  const { token } = await hotelWith()
  await using tab = await dashboard.open('/syncs', { token })
  await tab.page.getByRole('heading', { name: 'No syncs yet' }).waitFor()
  await tab.expectAccessible()
})

test('a run that went wrong says what to do', async () => {
  const { ids, token } = await hotelWith({
    status: 'FAILED',
    errorCode: 'PROVIDER_UNAUTHORIZED',
    errorSummary: 'The mock PMS refused the key.',
  })
  await using tab = await dashboard.open(`/syncs/${ids[0]}`, { token, width: 320 })
  await tab.page.getByText('The mock PMS refused the key.').waitFor()
  await tab.page.getByText('Enter them again').waitFor()
  expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
})

test('a run says which values of its PMS could not be read, and what is stored instead', async () => {
  const vendor = scriptedVendor(`odd-${randomUUID()}`)
  const hotelId = `hotel-${randomUUID()}`
  vendor.items.bookings.push(...bookings(3, { notes: { said: 'no' } }))
  dashboard.api.adapters.set(vendor.adapter.key, vendor.adapter)
  await insertHotel(sql(), hotelId, vendor.adapter.key)
  const asked = { hotelId, provider: vendor.adapter.key, entityType: 'BOOKING', trigger: 'MANUAL' } as const
  const { id } = await dashboard.api.engine.request(asked)
  await dashboard.api.engine.waitForEnd(id)
  await using tab = await dashboard.open(`/syncs/${id}`, { token: await tokenFor(hotelId), width: 320 })
  const table = tab.page.getByRole('table', { name: 'Values that could not be read' })
  await table.waitFor()
  expect(await table.getByRole('row').nth(1).innerText()).toMatch(
    /notes[\s\S]*object[\s\S]*nothing[\s\S]*3[\s\S]*b-00000/,
  )
  expect(await tab.page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
})

/** A hotel whose system answers its first page at once, and the second when the test says so or the run is stopped. */
async function hotelOnSlowSystem() {
  const vendor = scriptedVendor(`slow-${randomUUID()}`)
  const hotelId = `hotel-${randomUUID()}`
  const { api } = dashboard
  const { promise, resolve } = Promise.withResolvers<void>()
  vendor.items.bookings.push(...bookings(30))
  vendor.beforePage = ({ number, signal }) =>
    number === 0 ? undefined : Promise.race([promise, once(signal, 'abort').then(() => signal.throwIfAborted())])
  api.adapters.set(vendor.adapter.key, vendor.adapter)
  await insertHotel(api.database, hotelId, vendor.adapter.key)
  const asked = { hotelId, provider: vendor.adapter.key, entityType: 'BOOKING', trigger: 'MANUAL' } as const
  return { token: await tokenFor(hotelId), run: await api.engine.request(asked), goOn: resolve }
}

test('a run that is at work shows how far it is, and how it ended when it ends', async () => {
  const { token, run, goOn } = await hotelOnSlowSystem()
  await using tab = await dashboard.open(`/syncs/${run.id}`, { token })
  await tab.page.getByText(/^10 of 30/).waitFor()
  await tab.page.getByRole('progressbar', { name: /^Bookings from/ }).waitFor()
  await tab.expectAccessible()
  goOn()
  await tab.page.getByText('30 bookings processed. 30 created.').waitFor()
  expect(await tab.page.getByRole('button', { name: 'Cancel' }).count()).toBe(0)
})

test('a run is cancelled where it is seen, and keeps what it has stored', async () => {
  const { token, run } = await hotelOnSlowSystem()
  await using tab = await dashboard.open(`/syncs/${run.id}`, { token })
  await tab.page.getByText(/^10 of 30/).waitFor()
  await tab.page.getByRole('button', { name: 'Cancel' }).click()
  await tab.page.getByText('The sync was cancelled before it was complete.').waitFor()
  await tab.page.getByText('The 10 records processed by then are kept.').waitFor()
  await tab.expectAccessible()
})

test('a run of another hotel does not exist', async () => {
  const { ids } = await hotelWith({})
  const { token } = await hotelWith({})
  await using tab = await dashboard.open(`/syncs/${ids[0]}`, { token })
  await tab.page.getByRole('heading', { name: 'Sync not found' }).waitFor()
  await tab.expectAccessible()
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { mock } from '../../src/providers/mock/index.ts'
import type { PmsProviderAdapter } from '../../src/providers/provider.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

/** A hotel on a simulator of its own, and a way to sync its rooms. */
async function connect(adapter: PmsProviderAdapter = mock) {
  const vendor = await mock.simulate({ bookings: 1, rooms: 3, guests: 1 })
  const hotelId = `hotel-${randomUUID()}`
  const { api } = dashboard
  api.adapters.set(adapter.key, adapter)
  await insertHotel(api.database, hotelId, adapter.key, vendor)
  return {
    vendor,
    hotelId,
    token: await api.token({ hotelIds: [hotelId] }),
    async sync() {
      const asked = { hotelId, provider: adapter.key, entityType: 'ROOM', trigger: 'MANUAL', full: true } as const
      return api.engine.waitForEnd((await api.engine.request(asked)).id)
    },
    [Symbol.asyncDispose]: () => vendor[Symbol.asyncDispose](),
  }
}

test('an item that the system spoiled shows what came and which rules it breaks, and a later sync settles it', async () => {
  await using hotel = await connect()
  hotel.vendor.setFaults({ malformedItem: 1 })
  const { id } = await hotel.sync()
  await using tab = await dashboard.open(`/syncs/${id}`, { token: hotel.token })
  const { page } = tab
  await page.getByText('1 could not be stored').waitFor()
  await tab.expectAccessible()
  await page.getByRole('link', { name: /^Room \S+$/ }).click()
  await page.getByRole('heading', { name: 'What the PMS sent' }).waitFor()
  await page.getByText('unexpected: true').first().waitFor()
  await page.getByRole('heading', { name: /^Failed rules?$/ }).waitFor()
  expect(await page.locator('mark').count()).toBeGreaterThan(0)
  await tab.expectAccessible()

  hotel.vendor.setFaults({})
  await hotel.sync()
  await page.reload()
  await page.getByText('Stored by a later sync').waitFor()
  await page.getByRole('heading', { name: 'No rule fails any more' }).waitFor({ state: 'detached' })
  expect(await page.getByRole('button', { name: 'Replay this item' }).count()).toBe(0)
})

/** A vendor's rooms by a mapping that can be mended while the service runs. */
function withMapping(key: string) {
  const state = { isMended: false }
  const rooms: typeof mock.normalize.rooms = (raw, ctx) => {
    const room = mock.normalize.rooms?.(raw, ctx)
    return { ...room, roomNumber: state.isMended ? room?.roomNumber : '' } as never
  }
  return { state, adapter: { ...mock, key, name: 'Odd PMS', normalize: { ...mock.normalize, rooms } } }
}

test('once the mapping is mended, a replay counts first, stores every item, and shows its run', async () => {
  const { state, adapter } = withMapping('mended')
  await using hotel = await connect(adapter)
  const { id } = await hotel.sync()
  await using tab = await dashboard.open(`/syncs/${id}`, { token: hotel.token })
  const { page } = tab
  await page.getByRole('button', { name: 'Replay 3 items' }).click()
  const dialog = page.getByRole('dialog', { name: 'Replay failed items' })
  await dialog.getByText('3 items will be mapped and stored again').waitFor()
  await tab.expectAccessible()
  await dialog.getByRole('button', { name: 'Replay 3 items' }).click()
  await dialog.getByText('0 items stored, 3 failed again.').waitFor()
  await dialog.getByRole('button', { name: 'Done' }).click()

  state.isMended = true
  await page.goto(`${dashboard.api.url}/syncs/failures?hotel=${hotel.hotelId}`)
  await page.getByRole('button', { name: 'Replay 3 items' }).click()
  await dialog.getByRole('button', { name: 'Replay 3 items' }).click()
  await dialog.getByText('3 items stored.').waitFor()
  await tab.expectAccessible()
  await dialog.getByRole('link', { name: 'Open the sync' }).click()
  await page.getByText('Replay', { exact: true }).waitFor()
  await page.getByText('3 rooms processed.').waitFor()
})

test('one item is replayed by the keyboard alone', async () => {
  const { state, adapter } = withMapping('one')
  await using hotel = await connect(adapter)
  const { id } = await hotel.sync()
  state.isMended = true
  await using tab = await dashboard.open(`/syncs/${id}`, { token: hotel.token })
  const { page } = tab
  await page
    .getByRole('link', { name: /^Room \S+$/ })
    .first()
    .focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'No rule fails any more' }).waitFor()
  await page.getByRole('button', { name: 'Replay this item' }).focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByText('1 item will be mapped').waitFor()
  await dialog.getByRole('button', { name: 'Replay 1 item' }).focus()
  await page.keyboard.press('Enter')
  await dialog.getByText('1 item stored.').waitFor()
  await page.keyboard.press('Escape')
  await page.getByText('Stored by a replay').waitFor()
})

test('a replay that ends while its first state is still on the way is shown as ended', async () => {
  const { state, adapter } = withMapping('overtaken')
  await using hotel = await connect(adapter)
  const { id } = await hotel.sync()
  state.isMended = true
  await using tab = await dashboard.open(`/syncs/${id}`, { token: hotel.token })
  const { page } = tab
  const [next, late] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  let count = 0
  await page.route('**/graphql', async (route) => {
    if (route.request().postDataJSON()?.operationName !== 'ReplayRun') return route.continue()
    const isFirst = count++ === 0
    const response = await route.fetch()
    if (isFirst) await next.promise
    const body = await response.text()
    await route.fulfill({ response, body: isFirst ? body.replace(/"status":"[A-Z]+"/, '"status":"RUNNING"') : body })
    ;(isFirst ? late : next).resolve()
  })
  await page.getByRole('button', { name: 'Replay 3 items' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Replay 3 items' }).click()
  await dialog.getByText('3 items stored.').waitFor()
  await late.promise
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
  expect(await dialog.getByText('3 items stored.').isVisible()).toBe(true)
})

test('a cause narrows the list of items, in the address', async () => {
  const { adapter } = withMapping('narrowed')
  await using hotel = await connect(adapter)
  await hotel.sync()
  await using tab = await dashboard.open(`/syncs/failures?hotel=${hotel.hotelId}`, { token: hotel.token })
  const { page } = tab
  await page.getByRole('link', { name: /^Room number / }).click()
  await page.waitForURL(/code=RECORD_INVALID&path=roomNumber/)
  await page.getByLabel('State').selectOption('Resolved')
  await page.getByRole('heading', { name: 'No items match' }).waitFor()
  await tab.expectAccessible()
  await page.getByRole('link', { name: 'All causes' }).click()
  await eventually(async () => expect(await page.getByRole('link', { name: /^Room \S+$/ }).count()).toBe(3))
})

test('who may only look sees the reason, not the item, and why the button is off', async () => {
  const { adapter } = withMapping('looked-at')
  await using hotel = await connect(adapter)
  const { id } = await hotel.sync()
  const token = await dashboard.api.token({ hotelIds: [hotel.hotelId], permissions: ['ADMIN_VIEW'] })
  await using tab = await dashboard.open(`/syncs/${id}`, { token, width: 320 })
  const { page } = tab
  const replay = page.getByRole('button', { name: 'Replay 3 items' })
  expect(await replay.getAttribute('aria-description')).toContain('ADMIN_EDIT')
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await page
    .getByRole('link', { name: /^Room \S+$/ })
    .first()
    .click()
  await page.getByRole('heading', { name: 'The item is hidden for this account' }).waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
})

test('a hotel without failures says so, and one has to be chosen first', async () => {
  const hotelId = await addHotel(dashboard.api.database)
  const token = await dashboard.api.token({ hotelIds: [hotelId] })
  await using tab = await dashboard.open('/syncs/failures', { token })
  const { page } = tab
  await page.getByRole('heading', { name: 'Choose a hotel' }).waitFor()
  await tab.expectAccessible()
  await page.getByRole('combobox', { name: 'Hotel' }).click()
  await page.getByRole('option', { name: 'Test' }).click()
  await page.getByRole('heading', { name: 'No failed items' }).waitFor()
  await tab.expectAccessible()
})

test('a failure of another hotel does not exist', async () => {
  const token = await dashboard.api.token({ hotelIds: ['nowhere'] })
  await using tab = await dashboard.open(`/syncs/failures/${randomUUID()}`, { token })
  await tab.page.getByRole('heading', { name: 'Item not found' }).waitFor()
})

import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cellOf } from '../../dashboard/src/screens/rate-calendar/cell.ts'
import { eventually } from '../kit/eventually.ts'
import { addHotel, addRatePlan, addRoomType } from '../kit/rows.ts'
import { scriptedVendor } from '../kit/scripted-provider.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { anAvailability, aRate } from '../sync/spans/spans.ts'
import { type Dashboard, shiftOf, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
})
afterAll(() => dashboard[Symbol.asyncDispose]())

/** Two room types, one of which has a plan, over February and March 2027. */
async function openHotel() {
  const { api } = dashboard
  const { adapter, items } = scriptedVendor(`calendar-${randomUUID()}`)
  const hotelId = `hotel-${randomUUID()}`
  const provider = adapter.key
  api.adapters.set(provider, adapter)
  await insertHotel(api.database, hotelId, provider)
  await addRoomType(api.database, { hotelId, provider, externalId: 'DBL', name: 'Double' })
  await addRoomType(api.database, { hotelId, provider, externalId: 'SGL', name: 'Single' })
  await addRatePlan(api.database, { hotelId, provider, externalId: 'BAR', name: 'Best rate' })
  const sync = async (entityType: 'RATE' | 'AVAILABILITY', span: object) => {
    // The last one that names a night holds.
    items[entityType === 'RATE' ? 'rates' : 'availability'].push(span as never)
    const { id } = await api.engine.request({ hotelId, provider, entityType, trigger: 'MANUAL', full: true })
    await api.engine.run(id)
    await api.engine.waitForEnd(id)
  }
  const days = { from: '2027-02-01', days: 59 }
  await sync('RATE', aRate({ ...days, price: 12_000, minStayArrival: new Array(59).fill(2) }))
  await sync('AVAILABILITY', anAvailability({ ...days, left: 5 }))
  await sync('AVAILABILITY', anAvailability({ from: '2027-02-14', days: 1, left: -2 }))
  return { hotelId, sync }
}

const focused = (page: Page) =>
  page.evaluate<string>(
    '(document.activeElement.querySelector("[aria-hidden] + span") ?? document.activeElement).textContent.replace(/[▸▾] /, "")',
  )
const cell = (page: Page, name: string) => page.getByRole('gridcell', { name, exact: true })

test('shows a month of what is left and what it costs, and goes about by the keyboard', async () => {
  const { hotelId } = await openHotel()
  await using tab = await dashboard.open(`/hotels/${hotelId}/calendar?month=2027-02`)
  const { page } = tab
  await page.getByRole('grid', { name: 'Rates and availability in February 2027' }).waitFor()
  expect(await page.getByRole('columnheader').count()).toBe(29)
  expect(await cell(page, 'Double, Sun, 14 Feb 2027: overbooked by 2').locator('[aria-hidden]').innerText()).toMatch(
    /^−2\s+!$/,
  )
  const price = 'Best rate, Mon, 1 Feb 2027: €120.00, stays that begin: at least 2 nights'
  expect(await cell(page, price).locator('[aria-hidden]').innerText()).toMatch(/^120\s+≥2$/)
  await cell(page, 'Single, Mon, 1 Feb 2027: not stated').waitFor()
  expect(await shiftOf(page)).toBeLessThan(0.02)
  await tab.expectAccessible()

  await cell(page, 'Double, Mon, 1 Feb 2027: 5 left').focus()
  const steps: [key: string, place: RegExp][] = [
    ['ArrowRight', /^Double, Tue, 2 Feb/],
    ['ArrowDown', /^Best rate, Tue, 2 Feb/],
    ['End', /^Best rate, Sun, 28 Feb/],
    ['ArrowUp', /^Double, Sun, 28 Feb/],
    ['Home', /^Double, Mon, 1 Feb/],
    ['ArrowLeft', /^Double$/],
    ['ArrowDown', /^Best rate/],
    ['ArrowDown', /^Single$/],
  ]
  for (const [key, place] of steps) {
    await page.keyboard.press(key)
    expect(await focused(page)).toMatch(place)
  }
  expect(await page.getByRole('grid').locator('[tabindex="0"]').count()).toBe(1)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('PageDown')
  await page.waitForURL(/month=2027-03/)
  await cell(page, 'Best rate, Sun, 28 Mar 2027: €120.00, stays that begin: at least 2 nights').waitFor()
  expect(await focused(page)).toMatch(/^Best rate, Sun, 28 Mar/)
  await page.keyboard.press('End')
  await page.keyboard.press('PageUp')
  await eventually(async () => expect(await focused(page)).toMatch(/^Best rate, Sun, 28 Feb/))
})

test('opens and closes the plans of a type, and says for how many guests', async () => {
  const { hotelId, sync } = await openHotel()
  await sync(
    'RATE',
    aRate({
      from: '2027-02-01',
      days: 2,
      amounts: [
        [8_000, 8_000],
        [9_950, null],
      ],
      closed: [false, true],
    }),
  )
  await using tab = await dashboard.open(`/hotels/${hotelId}/calendar?month=2027-02&persons=2`)
  const { page } = tab
  await cell(page, 'Best rate, Mon, 1 Feb 2027: €99.50, stays that begin: at least 2 nights').waitFor()
  await cell(page, 'Best rate, Tue, 2 Feb 2027: no price stated, closed, stays that begin: at least 2 nights').waitFor()
  await page.getByLabel('Prices for').selectOption('1 guest')
  await cell(page, 'Best rate, Mon, 1 Feb 2027: €80.00, stays that begin: at least 2 nights').waitFor()
  const type = page.getByRole('button', { name: 'Double', expanded: true })
  await type.click()
  await page.getByRole('button', { name: 'Double', expanded: false }).waitFor()
  expect(await page.getByRole('rowheader').allInnerTexts()).toEqual(['▸ Double', '▸ Single'])
  await page.reload()
  await page.getByRole('button', { name: 'Double', expanded: false }).waitFor()
})

test('follows prices while it is open, and tells what became of a night, on a telephone', async () => {
  const { hotelId, sync } = await openHotel()
  await using tab = await dashboard.open(`/hotels/${hotelId}/calendar?month=2027-02`, { width: 320 })
  const { page } = tab
  const before = cell(page, 'Best rate, Wed, 3 Feb 2027: €120.00, stays that begin: at least 2 nights')
  await before.waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  await sync('RATE', aRate({ from: '2027-02-02', days: 2, price: 13_500 }))
  const after = cell(page, 'Best rate, Wed, 3 Feb 2027: €135.00, stays that begin: at least 2 nights')
  await after.waitFor()
  await after.focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('dialog', { name: /Double · Best rate, Wed, 3 Feb 2027/ })
  await panel.getByText('Price: €120.00 → €135.00').waitFor()
  expect(await panel.innerText()).toMatch(/Price\s+€135.00[\s\S]*Restrictions\s+stays that begin: at least 2 nights/)
  await tab.expectAccessible()
  await sync('RATE', aRate({ from: '2027-02-03', days: 1, price: 14_000 }))
  await panel.getByText('Price: €135.00 → €140.00').waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'detached' })
  await page.locator('[data-freshness="RATE NEAR"]').getByText('Rates, nearer days').waitFor()
  await page.locator('[data-freshness="RATE FAR"]').getByText('Never synced').waitFor()
})

test('marks a night that is not up to date, in words and by a sign, and none that is', () => {
  const series = {
    __typename: 'PmsAvailabilitySeries' as const,
    ...{ provider: 'mock', roomTypeExternalId: 'DBL', trueAsOf: [], sold: null, outOfOrder: null, physical: null },
    ...{
      freshness: ['FRESH' as const, 'STALE' as const, 'FAILING' as const, 'PAUSED' as const, null],
      available: [1, -1, 1, 1, 1],
    },
  }
  const line = {
    kind: 'type' as const,
    key: '',
    name: 'Double',
    id: null,
    provider: 'mock',
    roomTypeExternalId: 'DBL',
    isOpen: false,
    series,
  }
  const cells = series.available.map((_, at) => cellOf(line, at, '2027-02-01', 2))
  expect(cells.map(({ marks }) => marks.join(' '))).toEqual(['', '! ~', '~', '~', ''])
  expect(cells[1]?.label).toBe('Double, Mon, 1 Feb 2027: overbooked by 1, not up to date')
  expect(cells[4]?.label).toBe('Double, Mon, 1 Feb 2027: 1 left')
})

test('says that nothing is there, and shows nobody another hotel’s', async () => {
  const empty = await addHotel(dashboard.api.database)
  await using tab = await dashboard.open(`/hotels/${empty}/calendar`)
  await tab.page.getByText('No rates or availability yet').waitFor()
  await tab.expectAccessible()
  const token = await dashboard.api.token({ hotelIds: ['another'] })
  await using other = await dashboard.open(`/hotels/${empty}/calendar`, { token })
  await other.page.getByText('Hotel not found').waitFor()
})

import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { addHotel } from '../kit/rows.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
  for (const adapter of listProviderAdapters()) dashboard.api.adapters.set(adapter.key, adapter)
})
afterAll(() => dashboard[Symbol.asyncDispose]())

test('a hotel is added, its system chosen, and the form of that system opens', async () => {
  await using tab = await dashboard.open('/connect')
  const { page } = tab
  const name = `Hôtel ${randomUUID().slice(0, 8)}`
  await page.getByRole('button', { name: 'Add a hotel' }).click()
  await page.getByRole('button', { name: 'Add hotel' }).click()
  await page.getByText('Name is required.', { exact: true }).waitFor()
  await tab.expectAccessible()
  await page.getByLabel('Name', { exact: false }).first().fill(name)
  expect(await page.getByLabel('Short name (used in URLs)').inputValue()).toBe(
    name.toLowerCase().replace(/ô/, 'o').replace(' ', '-'),
  )
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Lisb')
  await page.getByRole('option', { name: 'Europe/Lisbon' }).click()
  await page.getByRole('combobox', { name: 'Currency' }).fill('EUR')
  await page.getByRole('option', { name: 'EUR' }).click()
  await page.getByRole('button', { name: 'Add hotel' }).click()
  await page.waitForURL(/hotel=/)
  await page.getByRole('link', { name: 'Connect Mews' }).waitFor()
  await tab.expectAccessible()
  await page.getByRole('link', { name: 'Connect Mews' }).click()
  await page.getByRole('heading', { name: `Connect ${name} to Mews` }).waitFor()
})

test('a hotel that is here already is not changed by adding it again', async () => {
  const hotelId = await addHotel(dashboard.api.database)
  const token = await dashboard.api.token({ hotelIds: [hotelId] })
  await using tab = await dashboard.open('/connect', { token, width: 320 })
  const { page } = tab
  await page.getByRole('button', { name: 'Add a hotel' }).click()
  await page.getByLabel('Name', { exact: false }).first().fill('Another')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Tokyo')
  await page.getByRole('option', { name: 'Asia/Tokyo' }).click()
  await page.getByRole('combobox', { name: 'Currency' }).fill('JPY')
  await page.getByRole('option', { name: 'JPY' }).click()
  await page.getByRole('button', { name: 'Add hotel' }).click()
  await page.getByText('This id is already in use.').waitFor()
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(320)
  await tab.expectAccessible()
  const [row] = await dashboard.api.database.query('SELECT name FROM pms_hotel WHERE id = $1', [hotelId])
  expect(row).toEqual({ name: 'Test' })
})

test('who may only look is told why no hotel can be added', async () => {
  const token = await dashboard.api.token({ permissions: ['ADMIN_VIEW'] })
  await using tab = await dashboard.open('/connect', { token })
  const add = tab.page.getByRole('button', { name: 'Add a hotel' })
  expect(await add.getAttribute('aria-description')).toContain('ADMIN_EDIT')
  await tab.expectAccessible()
})

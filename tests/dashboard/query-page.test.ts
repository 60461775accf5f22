import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually } from '../kit/eventually.ts'
import { addBooking, addSyncLog } from '../kit/rows.ts'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, startDashboard } from './kit.ts'

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard()
  const { database } = dashboard.api
  await insertHotel(database, 'demo', 'mock')
  await addBooking(database, { hotelId: 'demo', guestName: 'Grace Hopper' })
  await addSyncLog(database, { hotelId: 'demo', status: 'QUEUED' })
})
afterAll(() => dashboard[Symbol.asyncDispose]())

test('the query page runs its examples with the token of its link, and loads nothing from elsewhere', async () => {
  await using tab = await dashboard.open('/graphql')
  const { page } = tab
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(dashboard.api.url)) elsewhere.push(request.url())
  })
  await page.reload()
  await page.getByRole('button', { name: 'Execute' }).waitFor()
  const run = async (operation: string, answer: string) => {
    const item = page.getByRole('menuitem', { name: operation })
    // It is a menu as soon as the editor has read that there are two operations.
    await eventually(async () => {
      await page.getByRole('button', { name: 'Execute' }).click()
      await item.waitFor({ timeout: 1_000 })
    })
    await item.click()
    await eventually(async () => expect(await page.locator('.result-window').innerText()).toContain(answer))
  }
  await run('Arrivals', 'Grace')
  await run('Progress', 'QUEUED')
  expect(page.url()).not.toContain('token')
  expect(elsewhere.filter((url) => !/^(blob|data):/.test(url))).toEqual([])
})

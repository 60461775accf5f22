import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertHotel } from '../kit/test-hotel.ts'
import { type Dashboard, startDashboard } from './kit.ts'

const HOTEL = 'only-trusted'
const SCREENS = [
  '/',
  '/hotels',
  ...[`/hotels/${HOTEL}`, `/hotels/${HOTEL}/bookings`, `/hotels/${HOTEL}/rooms`, `/hotels/${HOTEL}/guests`],
  ...['floors', 'maintenance', 'calendar', 'changes', 'conflicts', 'change-sets', 'configurations/mock'].map(
    (part) => `/hotels/${HOTEL}/${part}`,
  ),
  ...['/syncs', '/webhooks', '/statistics'],
]

let dashboard: Dashboard
beforeAll(async () => {
  dashboard = await startDashboard({ trustedOnly: true })
  await insertHotel(dashboard.api.database, HOTEL, 'mock')
})
afterAll(() => dashboard[Symbol.asyncDispose]())

/** What the page is told over HTTP and over its WebSocket. */
function answersTo(page: Page): string[] {
  const answers: string[] = []
  page.on('response', async (response) => {
    if (response.url().endsWith('/graphql')) answers.push(await response.text().catch(() => ''))
  })
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => answers.push(String(payload))))
  return answers
}

test('every screen works at a service that executes nothing but the documents of the dashboard', async () => {
  await using tab = await dashboard.open('/')
  const answers = answersTo(tab.page)
  for (const screen of SCREENS) {
    await tab.page.goto(new URL(screen, tab.page.url()).href)
    await tab.page.waitForLoadState('networkidle')
  }
  expect(answers.filter((answer) => answer.includes('"data"')).length).toBeGreaterThan(0)
  expect(answers.filter((answer) => answer.includes('"errors"') || answer.includes('"type":"error"'))).toEqual([])
})

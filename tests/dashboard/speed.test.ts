import type { CDPSession, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually } from '../kit/eventually.ts'
import { addFailure, addHotel, addSyncLog } from '../kit/rows.ts'
import { type Dashboard, startDashboard } from './kit.ts'

/**
 * How fast it feels. Machines differ and are busy with something else: the best of some tries counts, and each is held
 * against a piece of work that is timed beside it.
 */

const LARGEST_PAINT_MS = 1_500
const SLOWED = 4
const TRIES = 8
/** Unless the best of them is not good enough. */
const ENOUGH_TRIES = 3
const SHIFT = 0.02
/** The main thread's own time for a frame, when 55 a second are to be drawn. */
const FRAME_MS = 1_000 / 55
const FRAMES = 240
/** A fast flick: five new rows a frame. */
const STEP_PX = 300
const RUNS = 10_000
/** Draws tables, as screens do, and says how long that took in ms. */
const WORK = `(() => {
  const start = performance.now()
  const place = document.body.appendChild(document.createElement('div'))
  for (let n = 0; n < 10; n++) {
    const rows = Array.from({ length: 300 }, (_, row) => '<tr><td>' + row + '<td>' + 'word '.repeat(row % 20))
    place.innerHTML = '<table>' + rows.join('') + '</table>'
    place.getBoundingClientRect()
  }
  place.remove()
  return performance.now() - start
})()`
/** What that takes on the slowest machine that the goals are meant for, in ms. */
const WORK_MS = 90

const PORTION = 5_000

let dashboard: Dashboard
let token: string
let paths: Record<string, string>
beforeAll(async () => {
  dashboard = await startDashboard()
  const { database } = dashboard.api
  const hotelId = await addHotel(database)
  token = await dashboard.api.token({ hotelIds: [hotelId] })
  const run = await addSyncLog(database, { hotelId, status: 'PARTIAL', itemsProcessed: 1, itemsFailed: 1 })
  const failure = await addFailure(database, { hotelId, syncLogId: run.id, raw: { id: 'b-1' } })
  // In portions: all at once may take longer than a statement may.
  for (let first = 1; first < RUNS; first += PORTION)
    await database.query(
      `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status, started_at, completed_at, duration)
       SELECT gen_random_uuid(), $1, 'mock', 'BOOKING', 'INCREMENTAL', 'SCHEDULED', 'COMPLETED', now(), now(), n
       FROM generate_series($2::integer, $3::integer) AS n`,
      [hotelId, first, Math.min(first + PORTION, RUNS) - 1],
    )
  paths = {
    fleet: '/',
    hotel: `/hotels/${hotelId}`,
    bookings: `/hotels/${hotelId}/bookings`,
    rooms: `/hotels/${hotelId}/rooms`,
    guests: `/hotels/${hotelId}/guests`,
    system: `/hotels/${hotelId}/configurations/mock`,
    connect: `/connect?hotel=${hotelId}`,
    webhooks: `/webhooks?hotel=${hotelId}`,
    statistics: '/statistics',
    history: '/syncs',
    run: `/syncs/${run.id}`,
    'failed items': `/syncs/failures?hotel=${hotelId}`,
    'a failed item': `/syncs/failures/${failure.id}`,
  }
})
afterAll(() => dashboard[Symbol.asyncDispose]())

// One after the other: what is measured has the browser for itself.
describe('speed:', { concurrent: false }, () => {
  test.each(['fleet', 'history'])('the largest paint of %s comes in time on a slow processor', async (name) => {
    const url = `${dashboard.api.url}${paths[name]}#token=${token}`
    await expectWithin(LARGEST_PAINT_MS, async () => {
      await using context = await dashboard.browser.newContext({ viewport: { width: 1280, height: 900 } })
      const page = await context.newPage()
      const devtools = await context.newCDPSession(page)
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOWED })
      return { work: (await page.evaluate<number>(WORK)) / SLOWED, took: await largestPaint(page, url) }
    })
  })

  test('nothing moves when what a screen waits for arrives', async () => {
    for (const [name, path] of Object.entries(paths)) {
      expect(await layoutShift(path), name).toBeLessThan(SHIFT)
    }
  })

  test('a history of ten thousand runs scrolls smoothly', async () => {
    await using tab = await dashboard.open('/syncs', { token })
    const { page } = tab
    await page.getByRole('row').nth(1).waitFor()
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe(`${RUNS + 1}`)
    await readOn(page)
    const devtools = await page.context().newCDPSession(page)
    // The thread's own time: what other processes take from a busy machine is not in it.
    await devtools.send('Performance.enable', { timeDomain: 'threadTicks' })
    const empty = await page.context().newPage()
    await expectWithin(FRAME_MS, async () => ({
      work: await empty.evaluate<number>(WORK),
      took: await frameTime(page, devtools),
    }))
  })
})

interface Try {
  /** What `WORK` took. */
  readonly work: number
  readonly took: number
}

/** Expects the best of some tries to be within `goal` ms, or within as much more as the machine is slower than meant. */
async function expectWithin(goal: number, attempt: () => Promise<Try>): Promise<void> {
  const best = { work: Number.POSITIVE_INFINITY, took: Number.POSITIVE_INFINITY }
  const asMeant = () => best.took / Math.max(1, best.work / WORK_MS)
  for (let n = 0; n < TRIES && (n < ENOUGH_TRIES || asMeant() > goal); n++) {
    const { work, took } = await attempt()
    best.work = Math.min(best.work, work)
    best.took = Math.min(best.took, took)
  }
  expect(asMeant()).toBeLessThanOrEqual(goal)
}

/** In ms from the start of the navigation. */
async function largestPaint(page: Page, url: string): Promise<number> {
  await page.goto(url)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await untilLoaded(page)
  return await page.evaluate<number>(`new Promise((resolve) => {
    const seen = (list) => resolve(list.getEntries().at(-1).startTime)
    new PerformanceObserver(seen).observe({ type: 'largest-contentful-paint', buffered: true })
  })`)
}

/** Lets the API answer only when the screen shows that it waits. */
async function layoutShift(path: string): Promise<number> {
  await using tab = await dashboard.open('/', { token })
  const { page } = tab
  const waits = Promise.withResolvers<void>()
  await page.route('**/graphql', async (route) => {
    await waits.promise
    await route.continue()
  })
  await page.goto(`${dashboard.api.url}${path}`)
  await page.getByLabel('Loading').first().waitFor()
  waits.resolve()
  await untilLoaded(page)
  return await page.evaluate(`new Promise((resolve) => {
    let sum = 0
    const seen = (list) => { for (const { value } of list.getEntries()) sum += value }
    new PerformanceObserver(seen).observe({ type: 'layout-shift', buffered: true })
    requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)))
  })`)
}

const untilLoaded = (page: Page) => eventually(async () => expect(await page.getByLabel('Loading').count()).toBe(0))

/** Scrolls to the end until there is nothing more to read. */
async function readOn(page: Page): Promise<void> {
  const isRead = `document.querySelector('tr[aria-rowindex="${RUNS + 1}"]') !== null`
  await page.evaluate(`new Promise((resolve) => {
    const step = () => {
      window.scrollTo(0, document.documentElement.scrollHeight)
      if (${isRead}) resolve()
      else requestAnimationFrame(step)
    }
    step()
  })`)
}

/** In ms of the main thread, while each frame shows rows that were not there before. */
async function frameTime(page: Page, devtools: CDPSession): Promise<number> {
  await page.evaluate('window.scrollTo(0, 0)')
  const before = await taskTime(devtools)
  await page.evaluate(`new Promise((resolve) => {
    let left = ${FRAMES}
    const step = () => {
      window.scrollBy(0, ${STEP_PX})
      if (--left > 0) requestAnimationFrame(step)
      else resolve()
    }
    requestAnimationFrame(step)
  })`)
  return ((await taskTime(devtools)) - before) / FRAMES
}

async function taskTime(devtools: CDPSession): Promise<number> {
  const { metrics } = await devtools.send('Performance.getMetrics')
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1_000
}

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import packaged from '@sparticuz/chromium'
import type { AxeResults } from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { vi } from 'vitest'
import { openDashboard } from '../../src/http/dashboard/build.ts'
import { documentsOf } from '../../src/http/dashboard/serve.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { silentLog } from '../kit/services.ts'

/** The built dashboard as a person meets it: the real server, its own database and a real browser. One a test file. */
export interface Dashboard extends AsyncDisposable {
  readonly api: TestApi
  readonly browser: Browser
  /** A tab of its own at an address such as `/?state=paused`. Closing it fails when the console had an error. */
  open(path: string, options?: OpenOptions): Promise<Tab>
}

export interface OpenOptions {
  /** Signs in by the link's fragment; null: nobody is signed in. Without: somebody who may see and do everything. */
  readonly token?: string | null
  readonly theme?: 'light' | 'dark'
  /** Of the window, in CSS pixels. */
  readonly width?: number
  /** Errors of the console that the test is about. */
  readonly expected?: RegExp
  /** Another service that serves the dashboard. It needs a token of its own. */
  readonly origin?: string
}

export interface Tab extends AsyncDisposable {
  readonly page: Page
  /** Expects that axe finds nothing, in both themes. */
  expectAccessible(): Promise<void>
}

const HEIGHT = 900
const TIMEOUT_MS = 60_000
// A browser on a busy machine is slow without being wrong, and tests wait for a tab of their own.
vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
/** All that another theme changes. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block']
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** The package's own are for functions in a cloud: one process and no web security, unlike the browser of a user. */
const ARGS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none']
/** Tabs of a file that work at a time; more only get into each other's way. */
const MAX_TABS = 3
/** Longer than a tab is needed on a machine that is not busy. */
const PLACE_MS = 15_000

/** @param trustedOnly whether the service executes nothing but the dashboard's documents */
export async function startDashboard({ trustedOnly = false } = {}): Promise<Dashboard> {
  await using parts = new AsyncDisposableStack()
  const folder = await openDashboard({ ...silentLog, warn: fail })
  if (folder === null) throw new Error('There is no dashboard to test.')
  const api = parts.use(
    await startApi({ dashboard: folder, trustedDocuments: trustedOnly ? documentsOf(folder) : null }),
  )
  const browser = await launch()
  const places = createPlaces(MAX_TABS)
  const opened = parts.move()
  return {
    api,
    browser,
    async open(path, options = {}) {
      const token = options.token === undefined ? await api.token() : options.token
      const leave = await places.take()
      const tab = await openTab(
        browser,
        `${options.origin ?? api.url}${path}${token === null ? '' : `#token=${token}`}`,
        options,
      )
      return { ...tab, [Symbol.asyncDispose]: () => tab[Symbol.asyncDispose]().finally(leave) }
    },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

let browser: Promise<Browser> | undefined

/**
 * The browser that came with the packages, or the one that `CHROMIUM_PATH` names. One for all files of a worker: each
 * tab has a context of its own. It ends with the worker.
 */
function launch(): Promise<Browser> {
  browser ??= start()
  return browser
}

async function start(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM_PATH ?? (await packaged.executablePath())
  return chromium.launch({ executablePath, args: ARGS, headless: true })
}

async function openTab(browser: Browser, url: string, { theme = 'light', width = 1280, expected }: OpenOptions) {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    colorScheme: theme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  context.setDefaultTimeout(TIMEOUT_MS)
  const page = await context.newPage()
  const errors: string[] = []
  page.on('console', (message) => message.type() === 'error' && errors.push(message.text()))
  page.on('pageerror', (error) => errors.push(String(error)))
  await page.goto(url)
  return {
    page,
    async expectAccessible() {
      for (const [colorScheme, rules] of [
        ['light', undefined],
        ['dark', OF_COLOURS],
      ] as const) {
        await page.emulateMedia({ colorScheme })
        expectNone(`axe, ${colorScheme}`, await violations(page, rules))
      }
    },
    async [Symbol.asyncDispose]() {
      await context.close()
      expectNone(
        'errors of the console',
        errors.filter((error) => !expected?.test(error)),
      )
    },
  } satisfies Tab
}

/** Says what there is, which a comparison of lists leaves out of the reports of continuous integration. */
function expectNone(what: string, found: readonly string[]): void {
  if (found.length > 0) throw new Error([what, ...found].join('\n'))
}

/** How far things have moved by themselves since the page was opened (cumulative layout shift). */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) => new PerformanceObserver((list) => {
    const shifts = list.getEntries().filter(({ hadRecentInput }) => !hadRecentInput)
    resolve(shifts.reduce((sum, { value }) => sum + value, 0))
  }).observe({ type: 'layout-shift', buffered: true }) ?? requestAnimationFrame(() => resolve(0)))`)

/**
 * Lets so many in at a time; whoever got a place gives it back by the function that it got. Tests that have a tab and want
 * another would wait for one another for ever: after a while one is let in all the same.
 */
function createPlaces(free: number) {
  const waiting: (() => void)[] = []
  const enter = () => {
    free--
  }
  const leave = () => {
    free++
    if (free > 0) waiting.shift()?.()
  }
  return {
    async take() {
      if (free <= 0)
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          setTimeout(() => waiting.includes(resolve) && waiting.splice(waiting.indexOf(resolve), 1)[0]?.(), PLACE_MS)
        })
      enter()
      return leave
    },
  }
}

/** One line a violation: the rule, and where. */
async function violations(page: Page, runOnly?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe)
  const options = JSON.stringify({ runOnly, resultTypes: ['violations'] })
  const results = (await page.evaluate(`axe.run(${options})`)) as AxeResults
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')} ${failureSummary}`),
  )
}

function fail(facts: unknown): never {
  throw new Error('The dashboard cannot be built.', { cause: facts })
}

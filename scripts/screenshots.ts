import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import packaged from '@sparticuz/chromium'
import { chromium, type Page } from 'playwright-core'
import { createApp } from '../src/app.ts'
import { loadConfig } from '../src/platform/config.ts'
import { createLogger } from '../src/platform/logger.ts'
import { resolveKeys } from '../src/security/dev-keys.ts'
import { PERMISSIONS, signToken } from '../src/security/viewer.ts'
import { type Morning, startMorning } from './screenshot-hotels.ts'

/** The pictures of docs/dashboard.md, of the service as it is: `npm run screenshots`, or with names only those. */

const FOLDER = 'docs/dashboard'
const MOST_BYTES = 60 * 1024
const QUALITIES = [0.8, 0.7, 0.6, 0.5, 0.4, 0.3]

/** Of a list, as its link to a set of changes has it. */
const FILTER = JSON.stringify({ status: ['CONFIRMED'], stayCovers: '2026-12-05' })

const addresses = ({
  hotelId,
  runId,
  failureId,
  bookingId,
  setId,
  runningSetId,
  eventId,
}: Morning): Record<string, string> => ({
  fleet: '/',
  hotel: `/hotels/${hotelId}`,
  floors: `/hotels/${hotelId}/floors`,
  maintenance: `/hotels/${hotelId}/maintenance`,
  calendar: `/hotels/${hotelId}/calendar`,
  channels: `/hotels/${hotelId}/channels`,
  bookings: `/hotels/${hotelId}/bookings`,
  booking: `/hotels/${hotelId}/bookings/${bookingId}`,
  changes: `/hotels/${hotelId}/changes?action=BOOKING_CHANGE`,
  conflicts: `/hotels/${hotelId}/conflicts`,
  'change-set-new': `/hotels/${hotelId}/change-sets/new?type=BOOKING&filter=${encodeURIComponent(FILTER)}`,
  'change-set': `/hotels/${hotelId}/change-sets/${setId}`,
  'change-set-run': `/hotels/${hotelId}/change-sets/${runningSetId}`,
  'change-sets': `/hotels/${hotelId}/change-sets`,
  rooms: `/hotels/${hotelId}/rooms`,
  guests: `/hotels/${hotelId}/guests`,
  configuration: `/hotels/${hotelId}/configurations/mock`,
  connect: `/connect?hotel=${hotelId}`,
  history: '/syncs',
  run: `/syncs/${runId}`,
  failures: `/syncs/failures?hotel=${hotelId}`,
  failure: `/syncs/failures/${failureId}`,
  webhooks: `/webhooks?hotel=${hotelId}`,
  webhook: `/webhooks/${eventId}`,
  statistics: '/statistics',
})

const dataDir = await mkdtemp(join(tmpdir(), 'screenshots-'))
try {
  await takeAll()
} finally {
  await rm(dataDir, { recursive: true, force: true })
}

async function takeAll(): Promise<void> {
  const config = loadConfig({
    DATA_DIR: dataDir,
    PORT: '0',
    LOG_LEVEL: 'error',
    DATABASE_URL: process.env.SCREENSHOTS_DATABASE_URL,
  })
  await using app = await createApp(config, createLogger(config.log), 'api')
  await using morning = await startMorning(app)
  const { tokens } = await resolveKeys(config)
  if (tokens.kind !== 'secret') throw new Error('Only a development service makes tokens.')
  const token = await signToken(tokens, {
    subject: 'ada',
    hotelIds: ['*'],
    permissions: [...PERMISSIONS],
    expiresInSeconds: 3_600,
  })
  const executablePath = process.env.CHROMIUM_PATH ?? (await packaged.executablePath())
  await using browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu'],
  })
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    locale: 'en-GB',
  })
  const page = await context.newPage()
  await mkdir(FOLDER, { recursive: true })
  await page.goto(`${app.url}/`)
  await take(page, 'sign-in')
  await page.goto(`${app.url}/#token=${token}`)
  await page.reload()
  for (const [name, path] of Object.entries(addresses(morning))) {
    await page.goto(`${app.url}${path}`)
    await take(page, name)
  }
}

async function take(page: Page, name: string): Promise<void> {
  const wanted = process.argv.slice(2)
  if (wanted.length > 0 && !wanted.includes(name)) return
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.getByLabel('Loading').first().waitFor({ state: 'detached' })
  // Names come after what they are of.
  await page.waitForLoadState('networkidle')
  // What is drawn after its data came, such as charts, is there two frames later.
  await page.evaluate('new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))')
  const picture = await compress(page, await page.screenshot())
  await writeFile(join(FOLDER, `${name}.webp`), picture)
  console.log(`${name} ${Math.round(picture.byteLength / 1024)} KB`)
}

/** As WebP, as good as the budget allows. The browser is the encoder, in a tab that no policy binds. */
async function compress(page: Page, png: Buffer): Promise<Buffer> {
  const tab = await page.context().newPage()
  try {
    for (const quality of QUALITIES) {
      const url = await tab.evaluate<string>(encoding(png, quality))
      const picture = Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
      if (picture.byteLength <= MOST_BYTES) return picture
    }
  } finally {
    await tab.close()
  }
  throw new Error('The picture is too large.')
}

function encoding(png: Buffer, quality: number): string {
  return `(async () => {
  const picture = await createImageBitmap(await (await fetch('data:image/png;base64,${png.toString('base64')}')).blob())
  const canvas = Object.assign(document.createElement('canvas'), { width: picture.width, height: picture.height })
  canvas.getContext('2d').drawImage(picture, 0, 0)
  return canvas.toDataURL('image/webp', ${quality})
})()`
}

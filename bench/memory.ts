import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Database } from '../src/platform/database/database.ts'
import { mock } from '../src/providers/mock/index.ts'
import { report } from './measure.ts'
import { startPaddingProxy } from './memory/padding-proxy.ts'

const run = promisify(execFile)
const SMALL = 10_000
const LARGE = 100_000
/** Of the process, as the image has it. */
const HEAP_MB = 384

/** Peak memory of a process that syncs a small hotel, and of one that syncs a hotel ten times its size, over real HTTP. */
export async function benchMemory(database: Database): Promise<void> {
  const small = await syncInProcess(database, { bookings: SMALL })
  const large = await syncInProcess(database, { bookings: LARGE })
  report('memory', {
    [`peak RSS of ${SMALL} bookings, MB`]: [small.peakMb],
    [`peak RSS of ${LARGE} bookings, MB`]: [large.peakMb],
    'ratio (goal ≤ 1.3)': [large.peakMb / small.peakMb],
    [`${LARGE} bookings, rows/s over HTTP`]: [LARGE / large.seconds],
  })
}

/**
 * Peak memory of a process that syncs four hotels at once, of a thousand bookings of 100 kB each: a page of the vendor's
 * largest size would be 50 MB.
 */
export async function benchHeavyPages(database: Database): Promise<void> {
  await using simulator = await mock.simulate({ bookings: 1_000, guests: 1_000 })
  await using proxy = await startPaddingProxy(simulator.url, 100_000)
  const { peakMb, seconds } = await runJob(database, simulator, { bookings: 1_000, hotels: 4, baseUrl: proxy.url })
  report('pages of 50 MB', {
    'peak RSS of four hotels, MB (goal < 600)': [peakMb],
    'largest page that was read, MB': [proxy.largestBytes() / 1e6],
    'all of it, s': [seconds],
  })
}

interface Work {
  readonly bookings: number
  readonly hotels?: number
  /** Instead of the simulator's. */
  readonly baseUrl?: string
}

async function syncInProcess(database: Database, work: Work) {
  await using simulator = await mock.simulate({ bookings: work.bookings, guests: 1_000 })
  return runJob(database, simulator, work)
}

type Account = Pick<Awaited<ReturnType<typeof mock.simulate>>, 'credentials' | 'settings'>

async function runJob(database: Database, { credentials, settings }: Account, work: Work) {
  const { bookings, hotels = 1, baseUrl } = work
  const address = { ...settings, ...(baseUrl && { baseUrl }) }
  const job = JSON.stringify({ url: database.url, hotels, bookings, credentials, settings: address })
  const args = [`--max-old-space-size=${HEAP_MB}`, '--import', 'tsx', 'bench/memory-process.ts', job]
  const { stdout } = await run(process.execPath, args)
  return JSON.parse(stdout) as { peakMb: number; seconds: number }
}

import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Database } from '../src/platform/database/database.ts'
import { mock } from '../src/providers/mock/index.ts'
import { report } from './measure.ts'

const run = promisify(execFile)
const SMALL = 10_000
const LARGE = 100_000

/** Peak memory of a process that syncs a small hotel, and of one that syncs a hotel ten times its size, over real HTTP. */
export async function benchMemory(database: Database): Promise<void> {
  const small = await syncInProcess(database, SMALL)
  const large = await syncInProcess(database, LARGE)
  report('memory', {
    [`peak RSS of ${SMALL} bookings, MB`]: [small.peakMb],
    [`peak RSS of ${LARGE} bookings, MB`]: [large.peakMb],
    'ratio (goal ≤ 1.3)': [large.peakMb / small.peakMb],
    [`${LARGE} bookings, rows/s over HTTP`]: [LARGE / large.seconds],
  })
}

async function syncInProcess(database: Database, bookings: number): Promise<{ peakMb: number; seconds: number }> {
  await using simulator = await mock.simulate({ bookings, guests: 1_000 })
  const { credentials, settings } = simulator
  const job = JSON.stringify({ url: database.url, bookings, credentials, settings })
  const { stdout } = await run(process.execPath, ['--import', 'tsx', 'bench/memory-process.ts', job])
  return JSON.parse(stdout)
}

import { setTimeout as delay } from 'node:timers/promises'
import { runDueSchedules } from '../../src/jobs/scheduler.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { createQueueBackend } from '../../src/platform/queue/queue.ts'
import { openHouse } from '../../tests/kit/house.ts'
import { type ScriptedVendor, scriptedVendor } from '../../tests/kit/scripted-provider.ts'
import { silentLog } from '../../tests/kit/services.ts'
import { insertHotel } from '../../tests/kit/test-hotel.ts'
import { report } from '../measure.ts'
import { openFreshDatabase } from './databases.ts'

const HOTELS = 1_000
const KINDS = ['bookings', 'rooms', 'guests'] as const
const IDLE_MS = 10_000
const CORES = 2
const QUARTER_S = 900

/** A thousand hotels whose schedules are due in the same second, every 15 minutes, at a PMS that has nothing to tell. */
export async function benchSchedules(server: Database): Promise<void> {
  await using database = await openFreshDatabase(server)
  await using backend = await createQueueBackend({ databaseUrl: database.url, log: silentLog })
  const house = await openHouse(database, { quiet: quietVendor() }, { pagesInHand: 8 })
  for (let n = 0; n < HOTELS; n++) {
    const account = { credentials: { apiKey: `hotel-${n}` }, settings: {}, externalHotelId: null }
    await insertHotel(database, `hotel-${n}`, 'quiet', account)
  }
  await using _worker = await house.work({ backend }, { lookMs: 1_000 })
  const idle = await cpuShare(() => delay(IDLE_MS))
  const first = await dueAtOnce(database, house.services)
  const second = await dueAtOnce(database, house.services)
  report(`${HOTELS} hotels every 15 minutes, all due in one second`, {
    'runs of one due time': [second.runs],
    'missed or twice (goal 0)': [first.runs - HOTELS * KINDS.length, second.runs - HOTELS * KINDS.length],
    'all of them ended after, s': [first.seconds, second.seconds],
    'of the service’s CPU a run, ms': [first.cpuMs / first.runs, second.cpuMs / second.runs],
    [`of ${CORES} cores, over 15 minutes, %`]: [second.cpuMs / 10 / QUARTER_S / CORES],
    [`idle, of ${CORES} cores, % (goal < 10)`]: [idle * 100],
  })
}

/** It has three entity types, and no item of any. */
function quietVendor(): ScriptedVendor {
  const vendor = scriptedVendor('quiet')
  const { fetch } = vendor.adapter
  const adapter = { ...vendor.adapter, fetch: Object.fromEntries(KINDS.map((kind) => [kind, fetch[kind]])) }
  return Object.assign(vendor, { adapter })
}

async function dueAtOnce(database: Database, { engine, clock }: Awaited<ReturnType<typeof openHouse>>['services']) {
  const [before] = await database.query<{ n: number }>('SELECT count(*) AS n FROM pms_sync_log')
  await database.query(`UPDATE pms_configuration SET sync_schedule = '*/15 * * * *', next_sync_at = now()`)
  const begin = performance.now()
  const cpu = process.cpuUsage()
  await runDueSchedules({ database: database.within('*'), engine, clock, log: silentLog })
  for (;;) {
    const [row] = await database.query<{ n: number; open: number }>(
      `SELECT count(*) AS n, count(*) FILTER (WHERE status IN ('QUEUED', 'RUNNING')) AS open FROM pms_sync_log`,
    )
    if (row?.open === 0) {
      const { user, system } = process.cpuUsage(cpu)
      const runs = row.n - (before?.n ?? 0)
      return { runs, seconds: (performance.now() - begin) / 1_000, cpuMs: (user + system) / 1_000 }
    }
    await delay(200)
  }
}

/** Of all cores, that this process needs meanwhile. */
async function cpuShare(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  const cpu = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(cpu)
  return (user + system) / 1_000 / (performance.now() - begin) / CORES
}

import { setTimeout as delay } from 'node:timers/promises'
import type { Database } from '../../src/platform/database/database.ts'
import { cloudbeds } from '../../src/providers/cloudbeds/index.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { percentile, report } from '../measure.ts'
import { type DeskHotel, startDesk } from './desk.ts'

const CHANGES = 60
/** Between two changes: so many a second are no crowd. */
const PAUSE_MS = 300
const HOTELS = 100
const ROUNDS = 2
/** Of one round, at hotels one after the other. */
const ROUND_CHANGES = 100
const AT_ONCE = 8

/** From the mutation to the row: alone, beside a hotel whose PMS hangs, and during a walk at Cloudbeds' four a second. */
export async function benchApplying(database: Database): Promise<void> {
  await using desk = await startDesk(database)
  await using vendors = new AsyncDisposableStack()
  const simulate = async (bookings: number) => vendors.use(await mock.simulate({ bookings, rooms: 10, guests: 5 }))
  const hotel = await desk.open(await simulate(60))
  const measure = async (hotels: readonly DeskHotel[], count: number) => {
    const times: Promise<number>[] = []
    for (let nth = 0; nth < count; nth++) {
      times.push(desk.apply(hotels[nth % hotels.length] as DeskHotel, Math.floor(nth / hotels.length)))
      await delay(PAUSE_MS)
    }
    return Promise.all(times)
  }
  await measure([hotel], 10)
  const idle = await measure([hotel], CHANGES)
  report('changes: applied at a simulator without latency, idle queue', {
    'p50, ms': [percentile(idle, 0.5)],
    'p95, ms (goal ≤ 250)': [percentile(idle, 0.95)],
  })

  const blocking = await simulate(60)
  const blocked = await desk.open(blocking)
  const others: DeskHotel[] = []
  while (others.length < HOTELS - 1) {
    const opening = Array.from({ length: Math.min(AT_ONCE, HOTELS - 1 - others.length) }, async () =>
      desk.open(await simulate(12)),
    )
    others.push(...(await Promise.all(opening)))
  }
  const rounds: Record<'alone' | 'beside', number[]> = { alone: [], beside: [] }
  await measure(others, 20)
  for (let round = 0; round < ROUNDS; round++) {
    rounds.alone.push(percentile(await measure(others, ROUND_CHANGES), 0.95))
    blocking.setFaults({ slowMs: 25_000 })
    for (const nth of blocked.bookings.keys()) await desk.ask(blocked, round * 1_000 + nth)
    rounds.beside.push(percentile(await measure(others, ROUND_CHANGES), 0.95))
    blocking.setFaults({})
  }
  report(`changes: ${HOTELS} hotels, one of which hangs with ${blocked.bookings.length} changes`, {
    'the others alone, p95, ms': rounds.alone,
    'beside it, p95, ms': rounds.beside,
    'beside / alone (goal ≤ 1.1)': rounds.beside.map((ms, at) => ms / (rounds.alone[at] ?? 1)),
  })

  const walked = vendors.use(await cloudbeds.simulate({ bookings: 40, rooms: 10, guests: 5 }))
  const busy = await desk.open(walked, 'cloudbeds')
  const starts: number[] = []
  for (let nth = 0; nth < 12; nth++) {
    const input = { hotelId: busy.hotelId, provider: 'cloudbeds', full: true }
    await desk.client.send(`mutation ($input: PmsSyncInput!) { syncBookings(input: $input) { errors { code } } }`, {
      input,
    })
    await delay(700)
    const id = await desk.ask(busy, nth)
    const startedMs = await sentAfter(database, id)
    if (startedMs !== null) starts.push(startedMs)
  }
  report('changes: during a full walk at Cloudbeds’ 4 requests a second', {
    'from the mutation to the request that changes, p50, ms': [percentile(starts, 0.5)],
    'slowest, ms (goal ≤ 1000)': [Math.max(...starts)],
  })
}

/** By the database's clock, which both are of. Null: it was so already, and nothing was sent. */
async function sentAfter(database: Database, id: string): Promise<number | null> {
  for (;;) {
    const [row] = await database.query<{ ms: number | null; isOver: boolean }>(
      `SELECT ended_at IS NOT NULL OR state = 'CONFLICT' AS "isOver", (extract(epoch FROM sent_at - created_at) * 1000)::float8 AS ms FROM pms_change WHERE id = $1`,
      [id],
    )
    if (row?.ms != null || row?.isOver !== false) return row?.ms ?? null
    await delay(20)
  }
}

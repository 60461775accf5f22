import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { text } from 'node:stream/consumers'
import type { Database } from '../../src/platform/database/database.ts'
import { insertHotel } from '../../tests/kit/test-hotel.ts'
import { flood } from '../graphql.ts'
import { report } from '../measure.ts'
import { authorize } from '../peers/ours.ts'

const BOOKINGS = 40_000
const AT_ONCE = 5_000
const CONNECTIONS = 32
const ROUNDS = 3
const ROUND_MS = 3_000

/** Changes that are accepted, each of another booking, next to a bare route with one insert; each a process of its own. */
export async function benchAccepting(database: Database): Promise<void> {
  const { hotelId, ids } = await seed(database)
  const authorization = await authorize(hotelId)
  // Each booking once: what is asked for a second time is not recorded anew.
  const bodies = () => {
    let next = 0
    return () =>
      JSON.stringify({ hotelId, action: 'BOOKING_CHANGE', id: ids[next++ % BOOKINGS], values: { adults: 3 } })
  }
  const start = (name: 'ours' | 'bare') => startServer(name, database.url, { authorization, bodyOf: bodies() })
  await using ours = await start('ours')
  await using bare = await start('bare')
  for (const { send } of [ours, bare]) await flood(send, 2_000)
  const rates: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] }
  const perSecond = async (send: () => Promise<string>) => (await flood(send, ROUND_MS)).length / (ROUND_MS / 1_000)
  for (let round = 0; round < ROUNDS; round++) {
    rates.bare.push(await perSecond(bare.send))
    rates.ours.push(await perSecond(ours.send))
  }
  await database.query('DELETE FROM pms_change WHERE hotel_id = $1', [hotelId])
  report('changes: accepted', {
    [`bare Fastify route with one insert, per s (${CONNECTIONS} connections)`]: rates.bare,
    'POST /api/pms/changes, per s': rates.ours,
    'ratio (goal ≥ 0.6)': rates.ours.map((rate, index) => rate / (rates.bare[index] ?? 1)),
  })
}

async function seed(database: Database) {
  const hotelId = `bench-${randomUUID()}`
  await insertHotel(database, hotelId, 'mock')
  await database.query('UPDATE pms_configuration SET write_enabled = true WHERE hotel_id = $1', [hotelId])
  const ids: string[] = []
  while (ids.length < BOOKINGS) {
    const rows = await database.query<{ id: string }>(
      `INSERT INTO pms_booking (id, hotel_id, provider, external_id, content_hash, last_synced_at, status, source,
         guest_name, check_in, check_out, adults)
       SELECT uuidv7(), $1, 'mock', 'b' || $2::integer + n, 'hash', now(), 'CONFIRMED', 'DIRECT', 'Ada Lovelace',
         current_date + n % 300, current_date + n % 300 + 2, 2 FROM generate_series(1, ${AT_ONCE}) n RETURNING id`,
      [hotelId, ids.length],
    )
    ids.push(...rows.map(({ id }) => id))
  }
  await database.query('ANALYZE')
  return { hotelId, ids }
}

interface Asking {
  readonly authorization: string
  bodyOf(): string
}

async function startServer(name: 'ours' | 'bare', databaseUrl: string, { authorization, bodyOf }: Asking) {
  const child = fork('bench/changes/accepting.ts', [name, databaseUrl], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [printed] = (await once(child.stdout as NodeJS.ReadableStream, 'data')) as [Buffer]
  const url = new URL('/api/pms/changes', printed.toString().trim())
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const headers = { 'content-type': 'application/json', authorization }
  const send = () =>
    new Promise<string>((resolve, reject) => {
      request(url, { method: 'POST', agent, headers }, (answer) => {
        text(answer).then((read) => (answer.statusCode === 202 ? resolve(read) : reject(new Error(read))), reject)
      })
        .on('error', reject)
        .end(bodyOf())
    })
  return {
    send,
    async [Symbol.asyncDispose]() {
      agent.destroy()
      child.disconnect()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import type { Database } from '../src/platform/database/database.ts'
import { insertHotel } from '../tests/kit/test-hotel.ts'
import { report } from './measure.ts'
import { authorize } from './peers/ours.ts'

const BOOKINGS = 50_000
const PAGE = 50
const CONNECTIONS = 32
const ROUNDS = 3
const ROUND_MS = 4_000

const paged = (id: string) => `nodes {
  ${id} confirmationNumber status guestName checkIn checkOut adults totalAmountCents currency
  guest { ${id} firstName lastName email } room { ${id} roomNumber roomType status }
} pageInfo { hasNextPage endCursor }`

/** The same page of the same rows, in the words of each. */
const SERVERS = {
  ours: `query ($hotel: ID!) {
    bookings(hotelId: $hotel, filter: { status: [CONFIRMED] }, first: ${PAGE}) { ${paged('id')} } }`,
  PostGraphile: `query ($hotel: String!) {
    bookings: allPmsBookings(
      condition: { hotelId: $hotel, status: "CONFIRMED" }, orderBy: [CHECK_IN_ASC, PRIMARY_KEY_ASC], first: ${PAGE}
    ) { ${paged('id: rowId')} } }`,
  'plain Apollo + MikroORM': `query ($hotel: ID!) {
    bookings(hotelId: $hotel, status: "CONFIRMED", first: ${PAGE}) { ${paged('id')} } }`,
}
type Name = keyof typeof SERVERS

export type Send = () => Promise<string>
interface Server extends AsyncDisposable {
  send: Send
}
interface Measured extends Pick<Server, 'send'> {
  name: Name
  /** A value a round; latencies of all rounds. */
  rates: number[]
  latencies: number[]
}

/** A page of bookings with guest and room: our server, all checks included, next to two that check nothing. */
export async function benchGraphql(database: Database): Promise<void> {
  const hotel = await seed(database)
  await using started = new AsyncDisposableStack()
  const measured: Measured[] = []
  for (const name of Object.keys(SERVERS) as Name[]) {
    const server = started.use(await startServer(name, database.url, hotel))
    requireFullPage(name, await server.send())
    await flood(server.send, 2_000)
    measured.push({ ...server, name, rates: [], latencies: [] })
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { send, rates, latencies } of measured) {
      const answered = await flood(send, ROUND_MS)
      rates.push(answered.length / (ROUND_MS / 1_000))
      latencies.push(...answered)
    }
  }
  const [ours] = measured
  for (const { name, rates, latencies } of measured) {
    report(`graphql: ${name}`, {
      [`pages of ${PAGE} of ${BOOKINGS} bookings, per s (${CONNECTIONS} connections)`]: rates,
      ...latencyFigures(latencies),
      ...(ours && ours.name !== name && { 'ours / this': ours.rates.map((rate, n) => rate / (rates[n] ?? 1)) }),
    })
  }
}

function latencyFigures(latencies: number[]) {
  const sorted = latencies.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.floor((sorted.length - 1) * share)] ?? Number.NaN
  return { 'p50, ms': [at(0.5)], 'p99, ms': [at(0.99)], 'p99 / p50 (goal for ours ≤ 3)': [at(0.99) / at(0.5)] }
}

/** A hotel with 20,000 guests, 500 rooms and the bookings; returns its id. */
async function seed(database: Database): Promise<string> {
  const hotel = `bench-${randomUUID()}`
  await insertHotel(database, hotel, 'mock')
  const synced = 'id, hotel_id, provider, external_id, content_hash, last_synced_at'
  const values = (kind: string) => `uuidv7(), $1, 'mock', '${kind}' || n, 'hash', now()`
  await database.query(
    `INSERT INTO pms_guest (${synced}, first_name, last_name, email)
     SELECT ${values('g')}, 'Ada', 'Lovelace ' || n, 'guest' || n || '@example.com' FROM generate_series(0, 19999) n`,
    [hotel],
  )
  await database.query(
    `INSERT INTO pms_room (${synced}, room_number, room_type, status, cleaning_status)
     SELECT ${values('r')}, n::text, 'DOUBLE', 'AVAILABLE', 'CLEAN' FROM generate_series(0, 499) n`,
    [hotel],
  )
  await database.query(
    `INSERT INTO pms_booking (${synced}, status, source, confirmation_number, guest_name, guest_external_id,
       room_external_id, check_in, check_out, adults, total_amount_cents, currency)
     SELECT ${values('b')}, CASE WHEN n % 5 = 0 THEN 'CANCELLED' ELSE 'CONFIRMED' END, 'DIRECT', 'C' || n,
       'Ada Lovelace', 'g' || n * 7919 % 20000, 'r' || n % 500, DATE '2026-01-01' + n % 365,
       DATE '2026-01-03' + n % 365, 2, 10000 + n, 'EUR' FROM generate_series(1, ${BOOKINGS}) n`,
    [hotel],
  )
  await database.query('ANALYZE')
  return hotel
}

/** @param query with `$hotel`; a page of bookings unless it is given */
export async function startServer(
  name: Name,
  databaseUrl: string,
  hotel: string,
  query: string = SERVERS[name],
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Server> {
  const child = fork('bench/graphql-process.ts', [name, databaseUrl], {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  })
  const [url] = (await Promise.race([
    once(child.stdout as NodeJS.ReadableStream, 'data'),
    once(child, 'exit').then(() => Promise.reject(new Error(`${name} did not start`))),
  ])) as [Buffer]
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS })
  const body = JSON.stringify({ query, variables: { hotel, ...variables } })
  const headers = { 'content-type': 'application/json', authorization: await authorize(hotel) }
  return {
    send: () => post(new URL(url.toString().trim()), { agent, headers }, body),
    async [Symbol.asyncDispose]() {
      agent.destroy()
      child.disconnect()
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

function post(url: URL, options: { agent: Agent; headers: Record<string, string> }, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', ...options }, (answer) => {
      text(answer).then((read) => (answer.statusCode === 200 ? resolve(read) : reject(new Error(read))), reject)
    })
      .on('error', reject)
      .end(body)
  })
}

/** Latencies, in ms, of as many as get through. */
export async function flood(send: Send, ms: number): Promise<number[]> {
  const until = performance.now() + ms
  const latencies: number[] = []
  const sender = async () => {
    for (let at = performance.now(); at < until; at = performance.now()) {
      await send()
      latencies.push(performance.now() - at)
    }
  }
  await Promise.all(Array.from({ length: CONNECTIONS }, sender))
  return latencies
}

function requireFullPage(name: Name, answer: string): void {
  const nodes: { guest: object | null; room: object | null }[] = JSON.parse(answer).data?.bookings?.nodes ?? []
  if (nodes.length === PAGE && nodes.every(({ guest, room }) => guest && room)) return
  throw new Error(`${name} answered something else: ${answer.slice(0, 1_000)}`)
}

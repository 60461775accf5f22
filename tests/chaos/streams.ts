import { setTimeout as delay } from 'node:timers/promises'
import { type Database, openDatabase } from '../../src/platform/database/database.ts'
import { Secret } from '../../src/platform/secret.ts'
import { opera } from '../../src/providers/opera/index.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import { Random } from '../../src/providers/simulator-kit/random.ts'
import { createVault } from '../../src/security/vault.ts'
import { JWT_SECRET } from '../kit/client.ts'
import { freePort } from '../kit/server.ts'
import { createTestServices } from '../kit/services.ts'
import { connectStreamHotel, type StreamHotel, settleBackfill, streamOf } from '../kit/stream-hotels.ts'
import { type Member, startMember } from './member.ts'
import { type StreamStrike, strikeStream } from './stream-strikes.ts'
import { differencesOf } from './truth.ts'

export interface StreamChaosOptions {
  /** Of a database of its own, migrated and empty. */
  readonly databaseUrl: string
  readonly redisUrl: string | null
  readonly events: number
  /** Between two events. */
  readonly everyMs: number
  /** Spread over the events at random moments. */
  readonly strikes: readonly StreamStrike[]
  readonly workers: number
  readonly seed: number
  /** Leases of the dead are ended by hand, as if their time had passed. */
  readonly isHurried: boolean
  readonly tell: (line: string) => void
}

export interface StreamChaosReport {
  readonly wrong: readonly string[]
  readonly figures: Readonly<Record<string, number>>
  readonly output: string
}

/** A hotel whose changes come by a stream, and everything that may happen to it. */
export interface StreamWorld {
  readonly database: Database
  readonly vendor: Simulator
  readonly workers: readonly Member[]
  readonly hotel: StreamHotel
  readonly random: Random
  readonly isHurried: boolean
  /** Worst of each, in milliseconds. */
  readonly found: Record<string, number>
}

const KEY = Buffer.alloc(32, 7)
/** Few, so that one is changed again and again. */
const BOOKINGS = 40
const FIRST_OFFSET = 17_000
const PATIENCE_MS = 240_000

/** Lets a vendor stream events while workers die, and looks at what is stored and what was done. */
export async function runStreamChaos(options: StreamChaosOptions): Promise<StreamChaosReport> {
  const { seed, isHurried, databaseUrl, redisUrl } = options
  const faults = { streamDuplicate: 0.05, ...(isHurried && { streamLingersMs: 0 }) }
  await using parts = new AsyncDisposableStack()
  const database = parts.use(await openDatabase({ url: databaseUrl }))
  const vendor = parts.use(await opera.simulate({ bookings: BOOKINGS, rooms: 10, guests: 20, seed, faults }))
  const vault = createVault({ keys: [{ id: 'k1', key: new Secret(KEY) }] })
  const services = createTestServices(database, { vault })
  const hotel = await connectStreamHotel(services, 'opera', vendor)
  await watchWrites(database)
  const env = {
    ...{ JWT_SECRET, DATABASE_URL: databaseUrl, ENCRYPTION_KEYS: `k1:${KEY.toString('base64')}` },
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  const port = await freePort()
  const start = (index: number) => startMember({ name: `worker-${index}`, role: 'worker', env, port })
  const workers = await Promise.all(Array.from({ length: options.workers }, (_, index) => start(index)))
  for (const worker of workers) parts.use(worker)
  const world: StreamWorld = {
    ...{ database, vendor, workers, hotel, isHurried },
    ...{ random: new Random(seed), found: {} },
  }
  await until(async () => (await streamOf(database, hotel)).state === 'CATCHING_UP')
  await settleBackfill(database, hotel)
  await until(async () => (await streamOf(database, hotel)).state === 'LIVE')
  const told = await tellAll(world, options)
  vendor.setFaults(faults)
  await settle(world, told)
  return {
    wrong: await lookAt(world, told),
    figures: { events: told, connections: vendor.connections?.opened ?? 0, ...world.found },
    output: workers.map((worker) => `=== ${worker.name}\n${worker.output()}`).join('\n'),
  }
}

/** A clerk changes bookings one after the other, and does not wait for whoever dies. @returns how many events there were */
async function tellAll(world: StreamWorld, { events, everyMs, strikes, tell }: StreamChaosOptions): Promise<number> {
  const { vendor, random } = world
  const moments = strikes.map(() => random.int(Math.floor(events * 0.05), Math.floor(events * 0.9)))
  moments.sort((a, b) => a - b)
  let struck = 0
  let striking: Promise<unknown> | null = null
  for (let told = 0; told < events; told++) {
    const strike = strikes[struck]
    if (strike !== undefined && told >= (moments[struck] ?? 0)) {
      // The next part of the world breaks when the one before is whole again.
      await striking
      tell(`after ${told} events: ${strike}`)
      striking = strikeStream(world, strike)
      struck += 1
    }
    vendor.data.edit('bookings', random.int(0, BOOKINGS - 1))
    await delay(everyMs)
  }
  await striking
  for (let index = 0; index < BOOKINGS; index++) vendor.data.edit('bookings', index)
  return events + BOOKINGS
}

/** Whatever waits for a time is let through where it is in a hurry. */
async function settle({ database, hotel, isHurried }: StreamWorld, told: number): Promise<void> {
  const last = String(FIRST_OFFSET + told - 1)
  await until(async () => {
    if (isHurried) await database.query('UPDATE pms_stream SET ready_at = now() WHERE ready_at > now()')
    return (await streamOf(database, hotel)).offset === last
  })
  const left = `SELECT FROM pms_webhook_event WHERE status IN ('RECEIVED', 'FAILED') LIMIT 1`
  await until(async () => {
    await database.query(`UPDATE pms_webhook_event SET next_attempt_at = now() WHERE status = 'FAILED'`)
    return (await database.query(left)).length === 0
  })
}

/** Tries for minutes; whoever looks at the tables finds what never came. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const givenUpAtMs = performance.now() + PATIENCE_MS
  while (performance.now() < givenUpAtMs && !(await isSo())) await delay(100)
}

/** Every time that a booking is written. */
async function watchWrites(database: Database): Promise<void> {
  await database.query(`CREATE TABLE written (id bigserial, external_id text, content_hash text, at timestamptz)`)
  await database.query(`CREATE FUNCTION note_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    INSERT INTO public.written (external_id, content_hash, at)
    VALUES (NEW.external_id, NEW.content_hash::text, NEW.external_updated_at);
    RETURN NULL; END $$`)
  await database.query(`CREATE TRIGGER note_write AFTER INSERT OR UPDATE ON pms_booking
    FOR EACH ROW EXECUTE FUNCTION note_write()`)
}

async function lookAt({ database, vendor, hotel }: StreamWorld, told: number): Promise<string[]> {
  const wrong: string[] = []
  const rows = await database.query<{ id: string; status: string }>(
    'SELECT event_id AS id, status FROM pms_webhook_event WHERE hotel_id = $1',
    [hotel.hotelId],
  )
  const times = Map.groupBy(rows, ({ id }) => id)
  for (let n = 0; n < told; n++) {
    const count = times.get(`event-${FIRST_OFFSET + n}`)?.length ?? 0
    if (count !== 1) wrong.push(`event ${n} of ${told} is stored ${count} times`)
  }
  for (const { id, status } of rows) if (status !== 'PROCESSED') wrong.push(`${id} is ${status}`)
  wrong.push(...(await differencesOf(database, { hotelId: hotel.hotelId, simulator: vendor }, 'bookings')))
  const twice = await database.query<{ which: string }>(
    `SELECT external_id || ' at write ' || id AS which FROM (SELECT *, lag(content_hash) OVER w AS before,
       lag(at) OVER w AS before_at FROM written WINDOW w AS (PARTITION BY external_id ORDER BY id)) AS t
     WHERE content_hash = before OR at < before_at`,
  )
  wrong.push(...twice.map(({ which }) => `a change was applied twice or taken back: ${which}`))
  const { mostOpen } = vendor.connections ?? { mostOpen: 0 }
  if (mostOpen !== 1) wrong.push(`${mostOpen} connections were open at once`)
  return wrong
}

import { randomUUID } from 'node:crypto'
import { repeat } from '../../src/jobs/repeat.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { getProviderAdapter } from '../../src/providers/registry.ts'
import type { Simulator } from '../../src/providers/simulator.ts'
import type { ServiceParts, Services } from '../../src/services.ts'
import { createTestServices } from './services.ts'

/** A hotel whose changes come by stream from a vendor's simulator, and a worker's services. */
export interface StreamHotel {
  readonly hotelId: string
  readonly provider: string
  readonly configurationId: string
}

/** What switches the stream on, beside what a simulator says. */
const SWITCH: Readonly<Record<string, object>> = {
  // Without the daily summary, which takes its time.
  opera: { chainCode: 'SIM', bookingsFrom: '2025-06-01', externalSystem: '' },
  mews: { stream: true },
}

export async function connectStreamHotel(
  services: Services,
  provider: string,
  vendor: Pick<Simulator, 'credentials' | 'settings' | 'externalHotelId'>,
  externalHotelId = vendor.externalHotelId,
): Promise<StreamHotel> {
  const hotelId = `hotel-${randomUUID()}`
  await services.database.query(
    `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $1, 'Test', 'Europe/Lisbon', 'EUR')`,
    [hotelId],
  )
  const { credentials } = vendor
  const settings = { ...vendor.settings, ...SWITCH[provider] }
  const configuration = await services.configurations.upsert({
    hotelId,
    provider,
    credentials,
    settings,
    externalHotelId,
  })
  await services.streams.guard()
  return { hotelId, provider, configurationId: configuration.id }
}

export interface StreamWorker extends AsyncDisposable {
  readonly services: Services
  /** Ends it as a shutdown does. */
  end(): Promise<void>
}

/** A process that takes every stream which is due, and empties its inboxes. */
export function startStreams(database: Database, changes: Partial<ServiceParts> = {}): StreamWorker {
  const shutdown = new AbortController()
  const underWay = new Set<Promise<void>>()
  const services = createTestServices(database, { adapters: getProviderAdapter, ...changes })
  const look = async () => {
    for (let lease = await services.streams.claim(); lease !== null; lease = await services.streams.claim()) {
      const work = services.streams.work(lease, { shutdown: shutdown.signal }).finally(() => underWay.delete(work))
      underWay.add(work)
    }
  }
  const loop = repeat(20, look, (error) => {
    throw error
  })
  const end = async () => {
    shutdown.abort(new Error('The worker is shutting down.'))
    await loop[Symbol.asyncDispose]()
    await Promise.all(underWay)
  }
  return { services, end, [Symbol.asyncDispose]: end }
}

export interface StreamFacts {
  state: string
  offset: string | null
  reason: string | null
  closeCode: number | null
  failures: number
  connections: number
  waitMs: number
}

export async function streamOf(database: Database, { configurationId }: StreamHotel): Promise<StreamFacts> {
  const [row] = await database.query<StreamFacts>(
    `SELECT s.state, s.stream_offset AS "offset", s.reason, s.last_close_code AS "closeCode", s.failures, s.connections,
       (extract(epoch FROM s.ready_at - now()) * 1000)::float8 AS "waitMs"
     FROM pms_stream s JOIN pms_configuration c ON c.stream_key = s.key WHERE c.id = $1`,
    [configurationId],
  )
  if (row === undefined) throw new Error('There is no stream of this configuration')
  return row
}

/** What stands in the way of events: the sync that is owed for what the stream could not tell. */
export const settleBackfill = (database: Database, { configurationId }: StreamHotel) =>
  database.query(
    'UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL, backfilled_at = now() WHERE configuration_id = $1',
    [configurationId],
  )

/** Executes the syncs that are owed, as a worker does: slices of one type take turns. */
export async function fetchGaps({ inbox, engine }: Services): Promise<void> {
  const claim = () => engine.claim({ isOldest: false, without: [] })
  await inbox.guardGaps()
  for (let run = await claim(); run !== null; run = await claim()) {
    await engine.work(run, {})
    await inbox.guardGaps()
  }
}

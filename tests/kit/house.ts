import { randomUUID } from 'node:crypto'
import { startWorker } from '../../src/jobs/worker.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { QueueBackend } from '../../src/platform/queue/queue.ts'
import type { SyncRequest } from '../../src/sync/run/request.ts'
import { bookings, type ScriptedVendor, scriptedVendor } from './scripted-provider.ts'
import { silentLog } from './services.ts'
import { createTestHotel, insertHotel } from './test-hotel.ts'

export interface HouseOptions {
  readonly pagesInHand?: number
  /** Tells workers of runs that are due; default: they look by themselves. */
  readonly enqueue?: (syncLogId: string) => Promise<void>
}

/** A process of the service, with hotels at several vendors that know nothing of each other. */
export async function openHouse(
  database: Database,
  vendors: Record<string, ScriptedVendor>,
  { pagesInHand = 2, enqueue = async () => {} }: HouseOptions = {},
) {
  const find = (key: string) => vendors[key]?.adapter ?? scriptedVendor(key).adapter
  const { services } = await createTestHotel(database, { adapters: find, pagesInHand, enqueue })
  const { engine } = services
  return {
    engine,
    async addHotel(provider: string, request: Partial<SyncRequest> = {}) {
      const hotelId = `${provider}-${randomUUID()}`
      // An account each: what they share is the process.
      const account = { credentials: { apiKey: hotelId }, settings: {}, externalHotelId: null }
      await insertHotel(database, hotelId, provider, account)
      return engine.request({ hotelId, provider, entityType: 'BOOKING', trigger: 'MANUAL', ...request })
    },
    async ended(status = 'COMPLETED') {
      const rows = await database.query<{ id: string }>(
        'SELECT id FROM pms_sync_log WHERE status = $1 ORDER BY completed_at, id',
        [status],
      )
      return rows.map(({ id }) => id)
    },
    work: ({ backend }: { backend: QueueBackend }, { sliceMs = 2_000, lookMs = 20 } = {}) =>
      startWorker({
        ...{ backend, engine, database: services.database, clock: services.clock, log: silentLog },
        timing: { lookMs, scheduleMs: 3_600_000, sliceMs, graceMs: 100 },
      }),
    services,
  }
}

export function vendorOf(
  key: string,
  count: number,
  beforePage: ScriptedVendor['beforePage'] = () => {},
): ScriptedVendor {
  return Object.assign(scriptedVendor(key), { items: { bookings: bookings(count), rooms: [], guests: [] }, beforePage })
}

/** A vendor that never answers. */
export const silence = () => new Promise<never>(() => {})

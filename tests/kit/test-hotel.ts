import { randomUUID } from 'node:crypto'
import { credentialsContext } from '../../src/configurations/credentials.ts'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import type { Database, Row } from '../../src/platform/database/database.ts'
import type { ServiceParts, Services } from '../../src/services.ts'
import type { SyncEngine } from '../../src/sync/engine.ts'
import type { SyncRequest } from '../../src/sync/run/request.ts'
import { recordingPubSub } from './memory-pubsub.ts'
import { type ScriptedVendor, scriptedVendor } from './scripted-provider.ts'
import { createTestServices, silentLog, testVault } from './services.ts'

/** One hotel of its own at a scripted vendor, with an engine that executes runs when the test says so. */
export interface TestHotel {
  readonly hotelId: string
  readonly vendor: ScriptedVendor
  readonly engine: SyncEngine
  readonly services: Services
  readonly pubsub: ReturnType<typeof recordingPubSub>
  /** Run ids that were handed to the queue. */
  readonly queued: string[]
  /** Requests a sync of bookings and runs it to its end. */
  sync(request?: Partial<SyncRequest>): Promise<SyncLog>
  request(request?: Partial<SyncRequest>): Promise<SyncLog>
  rows(columns?: string): Promise<Row[]>
  /** Another process: the same parts, services of its own. */
  another(changes?: Partial<ServiceParts>): Services
}

export async function createTestHotel(database: Database, changes: Partial<ServiceParts> = {}): Promise<TestHotel> {
  const hotelId = `hotel-${randomUUID()}`
  const vendor = scriptedVendor()
  const pubsub = recordingPubSub()
  const queued: string[] = []
  const services = createTestServices(database, {
    pubsub,
    adapters: () => vendor.adapter,
    openContext: ({ connection, signal }) => ({
      stored: { latest: async () => connection.credentials, replace: async () => {} },
      ...connection,
      signal,
      clock: services.clock,
      log: silentLog,
      http: { send: noWire },
      sockets: { connect: noWire },
      tokens: { use: noWire },
      memory: { get: () => undefined, keep: () => {} },
      report: () => {},
    }),
    enqueue: async (id) => void queued.push(id),
    ...changes,
  })
  const { engine } = services
  await insertHotel(database, hotelId, vendor.adapter.key)
  const request = (asked: Partial<SyncRequest> = {}) =>
    engine.request({ hotelId, provider: vendor.adapter.key, entityType: 'BOOKING', trigger: 'MANUAL', ...asked })
  return {
    hotelId,
    vendor,
    engine,
    services,
    pubsub,
    queued,
    request,
    sync: async (asked) => engine.run((await request(asked)).id),
    rows: (columns = '*') =>
      database.query(`SELECT ${columns} FROM pms_booking WHERE hotel_id = $1 ORDER BY external_id`, [hotelId]),
    another: (more = {}) => createTestServices(database, { ...services, ...more }),
  }
}

export async function insertHotel(
  database: Database,
  hotelId: string,
  provider: string,
  account: { credentials: object; settings: object; externalHotelId: string | null } = {
    credentials: { apiKey: 'k' },
    settings: {},
    externalHotelId: null,
  },
): Promise<void> {
  await database.query(
    `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $1, 'Test', 'Europe/Lisbon', 'EUR')`,
    [hotelId],
  )
  const sealed = testVault.seal(JSON.stringify(account.credentials), credentialsContext({ hotelId, provider }))
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, settings, external_hotel_id)
     VALUES ($1, $2, $3, $4, $5, $6)`,
    [randomUUID(), hotelId, provider, sealed, JSON.stringify(account.settings), account.externalHotelId],
  )
}

const noWire = () => Promise.reject(new Error('The scripted vendor has no wire'))

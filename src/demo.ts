import { setInterval } from 'node:timers'
import type { App } from './app.ts'
import { registerHotel, requireHotelRow } from './hotels/hotels.ts'
import { repeat } from './jobs/repeat.ts'
import type { Logger } from './platform/logger.ts'
import { mock } from './providers/mock/index.ts'
import type { PmsProviderAdapter } from './providers/provider.ts'
import { listProviderAdapters } from './providers/registry.ts'
import type { Simulator } from './providers/simulator.ts'
import { ENTITY_TYPES } from './records/entity-type.ts'

/** One hotel on the mock PMS, or one on every provider. */
export const DEMOS = ['mock', 'all', 'none'] as const
export type Demo = (typeof DEMOS)[number]

const SIZE = { bookings: 300, rooms: 60, guests: 200 }
/** How often somebody looks at a demo hotel's desk. */
const DESK_MS = 45_000
/** How often it is looked whether a demo hotel has lost the process that ran it. */
const LOOK_MS = 5_000

/**
 * Hotels for a first look: their vendors' simulators run in this process and their first sync starts by itself. Guests come
 * and go, rooms are cleaned and clerks change bookings by the clock, which a webhook or the next scheduled sync brings over.
 * One process of a database runs them: another one shows them just as well, and takes over when the first one has gone.
 */
export async function startDemo(app: App, log: Logger, demo: Demo): Promise<AsyncDisposable> {
  const adapters = { mock: [mock], all: listProviderAdapters(), none: [] }[demo]
  const hotels = await Promise.all(adapters.map((adapter) => keepHotel(app, log, adapter)))
  return {
    [Symbol.asyncDispose]: async () => void (await Promise.all(hotels.map((hotel) => hotel[Symbol.asyncDispose]()))),
  }
}

async function keepHotel(app: App, log: Logger, adapter: PmsProviderAdapter): Promise<AsyncDisposable> {
  const hotelId = demoHotelOf(adapter)
  let running: AsyncDisposable | null = null
  const stop = async () => {
    await running?.[Symbol.asyncDispose]()
    running = null
  }
  const look = async () => {
    if (running !== null) return
    await using parts = new AsyncDisposableStack()
    const hold = parts.use(await app.holdAlone(`demo ${hotelId}`))
    if (hold === null) return
    parts.use(await startHotel(app, log, adapter))
    running = parts.move()
    void hold.lost.then(stop)
  }
  await look()
  if (running === null) log.info({ hotelId }, `Another process of this database runs the ${hotelId} hotel; joined it`)
  const looking = repeat(LOOK_MS, look, (error) => log.warn({ err: error, hotelId }, 'The demo hotel does not run'))
  return {
    async [Symbol.asyncDispose]() {
      await looking[Symbol.asyncDispose]()
      await stop()
    },
  }
}

const demoHotelOf = ({ key }: PmsProviderAdapter) => (key === mock.key ? 'demo' : `demo-${key}`)

async function startHotel(app: App, log: Logger, adapter: PmsProviderAdapter): Promise<AsyncDisposable> {
  const { database, configurations, engine } = app
  const { key, name } = adapter
  const hotelId = demoHotelOf(adapter)
  const isNew = await requireHotelRow(database, hotelId).then(
    () => false,
    () => true,
  )
  const place = { timeZone: 'Europe/Lisbon', currency: 'EUR' }
  const title = key === mock.key ? 'Demo Hotel Lisboa' : `Demo Hotel on ${name}`
  const hotel = await registerHotel(database, { id: hotelId, slug: hotelId, name: title, ...place })
  // Opened when the hotel was registered, so that a restart finds it where its clock is by then.
  const simulator = await adapter.simulate({ ...SIZE, ...place, since: hotel.createdAt, clock: app.clock })
  const { credentials, settings, externalHotelId } = simulator
  const schedule = isNew ? { syncSchedule: '*/5 * * * *' } : {}
  await configurations.upsert({ hotelId, provider: key, credentials, settings, externalHotelId, ...schedule })
  await subscribe(app, simulator, hotelId, key)
  if (isNew) await firstSync(engine, log, hotelId, adapter)
  const desk = setInterval(() => workAtDesk(simulator), DESK_MS).unref()
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(desk)
      await simulator[Symbol.asyncDispose]()
    },
  }
}

/** The key is known to nobody after a stop, so that each start makes a new one. */
async function subscribe({ inbox, url }: App, simulator: Simulator, hotelId: string, provider: string): Promise<void> {
  if (url === null || simulator.subscribe === undefined) return
  const { key, secret } = await inbox.rotateKeys({ hotelId, provider, actor: 'demo' })
  simulator.subscribe({ url: `${url}/api/pms/${provider}/webhooks/${key}`, secret })
}

async function firstSync(
  engine: App['engine'],
  log: Logger,
  hotelId: string,
  { key }: PmsProviderAdapter,
): Promise<void> {
  for (const entityType of ENTITY_TYPES) {
    await engine
      .request({ hotelId, provider: key, entityType, trigger: 'MANUAL', triggeredBy: 'demo' })
      .catch((error) => log.debug({ hotelId, entityType, err: error }, 'Not synced at the start'))
  }
}

/** Whoever is due comes, goes, cleans; and somebody notes something in a booking. */
function workAtDesk({ data }: Simulator): void {
  data.catchUp()
  data.edit('bookings', Math.floor(Math.random() * data.items('bookings').length))
}

import type { App } from '../src/app.ts'
import { type ChannexSimulator, simulateChannex } from '../src/distribution/channex/simulator.ts'
import { registerHotel } from '../src/hotels/hotels.ts'
import { cloudbeds } from '../src/providers/cloudbeds/index.ts'
import { mews } from '../src/providers/mews/index.ts'
import { mock } from '../src/providers/mock/index.ts'
import type { PmsProviderAdapter } from '../src/providers/provider.ts'
import type { Simulator } from '../src/providers/simulator.ts'
import { ENTITY_TYPES, type EntityType, recordTypes } from '../src/records/entity-type.ts'
import { syncedEntities } from '../src/sync/synced/synced-entities.ts'
import { slicesOf } from '../src/sync/synced/synced-entity.ts'

/** Hotels in each state that the dashboard tells, on simulators, with a morning behind them. */
export interface Morning extends AsyncDisposable {
  /** Of the hotel with failures, messages and a sync at work. */
  readonly hotelId: string
  readonly runId: string
  readonly failureId: string
  /** With an open change. */
  readonly bookingId: string
  /** Set of changes that has been looked at. */
  readonly setId: string
  readonly runningSetId: string
  readonly eventId: string
}

interface Place {
  readonly id: string
  readonly name: string
  readonly timeZone: string
  readonly adapter: PmsProviderAdapter
  readonly bookings?: number
}

/** @param app in a role without a worker: what runs, and when, is decided here */
export async function startMorning(app: App): Promise<Morning> {
  await using parts = new AsyncDisposableStack()
  const start = async (place: Place) => parts.use(await startHotel(app, place))
  const miramar = await start({
    id: 'miramar',
    name: 'Hotel Miramar',
    timeZone: 'Europe/Lisbon',
    adapter: mock,
    bookings: 900,
  })
  const alster = await start({ id: 'alster', name: 'Haus an der Alster', timeZone: 'Europe/Berlin', adapter: mews })
  const canal = await start({ id: 'canal', name: 'Canal House', timeZone: 'Europe/Amsterdam', adapter: cloudbeds })
  const sakura = await start({ id: 'sakura', name: 'Ryokan Sakura', timeZone: 'Asia/Tokyo', adapter: mock })
  const fjord = await start({ id: 'fjord', name: 'Fjord Lodge', timeZone: 'Europe/Oslo', adapter: mock })

  await alster.fail()
  await canal.age(22)
  await sakura.age(95)
  await fjord.pause('The hotel is closed until spring.')
  const eventId = await miramar.receive()
  const bookingId = await miramar.ask()
  const setId = await miramar.askMany()
  const runningSetId = await miramar.runMany()
  await sellThere(app, parts.use(await simulateChannex()), 'miramar')
  const runId = await miramar.spoil()
  await miramar.work()
  const [failure] = await app.database.query<{ id: string }>('SELECT id FROM pms_sync_failure ORDER BY path LIMIT 1')
  const opened = parts.move()
  return {
    ...{ hotelId: 'miramar', runId, eventId, bookingId, setId, runningSetId, failureId: failure?.id ?? '' },
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

/** A channel that took all but two days of one plan. */
async function sellThere({ database, distribution }: App, channel: ChannexSimulator, hotelId: string): Promise<void> {
  const series = await database.query<{ room: string; plan: string }>(
    `SELECT DISTINCT room_type_external_id AS room, rate_plan_external_id AS plan FROM pms_rate_month
     WHERE hotel_id = $1 ORDER BY 1, 2`,
    [hotelId],
  )
  const rooms = [...new Set(series.map(({ room }) => room))]
  await distribution.connect({
    ...{ hotelId, channel: 'channex', provider: mock.key, propertyId: channel.propertyId, currency: 'EUR' },
    ...{ credentials: channel.credentials, settings: channel.settings, changedBy: 'ada' },
    rooms: rooms.map((room) => ({ roomTypeExternalId: room, channelId: `at ${room}` })),
    plans: series.map(({ room, plan }) => ({
      ...{ roomTypeExternalId: room, ratePlanExternalId: plan, channelId: `${room} ${plan}` },
    })),
  })
  const soon = laterBy(40, new Date().toISOString().slice(0, 10))
  const covers = (from = '', to = from) => from <= soon && soon <= to
  const [first] = series
  channel.setFaults({
    refuses: ({ rate_plan_id, date, date_from = date, date_to, stop_sell }) =>
      stop_sell !== true && rate_plan_id === `${first?.room} ${first?.plan}` && covers(date_from, date_to)
        ? 'min_stay: out of range'
        : null,
  })
  for (let turn = 0; turn < 4; turn++) {
    const row = await distribution.claim()
    if (row === null) break
    await distribution.work(row)
    await database.query('UPDATE pms_channel SET ready_at = now(), look_at = now()')
  }
}

const ROUNDS = 8
const ROUND_MINUTES = 15

async function startHotel(app: App, { id, name, timeZone, adapter, bookings = 240 }: Place) {
  const { database, configurations, engine, inbox, changes } = app
  const [hotelId, provider] = [id, adapter.key]
  const simulator = await adapter.simulate({ bookings, rooms: 40, guests: 160, timeZone })
  const { credentials, settings, externalHotelId } = simulator
  await registerHotel(database, { id, slug: id, name, timeZone, currency: 'EUR' })
  const account = {
    hotelId,
    provider,
    credentials,
    externalHotelId,
    writeEnabled: true,
    syncSchedule: `*/${ROUND_MINUTES} * * * *`,
  }
  await configurations.upsert({ ...account, settings: adapter === mock ? { ...settings, pageSize: 20 } : settings })

  const types = ENTITY_TYPES.filter((type) => adapter.fetch[recordTypes[type].kind] !== undefined)
  const request = (entityType: EntityType, full: boolean, slice?: string) =>
    engine.request({
      ...(slice !== undefined && { slice }),
      hotelId,
      provider,
      entityType,
      full,
      trigger: full ? 'MANUAL' : 'SCHEDULED',
      triggeredBy: full ? 'ada' : 'schedule',
    })
  const sync = async (full = false) => {
    // A calendar takes as many requests as all the rest: once is enough to be seen.
    for (const type of full ? types : types.filter((each) => each !== 'RATE' && each !== 'AVAILABILITY'))
      for (const slice of slicesOf(syncedEntities[type])) await engine.run((await request(type, full, slice)).id)
  }
  /** As if everything up to now had been so many minutes ago. */
  const age = (minutes: number) => ageRuns(app, hotelId, minutes)

  const stopping = new AbortController()
  const look = async (setId: string) => {
    const claimed = await changes.sets.claim(setId)
    return claimed && changes.sets.work(claimed, stopping.signal)
  }
  let atWork: Promise<unknown> = Promise.resolve()
  for (let round = 0; round < ROUNDS; round++) {
    change(simulator, round)
    await sync(round === 0)
    if (round < ROUNDS - 1) await age(ROUND_MINUTES)
  }
  return {
    age,
    async fail() {
      simulator.setFaults({ unauthorized: true })
      await age(2 * ROUND_MINUTES)
      await sync()
      await age(ROUND_MINUTES)
      await sync()
    },
    pause: (pausedReason: string) =>
      configurations.upsert({ hotelId, provider, enabled: false, pausedReason, changedBy: 'ada' }),
    /** Messages of the system, worked off. Returns one. */
    async receive() {
      const { configuration, key, secret } = await inbox.rotateKeys({ hotelId, provider, actor: 'ada' })
      simulator.subscribe?.({ url: `${app.url}/api/pms/${provider}/webhooks/${key}`, secret })
      change(simulator, 3)
      await simulator.delivered?.()
      // What may have been missed before is not waited for.
      await database.query('UPDATE pms_webhook_endpoint SET backfill_owed_since = NULL WHERE configuration_id = $1', [
        configuration.id,
      ])
      await inbox.drain(configuration.id)
      const [event] = await database.query<{ id: string }>('SELECT id FROM pms_webhook_event WHERE hotel_id = $1', [
        hotelId,
      ])
      return event?.id ?? ''
    },
    /** A run that meets items which it cannot store. */
    async spoil() {
      simulator.setFaults({ malformedItem: 0.2 })
      const { id: runId } = await engine.run((await request('BOOKING', true)).id)
      simulator.setFaults({})
      return runId
    },
    /** Changes that people asked for: one is done, some are changed on both sides, one waits. */
    async ask() {
      const bookings = await database.query<{ id: string; externalId: string; checkOut: string }>(
        `SELECT id, external_id AS "externalId", check_out::text AS "checkOut" FROM pms_booking
         WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY check_in LIMIT 5`,
        [hotelId],
      )
      for (const [index, { id: entityId, externalId, checkOut }] of bookings.entries()) {
        const values = { checkOut: laterBy(2, checkOut) }
        const wish = { hotelId, action: 'BOOKING_CHANGE' as const, entityId, values, options: { pricing: 'REPRICE' } }
        const { id } = await changes.request({ ...wish, requestedBy: 'ada', reason: 'Asked for by telephone' })
        if (index === 2) continue
        if (index === 1 || index > 2) simulator.data.change('bookings', externalId, { checkOut: laterBy(1, checkOut) })
        const claimed = await changes.claim(id)
        if (claimed !== null) await changes.work(claimed)
      }
      return bookings[2]?.id ?? ''
    },
    /** The same departure for many bookings, looked at: some have moved meanwhile, some cannot leave before they come. */
    async askMany() {
      const bookings = await database.query<{ id: string; externalId: string; checkIn: string }>(
        `SELECT id, external_id AS "externalId", check_in::text AS "checkIn" FROM pms_booking
         WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY check_in OFFSET 40 LIMIT 48`,
        [hotelId],
      )
      const checkOut = laterBy(-1, bookings.at(-1)?.checkIn ?? '')
      const set = await changes.sets.create({
        ...{ hotelId, source: 'SELECTION', action: 'BOOKING_CHANGE', requestedBy: 'ada', options: { pricing: 'KEEP' } },
        reason: 'The fair is one day longer',
        lines: bookings.map(({ id }, at) => ({ line: at + 1, by: 'id', key: id, values: { checkOut } })),
      })
      for (const { externalId, checkIn } of [bookings[4], bookings[9]].flatMap((each) => each ?? []))
        simulator.data.change('bookings', externalId, { checkOut: laterBy(9, checkIn) })
      await look(set.id)
      return set.id
    },
    /** A set that runs, and of which a part is done. */
    async runMany() {
      const bookings = await database.query<{ id: string }>(
        `SELECT id FROM pms_booking WHERE hotel_id = $1 AND status = 'CONFIRMED' ORDER BY check_in OFFSET 90 LIMIT 120`,
        [hotelId],
      )
      const { id } = await changes.sets.create({
        ...{ hotelId, source: 'FILTER', action: 'BOOKING_NOTE', requestedBy: 'ada', reason: 'Works in the street' },
        lines: bookings.map((each, at) => ({
          line: at + 1,
          by: 'id',
          key: each.id,
          values: { note: 'Rooms to the yard' },
        })),
      })
      const previewHash = (await look(id))?.previewHash ?? ''
      await changes.sets.run({ hotelId, id, previewHash, actor: 'ada' })
      for (let round = 0; round < 3; round++) {
        await changes.sets.advance({ hotelId, id })
        const released = await database.query<{ id: string }>(
          `SELECT id FROM pms_change WHERE set_id = $1 AND state = 'PENDING' ORDER BY number LIMIT 25`,
          [id],
        )
        for (const change of released) {
          const claimed = await changes.claim(change.id)
          if (claimed !== null) await changes.work(claimed)
        }
      }
      return id
    },
    /** A run that is about half way for as long as somebody looks. */
    async work() {
      const { id: runId } = await request('GUEST', true)
      simulator.setFaults({ slowMs: 600_000, afterRequests: 5 })
      atWork = engine.run(runId, stopping.signal)
    },
    async [Symbol.asyncDispose]() {
      stopping.abort()
      await atWork
      await simulator[Symbol.asyncDispose]()
    },
  }
}

const laterBy = (days: number, day: string) => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)

function change({ data }: Simulator, count: number): void {
  for (let n = 0; n < count * 2; n++) data.edit('bookings', (n * 37) % data.items('bookings').length)
  if (count > 2) data.add('bookings')
}

async function ageRuns({ database }: App, hotelId: string, minutes: number): Promise<void> {
  await database.query(
    `UPDATE pms_sync_log SET queued_at = queued_at - by.span, started_at = started_at - by.span,
       completed_at = completed_at - by.span, watermark_at = watermark_at - by.span
     FROM (SELECT make_interval(mins => $2::integer)) AS by (span) WHERE hotel_id = $1`,
    [hotelId, minutes],
  )
}

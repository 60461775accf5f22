import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readCalendar } from '../../src/calendar/read-calendar.ts'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { DayRange, FetchKind, PmsProviderAdapter, RowKind } from '../../src/providers/provider.ts'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import type { SimulatorFaults } from '../../src/providers/simulator.ts'
import { type HarnessOptions, openHarness } from '../../src/providers/testing/harness.ts'
import { dayNumber, dayOf } from '../../src/records/days.ts'
import { ROW_KINDS, type SpanKind } from '../../src/records/entity-type.ts'
import { claimRun } from '../../src/sync/store/claim.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import type { SpanEntity } from '../../src/sync/synced/synced-entity.ts'
import { differencesOf, isOnlyGone } from '../chaos/truth.ts'
import { openTestDatabase } from '../kit/database.ts'
import { createTestServices } from '../kit/services.ts'
import { insertHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const entityOf = (kind: FetchKind) =>
  Object.values(syncedEntities).find((entity) => entity.kind === kind) ?? expect.unreachable(`no entity for ${kind}`)

const nightOf = (about: Readonly<Record<string, string>>, day: number) =>
  [
    ...Object.keys(about)
      .sort()
      .map((field) => about[field]),
    dayOf(day),
  ].join(' ')

function on(list: unknown, place: number): unknown {
  if (!Array.isArray(list)) return null
  if (!Array.isArray(list[0])) return list[place] ?? null
  const byPersons = list.map((line: unknown[]) => line[place] ?? null)
  return byPersons.every((value) => value === null) ? null : byPersons
}

/** A provider, its vendor and the engine with a database: everything real but the passing of time. */
async function openHotel(adapter: PmsProviderAdapter, options: HarnessOptions = {}) {
  const harness = await openHarness(adapter, options)
  const hotelId = randomUUID()
  await insertHotel(database, hotelId, adapter.key, harness.simulator)
  const { engine } = createTestServices(database, {
    clock: harness.clock,
    adapters: () => adapter,
    openContext: ({ signal, onWait }) => harness.context({ signal, ...(onWait && { onWait }) }),
  })
  /** Slice by slice; what a run is parked for passes on the clock of the vendor. */
  async function runThrough(id: string): Promise<SyncLog> {
    for (;;) {
      const claimed = (await claimRun(database, id, 10_000)) ?? expect.unreachable('the run is not due')
      const log = await engine.work(claimed)
      if (log.completedAt !== null) return log
      harness.wait(Math.max(log.readyAt.getTime() - Date.now(), 0))
      await database.query('UPDATE pms_sync_log SET ready_at = now() WHERE id = $1', [id])
    }
  }
  return {
    harness,
    hotelId,
    async sync(kind: FetchKind, asked: { full?: boolean } = {}): Promise<SyncLog> {
      const request = { hotelId, provider: adapter.key, entityType: entityOf(kind).type, trigger: 'MANUAL' } as const
      return runThrough((await engine.request({ ...request, ...asked })).id)
    },
    async stored(kind: RowKind) {
      const rows = await database.query<{ id: string; version: string }>(
        `SELECT external_id AS id, xmin::text AS version FROM ${entityOf(kind).table}
         WHERE hotel_id = $1 AND deleted_at IS NULL ORDER BY external_id`,
        [hotelId],
      )
      return rows
    },
    rooms: () =>
      database.query<{ externalId: string; status: string; cleaningStatus: string }>(
        `SELECT external_id AS "externalId", status, cleaning_status AS "cleaningStatus" FROM pms_room
         WHERE hotel_id = $1 ORDER BY 1`,
        [hotelId],
      ),
    /** Series and day → of what the vendor tells, what is stored. */
    async calendar(kind: SpanKind, days: DayRange) {
      const entity = entityOf(kind) as SpanEntity
      const query = { hotelId, ...days, only: {}, attributes: Object.keys(entity.attributes), maxSeries: 100 }
      const series = (await readCalendar(database, entity, query)) ?? []
      const stored = new Map<string, unknown>()
      for (const { externalIds, currency, lists } of series) {
        for (let day = dayNumber(days.from); day <= dayNumber(days.to); day++) {
          const values = Object.entries(lists).map(([name, list]) => [name, on(list, day - dayNumber(days.from))])
          const about = { ...externalIds, ...(currency && { currency }) }
          const said = values.filter(([, value]) => value !== null)
          if (said.length > 0) stored.set(nightOf(about, day), Object.fromEntries(said))
        }
      }
      // A vendor tells less than there are columns for.
      const told = this.meant(kind, days)
      return new Map(
        [...stored].map(([key, values]) => {
          const fields = Object.keys(told.get(key) ?? {})
          return [key, Object.fromEntries(fields.map((field) => [field, Object(values)[field]]))]
        }),
      )
    },
    /** The same as the vendor means it. */
    meant: (kind: SpanKind, days: DayRange) =>
      new Map(
        harness.simulator.data
          .nights(kind, days)
          .map(({ about, day, values }) => [
            nightOf(about, day),
            Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null)),
          ]),
      ),
    /** External ids as the vendor has them now. */
    expected: (kind: RowKind) =>
      harness.simulator.data
        .items(kind)
        .map((raw) => adapter.identify[kind]?.(raw) ?? '')
        .sort(),
    [Symbol.asyncDispose]: () => harness[Symbol.asyncDispose](),
  }
}

/** Cuts months, and months of every length. */
const DAYS = { from: '2026-10-20', to: '2027-03-07' }

const FAULTS: readonly (readonly [string, SimulatorFaults])[] = [
  ['429 that say how long', { rateLimited: 0.3, retryAfter: 'seconds' }],
  ['429 that do not say how long', { rateLimited: 0.2, retryAfter: 'none' }],
  ['server errors now and then', { serverError: 0.15 }],
  ['connections that are cut', { cut: 0.15 }],
  ['items that come twice', { duplicate: 0.3 }],
  ['items in any order', { reorder: true }],
  ['items that all have the same time', { equalTimestamps: true }],
  ['items that are edited while we walk', { editWhilePaging: 0.5 }],
]

describe.each(listProviderAdapters().map((adapter) => [adapter.key, adapter] as const))(
  '%s, synced into the database',
  (_, adapter) => {
    const kinds = ROW_KINDS.filter((kind) => adapter.fetch[kind] !== undefined)

    test('a first sync holds exactly what the vendor has; a second full one writes nothing', async () => {
      await using hotel = await openHotel(adapter)
      for (const kind of kinds) {
        expect(await hotel.sync(kind), kind).toMatchObject({ status: 'COMPLETED', itemsFailed: 0 })
        const stored = await hotel.stored(kind)
        expect(stored.map(({ id }) => id)).toEqual(hotel.expected(kind))
        expect(await hotel.sync(kind, { full: true }), kind).toMatchObject({
          status: 'COMPLETED',
          itemsCreated: 0,
          itemsUpdated: 0,
          itemsDeleted: 0,
        })
        expect(await hotel.stored(kind)).toEqual(stored)
      }
    })

    test.runIf(adapter.fetch.housekeeping)('a room is as housekeeping tells, whichever was read first', async () => {
      for (const order of [['rooms', 'housekeeping'] as const, ['housekeeping', 'rooms'] as const]) {
        await using hotel = await openHotel(adapter)
        for (const kind of order) await hotel.sync(kind)
        const told = new Map(hotel.harness.simulator.data.facts('housekeeping').map((room) => [room.externalId, room]))
        for (const { externalId, status, cleaningStatus } of await hotel.rooms()) {
          const { roomStatus, condition = 'UNKNOWN' } = told.get(externalId) ?? {}
          expect({ externalId, status }).toEqual({ externalId, status: roomStatus })
          const cleaning = { UNKNOWN: 'DIRTY', PICKUP: 'IN_PROGRESS' }[String(condition)] ?? condition
          expect({ externalId, cleaningStatus }).toEqual({ externalId, cleaningStatus: cleaning })
        }
      }
    })

    test.runIf(adapter.fetch.rates && adapter.fetch.availability)(
      'a calendar is stored whole; read once more, nothing of it is written',
      async () => {
        await using hotel = await openHotel(adapter, { ratePlans: 2, roomTypes: 2 })
        for (const kind of ['rates', 'availability'] as const) {
          const first = await hotel.sync(kind)
          expect(first, kind).toMatchObject({ status: 'COMPLETED', itemsFailed: 0 })
          expect(first.itemsCreated, kind).toBeGreaterThan(0)
          hotel.harness.clock.advance(60_000)
          const again = { status: 'COMPLETED', itemsCreated: 0, itemsUpdated: 0, itemsUnchanged: first.itemsProcessed }
          expect(await hotel.sync(kind), kind).toMatchObject(again)
          expect(await hotel.calendar(kind, DAYS)).toEqual(hotel.meant(kind, DAYS))
        }
      },
    )

    test('a full sync finds whatever differs, at the vendor and in its table', async () => {
      await using hotel = await openHotel(adapter)
      const { simulator, clock } = hotel.harness
      const differences = (kind: RowKind) => differencesOf(database, { hotelId: hotel.hotelId, simulator }, kind)
      for (const kind of kinds) await hotel.sync(kind)
      clock.advance(60_000)
      for (const kind of kinds) {
        simulator.data.edit(kind, 0)
        simulator.data.remove(kind, 1)
        simulator.data.add(kind)
        await database.query(
          `DELETE FROM ${entityOf(kind).table} WHERE id = (SELECT id FROM ${entityOf(kind).table}
             WHERE hotel_id = $1 AND external_id = $2)`,
          [hotel.hotelId, simulator.data.facts(kind)[2]?.externalId],
        )
        expect(await differences(kind), kind).not.toEqual([])
      }
      clock.advance(60_000)
      // Housekeeping tells rooms how they are, so that these are looked at last.
      for (const kind of kinds) await hotel.sync(kind, { full: true })
      for (const kind of kinds) {
        // What a walk proves nothing of stays.
        const isFound = (line: string) => adapter.proves?.[kind] === undefined || !isOnlyGone(line)
        expect((await differences(kind)).filter(isFound), kind).toEqual([])
      }
    })

    test.runIf(adapter.fetch.rates && adapter.fetch.availability)(
      'a sync of a calendar finds whatever differs, at the vendor and in its table',
      async () => {
        await using hotel = await openHotel(adapter, { ratePlans: 2, roomTypes: 3 })
        for (const kind of ['rates', 'availability'] as const) {
          await hotel.sync(kind)
          const { table } = entityOf(kind)
          const lists = kind === 'rates' ? 'amounts' : 'available'
          const ofHotel = `FROM ${table} WHERE hotel_id = $1 ORDER BY ctid LIMIT 1`
          await database.query(`DELETE FROM ${table} WHERE ctid = (SELECT ctid ${ofHotel})`, [hotel.hotelId])
          await database.query(`UPDATE ${table} SET ${lists} = NULL WHERE ctid = (SELECT ctid ${ofHotel})`, [
            hotel.hotelId,
          ])
          hotel.harness.simulator.data.remove('roomTypes', 0)
          hotel.harness.clock.advance(60_000)
          expect(await hotel.sync(kind), kind).toMatchObject({ status: 'COMPLETED' })
          expect(await hotel.calendar(kind, DAYS)).toEqual(hotel.meant(kind, DAYS))
        }
      },
    )

    test('an incremental sync brings over what was edited and added', async () => {
      await using hotel = await openHotel(adapter)
      await hotel.sync('bookings')
      hotel.harness.clock.advance(3_600_000)
      hotel.harness.simulator.data.edit('bookings', 3)
      hotel.harness.simulator.data.add('bookings')
      hotel.harness.clock.advance(1_000)
      expect(await hotel.sync('bookings')).toMatchObject({
        status: 'COMPLETED',
        operation: 'INCREMENTAL',
        itemsCreated: 1,
        itemsUpdated: 1,
      })
      expect((await hotel.stored('bookings')).map(({ id }) => id)).toEqual(hotel.expected('bookings'))
    })

    test('a full sync after an item was removed marks it as gone', async () => {
      await using hotel = await openHotel(adapter)
      await hotel.sync('bookings')
      hotel.harness.simulator.data.remove('bookings', 5)
      hotel.harness.clock.advance(60_000)
      expect(await hotel.sync('bookings', { full: true })).toMatchObject({ itemsDeleted: 1 })
      expect((await hotel.stored('bookings')).map(({ id }) => id)).toEqual(hotel.expected('bookings'))
    })

    test.each(FAULTS)('with %s everything arrives', async (_, faults) => {
      await using hotel = await openHotel(adapter, { faults })
      let log = await hotel.sync('bookings')
      // A vendor may fail more often than a sync has patience; the next one goes on from there.
      for (let tries = 0; log.status === 'FAILED' && tries < 10; tries += 1) {
        hotel.harness.clock.advance(600_000)
        log = await hotel.sync('bookings')
      }
      expect(log).toMatchObject({ status: 'COMPLETED' })
      hotel.harness.simulator.setFaults({})
      expect((await hotel.stored('bookings')).map(({ id }) => id)).toEqual(hotel.expected('bookings'))
    })

    test('with broken items the rest arrives and the broken ones are kept', async () => {
      await using hotel = await openHotel(adapter, { faults: { malformedItem: 1 } })
      const log = await hotel.sync('bookings')
      expect(log).toMatchObject({ status: 'PARTIAL' })
      expect(log.itemsFailed).toBeGreaterThan(0)
      expect(log.itemsCreated + log.itemsFailed).toBe(hotel.expected('bookings').length)
      hotel.harness.simulator.setFaults({})
      hotel.harness.clock.advance(60_000)
      expect(await hotel.sync('bookings', { full: true })).toMatchObject({
        status: 'COMPLETED',
        itemsCreated: log.itemsFailed,
      })
    })

    test('with keys that are refused it fails at once and says so', async () => {
      await using hotel = await openHotel(adapter, { faults: { unauthorized: true } })
      expect(await hotel.sync('bookings')).toMatchObject({ status: 'FAILED', errorCode: 'PROVIDER_UNAUTHORIZED' })
    })
  },
)

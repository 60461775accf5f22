import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { PmsIntegrationError } from '../../src/errors.ts'
import { runDueSchedules } from '../../src/jobs/scheduler.ts'
import { type OfProvider, plantSlices, runDueSlices, slicesOfProviders } from '../../src/jobs/slices.ts'
import { mock } from '../../src/providers/mock/index.ts'
import { protel } from '../../src/providers/protel/index.ts'
import { ENTITY_TYPES, type EntityType } from '../../src/records/entity-type.ts'
import type { SyncRequest } from '../../src/sync/run/request.ts'
import { nextDue, spreadMs, staggerMs } from '../../src/sync/synced/due.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { slicesOf } from '../../src/sync/synced/synced-entity.ts'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { addAccount } from '../kit/rows.ts'
import { silentLog } from '../kit/services.ts'
import { createTestHotel } from '../kit/test-hotel.ts'

const NEAR: OfProvider = { provider: 'mock', entityType: 'GUEST', slice: 'NEAR', every: '*/15 * * * *' }
const FAR: OfProvider = { ...NEAR, slice: 'FAR', every: '30 3 * * *' }

/** What is due is due for everyone: each of these tests has a database of its own. */
async function openScheduler() {
  const database = await openTestDatabase()
  const clock = { at: new Date(Date.now() + 3_600_000), now: () => clock.at }
  const requests: SyncRequest[] = []
  const scheduler = {
    database,
    clock,
    requests,
    answer: async (request: SyncRequest): Promise<void> => void requests.push(request),
    plant: (...slices: OfProvider[]) => plantSlices(database, slices),
    tick: () =>
      runDueSlices({
        database,
        engine: { request: async (request) => scheduler.answer(request).then(() => ({}) as SyncLog) },
        clock,
        log: silentLog,
      }),
    due: () =>
      database.query<{ slice: string; at: Date; retries: number }>(
        'SELECT slice, next_at AS at, retries FROM pms_sync_due ORDER BY slice',
      ),
    at: async (slice: string) => (await scheduler.due()).find((each) => each.slice === slice)?.at,
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
  return scheduler
}

const scheduled = (scheduler: Awaited<ReturnType<typeof openScheduler>>) =>
  addAccount(scheduler.database, { id: `hotel-${randomUUID()}`, syncSchedule: '0 * * * *' })

describe('planting', () => {
  test('gives slices to configurations with a schedule whose provider has the type, once', async () => {
    await using scheduler = await openScheduler()
    await scheduled(scheduler)
    await addAccount(scheduler.database)
    await scheduler.plant(NEAR, FAR, { ...NEAR, provider: 'protel' })
    const planted = await scheduler.due()
    expect(planted.map(({ slice }) => slice)).toEqual(['FAR', 'NEAR'])
    await scheduler.plant(NEAR, FAR)
    expect(await scheduler.due()).toEqual(planted)
  })

  test('knows which providers have the type, and that others follow the schedule', () => {
    const declared = { GUEST: { kind: 'guests', due: [{ slice: 'NEAR', every: '@hourly' }] } } as const
    expect(slicesOfProviders([mock, protel], declared)).toEqual([{ ...NEAR, every: '@hourly' }])
    expect(slicesOfProviders([mock], { GUEST: { kind: 'guests', due: 'SCHEDULE' } })).toEqual([])
  })

  test('has housekeeping due every few minutes, whatever the schedule is', () => {
    const [slice] = slicesOfProviders([mock]).filter(({ entityType }) => entityType === 'HOUSEKEEPING')
    expect(slice).toEqual({ provider: 'mock', entityType: 'HOUSEKEEPING', slice: '', every: '*/5 * * * *' })
  })

  test('gives other times with another release', async () => {
    await using scheduler = await openScheduler()
    await scheduled(scheduler)
    await scheduler.plant(FAR)
    await scheduler.tick()
    const night = await scheduler.at('FAR')
    await scheduler.plant({ ...FAR, every: '*/5 * * * *' })
    expect((await scheduler.at('FAR'))?.getTime()).toBeLessThan(night?.getTime() ?? 0)
  })
})

test('another account of a hotel without a schedule is read slice by slice, each of them once', async () => {
  await using database = await openTestDatabase()
  const hotel = await createTestHotel(database)
  const { services, queued } = hotel
  const clock = { at: new Date(Date.now() + 60_000), now: () => clock.at }
  const scheduler = { ...services, database, clock, log: silentLog }
  await database.query('UPDATE pms_configuration SET next_sync_at = now()')
  await runDueSchedules(scheduler)
  for (let minute = 0; minute < 6; minute++) {
    clock.at = new Date(clock.at.getTime() + 61_000)
    await runDueSlices(scheduler)
    // One that gave way is queued again.
    for (let id = queued.shift(); id !== undefined; id = queued.shift()) await services.engine.run(id)
  }
  await eventually(async () => {
    const open = await database.query<{ id: string }>(
      `SELECT id FROM pms_sync_log WHERE status IN ('QUEUED', 'RUNNING')`,
    )
    for (const { id } of open) await services.engine.run(id)
    expect(open).toEqual([])
  })
  const runs = await database.query<{ type: EntityType; slice: string; status: string }>(
    'SELECT entity_type AS type, slice, status FROM pms_sync_log',
  )
  const wanted = ENTITY_TYPES.flatMap((type) => slicesOf(syncedEntities[type]).map((slice) => ({ type, slice })))
  expect(runs).toHaveLength(wanted.length)
  expect(runs).toEqual(expect.arrayContaining(wanted.map((each) => ({ ...each, status: 'COMPLETED' }))))
  expect(await database.query('SELECT FROM pms_sync_due')).toEqual([])
})

describe('a slice that is due', () => {
  test('is asked for by its name, and moves on to its own next time', async () => {
    await using scheduler = await openScheduler()
    const hotelId = await scheduled(scheduler)
    await scheduler.plant(NEAR, FAR)
    expect(await scheduler.tick()).toBe(2)
    expect(scheduler.requests.map(({ slice }) => slice).sort()).toEqual(['FAR', 'NEAR'])
    expect(scheduler.requests[0]).toMatchObject({ hotelId, entityType: 'GUEST', trigger: 'SCHEDULED' })
    const schedule = { hotelId, ...NEAR, timeZone: 'Europe/Lisbon' }
    expect(await scheduler.at('NEAR')).toEqual(nextDue(schedule, scheduler.clock.at))
    expect(await scheduler.tick()).toBe(0)
  })

  test('and was missed many times starts once', async () => {
    await using scheduler = await openScheduler()
    await scheduled(scheduler)
    await scheduler.plant(NEAR)
    scheduler.clock.at = new Date(Date.now() + 3 * 86_400_000)
    await scheduler.tick()
    expect(await scheduler.tick()).toBe(0)
    expect(scheduler.requests).toHaveLength(1)
  })

  test('rests while the configuration is paused or has no schedule', async () => {
    await using scheduler = await openScheduler()
    await scheduled(scheduler)
    await scheduler.plant(NEAR)
    await scheduler.database.query('UPDATE pms_configuration SET enabled = false')
    expect(await scheduler.tick()).toBe(0)
    await scheduler.database.query('UPDATE pms_configuration SET enabled = true, sync_schedule = NULL')
    expect(await scheduler.tick()).toBe(0)
    await scheduler.database.query(`UPDATE pms_configuration SET sync_schedule = '0 * * * *'`)
    expect(await scheduler.tick()).toBe(1)
  })

  test.each([
    ['another slice is under way, waits a minute for it', 'FAR', 60_000],
    ['it is under way itself, waits for its next time', 'NEAR', 0],
  ])('while %s', async (_, running, waitMs) => {
    await using scheduler = await openScheduler()
    const hotelId = await scheduled(scheduler)
    await scheduler.plant(NEAR)
    scheduler.answer = () => {
      const details = { syncLogId: randomUUID(), slice: running }
      return Promise.reject(new PmsIntegrationError('SYNC_ALREADY_RUNNING', 'busy', { details }))
    }
    await scheduler.tick()
    const next = nextDue({ hotelId, ...NEAR, timeZone: 'Europe/Lisbon' }, scheduler.clock.at)
    const waits = new Date(scheduler.clock.at.getTime() + waitMs)
    expect(await scheduler.at('NEAR')).toEqual(waitMs > 0 ? waits : next)
  })

  test('and that its type is not divided into any more is forgotten', async () => {
    await using scheduler = await openScheduler()
    await scheduled(scheduler)
    await scheduler.plant(NEAR)
    scheduler.answer = () => Promise.reject(new PmsIntegrationError('BAD_USER_INPUT', 'no', { field: 'slice' }))
    await scheduler.tick()
    expect(await scheduler.due()).toEqual([])
  })

  test('starts once with three workers that race', async () => {
    await using scheduler = await openScheduler()
    await Promise.all(Array.from({ length: 30 }, () => scheduled(scheduler)))
    await scheduler.plant(NEAR)
    await Promise.all([scheduler.tick(), scheduler.tick(), scheduler.tick()])
    expect(scheduler.requests).toHaveLength(30)
  })

  test('is asked for again after a failure with how often that was', async () => {
    await using scheduler = await openScheduler()
    await scheduled(scheduler)
    await scheduler.plant(NEAR)
    await scheduler.database.query('UPDATE pms_sync_due SET retries = 2')
    await scheduler.tick()
    expect(scheduler.requests).toMatchObject([{ slice: 'NEAR', retry: 2 }])
    expect(await scheduler.due()).toMatchObject([{ retries: 0 }])
  })
})

describe('times', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Lisbon', 'Pacific/Apia', 'Australia/Lord_Howe')
  const crons = fc.constantFrom('*/15 * * * *', '0 * * * *', '30 3 * * *', '0,5 * * * *', '0 9,17 * * *', '*/3 * * * *')
  const hotels = fc.uuid()

  test('of a hotel come after each other as its schedule does, none left out and none twice', () => {
    fc.assert(
      fc.property(
        zones,
        crons,
        hotels,
        fc.integer({ min: 0, max: 365 * 24 * 60 }),
        (timeZone, every, hotelId, minute) => {
          const schedule = { hotelId, provider: 'mock', entityType: 'GUEST', slice: 'NEAR', every, timeZone }
          const from = new Date(Date.UTC(2026, 0, 1, 0, minute))
          const times = [nextDue(schedule, from)]
          for (let i = 0; i < 5; i++) times.push(nextDue(schedule, times.at(-1) as Date))
          const shift = staggerMs(schedule)
          const plain = { ...schedule, every }
          for (const [i, at] of times.entries()) {
            const next = times[i + 1]
            if (next === undefined) break
            expect(next > at).toBe(true)
            // Whoever looks anywhere between the two finds the second.
            expect(nextDue(plain, new Date(next.getTime() - 1))).toEqual(next)
            expect(nextDue(plain, new Date(at.getTime() + 1))).toEqual(next)
          }
          expect(shift).toBeLessThan(spreadMs(every))
        },
      ),
      { numRuns: 60 },
    )
  })

  test('of many hotels are spread over the time between two runs, but an hour at most', () => {
    const shifts = Array.from({ length: 400 }, (_, i) =>
      staggerMs({ hotelId: `h${i}`, provider: 'mock', entityType: 'GUEST', slice: 'FAR', every: '30 3 * * *' }),
    )
    const quarters = [0, 1, 2, 3].map((n) => shifts.filter((ms) => Math.floor(ms / 900_000) === n).length)
    expect(Math.min(...quarters)).toBeGreaterThan(60)
    expect(Math.max(...shifts)).toBeLessThan(3_600_000)
  })
})

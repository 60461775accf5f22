import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { PmsIntegrationError } from '../../src/errors.ts'
import { claimDue, runDueSchedules } from '../../src/jobs/scheduler.ts'
import type { Database } from '../../src/platform/database/database.ts'
import { ENTITY_TYPES } from '../../src/records/entity-type.ts'
import type { SyncRequest } from '../../src/sync/run/request.ts'
import { syncedEntities } from '../../src/sync/synced/synced-entities.ts'
import { openTestDatabase } from '../kit/database.ts'
import { silentLog } from '../kit/services.ts'

/** The others have slices, each with a due time of its own. */
const BY_SCHEDULE = ENTITY_TYPES.filter((type) => syncedEntities[type].due === 'SCHEDULE')

/** What is due is due for everyone: each of these tests has a database of its own. */
async function openScheduler() {
  const database = await openTestDatabase()
  const clock = { at: new Date('2026-05-04T10:00:00Z'), now: () => clock.at }
  const requests: SyncRequest[] = []
  const scheduler = {
    database,
    clock,
    requests,
    /** What the engine does with a request; records it by default. */
    answer: async (request: SyncRequest): Promise<void> => void requests.push(request),
    async tick() {
      const engine = {
        request: async (request: SyncRequest) => {
          await scheduler.answer(request)
          return {} as SyncLog
        },
      }
      return runDueSchedules({ database, engine, clock, log: silentLog })
    },
    nextSyncAt: async (hotelId: string) => {
      const [row] = await database.query<{ at: Date | null }>(
        'SELECT next_sync_at AS at FROM pms_configuration WHERE hotel_id = $1',
        [hotelId],
      )
      return row?.at?.toISOString() ?? null
    },
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  }
  return scheduler
}

interface Schedule {
  cron?: string | null
  timeZone?: string
  dueAt?: string | null
  enabled?: boolean
}

async function addSchedule(database: Database, schedule: Schedule = {}): Promise<string> {
  const { cron = '0 * * * *', timeZone = 'UTC', dueAt = '2026-05-04T10:00:00Z', enabled = true } = schedule
  const hotelId = `hotel-${randomUUID()}`
  await database.query(
    `INSERT INTO pms_hotel (id, slug, name, time_zone, currency) VALUES ($1, $1, 'Test', $2, 'EUR')`,
    [hotelId, timeZone],
  )
  await database.query(
    `INSERT INTO pms_configuration (id, hotel_id, provider, credentials, enabled, sync_schedule, next_sync_at)
     VALUES ($1, $2, 'mock', '', $3, $4, $5)`,
    [randomUUID(), hotelId, enabled, cron, dueAt],
  )
  return hotelId
}

const typesOf = (requests: SyncRequest[]) => requests.map(({ entityType }) => entityType).sort()

describe('what is due', () => {
  test('starts a sync of every entity type and moves on to the next time', async () => {
    await using scheduler = await openScheduler()
    const hotelId = await addSchedule(scheduler.database)
    expect(await scheduler.tick()).toBe(1)
    expect(typesOf(scheduler.requests)).toEqual(BY_SCHEDULE.toSorted())
    expect(scheduler.requests[0]).toMatchObject({
      hotelId,
      provider: 'mock',
      trigger: 'SCHEDULED',
      triggeredBy: 'schedule',
    })
    expect(await scheduler.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
    expect(await scheduler.tick()).toBe(0)
  })

  test("is read on the hotel's clock", async () => {
    await using scheduler = await openScheduler()
    const hotelId = await addSchedule(scheduler.database, { cron: '30 3 * * *', timeZone: 'Pacific/Apia' })
    await scheduler.tick()
    expect(await scheduler.nextSyncAt(hotelId)).toBe('2026-05-04T14:30:00.000Z')
  })

  test('does not start when switched off, nor before its time', async () => {
    await using scheduler = await openScheduler()
    await addSchedule(scheduler.database, { enabled: false })
    await addSchedule(scheduler.database, { dueAt: '2026-05-04T10:00:01Z' })
    await addSchedule(scheduler.database, { dueAt: null })
    expect(await scheduler.tick()).toBe(0)
  })

  test('and was missed many times while no worker ran, starts once', async () => {
    await using scheduler = await openScheduler()
    const hotelId = await addSchedule(scheduler.database, { cron: '*/5 * * * *', dueAt: '2026-05-01T00:00:00Z' })
    await scheduler.tick()
    await scheduler.tick()
    expect(scheduler.requests).toHaveLength(BY_SCHEDULE.length)
    expect(await scheduler.nextSyncAt(hotelId)).toBe('2026-05-04T10:05:00.000Z')
  })

  test('starts in one tick, however many hotels it is', async () => {
    await using scheduler = await openScheduler()
    for (let i = 0; i < 35; i++) await addSchedule(scheduler.database)
    expect(await scheduler.tick()).toBe(35)
    expect(scheduler.requests).toHaveLength(35 * BY_SCHEDULE.length)
  })
})

describe('each due time starts once', () => {
  test('with three workers that race', async () => {
    await using scheduler = await openScheduler()
    const hotels = await Promise.all(Array.from({ length: 40 }, () => addSchedule(scheduler.database)))
    for (let hour = 10; hour < 15; hour++) {
      scheduler.requests.length = 0
      scheduler.clock.at = new Date(`2026-05-04T${hour}:00:02Z`)
      await Promise.all([scheduler.tick(), scheduler.tick(), scheduler.tick()])
      expect(scheduler.requests).toHaveLength(hotels.length * BY_SCHEDULE.length)
      expect(new Set(scheduler.requests.map((request) => request.hotelId + request.entityType)).size).toBe(
        hotels.length * BY_SCHEDULE.length,
      )
    }
  })

  test('with a clock that jumps an hour ahead and back', async () => {
    await using scheduler = await openScheduler()
    await addSchedule(scheduler.database)
    const started: string[] = []
    const tickAt = async (time: string) => {
      scheduler.clock.at = new Date(`2026-05-04T${time}Z`)
      if ((await scheduler.tick()) > 0) started.push(time)
    }
    const jumpsAhead = ['10:00:05', '10:01:00', '11:01:00', '11:02:00']
    const jumpsBack = ['10:03:00', '10:59:59', '11:00:05', '11:30:00', '12:00:05', '12:01:00']
    for (const time of [...jumpsAhead, ...jumpsBack]) await tickAt(time)
    expect(started).toEqual(['10:00:05', '11:01:00', '12:00:05'])
  })
})

describe('a worker that cannot finish', () => {
  test('and dies after its claim, leaves the schedule due a minute later', async () => {
    await using scheduler = await openScheduler()
    const hotelId = await addSchedule(scheduler.database)
    expect(await claimDue(scheduler.database, scheduler.clock.at)).toMatchObject([{ hotelId }])
    expect(await scheduler.tick()).toBe(0)
    scheduler.clock.at = new Date('2026-05-04T10:01:00Z')
    expect(await scheduler.tick()).toBe(1)
    expect(await scheduler.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
  })

  test('since the database was away, tries again a minute later, and starts what it can', async () => {
    await using scheduler = await openScheduler()
    const hotelId = await addSchedule(scheduler.database)
    const record = scheduler.answer
    scheduler.answer = async (request) => {
      if (request.entityType === 'BOOKING') throw new Error('Connection terminated unexpectedly')
      await record(request)
    }
    await scheduler.tick()
    expect(typesOf(scheduler.requests)).toEqual(BY_SCHEDULE.filter((type) => type !== 'BOOKING').sort())
    scheduler.answer = record
    scheduler.clock.at = new Date('2026-05-04T10:01:00Z')
    await scheduler.tick()
    expect(typesOf(scheduler.requests)).toContain('BOOKING')
    expect(await scheduler.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
  })

  test('leaves alone what a person saved in the meantime', async () => {
    await using scheduler = await openScheduler()
    const hotelId = await addSchedule(scheduler.database)
    scheduler.answer = async () =>
      void (await scheduler.database.query(
        `UPDATE pms_configuration SET next_sync_at = '2026-06-01T00:00:00Z' WHERE hotel_id = $1`,
        [hotelId],
      ))
    await scheduler.tick()
    expect(await scheduler.nextSyncAt(hotelId)).toBe('2026-06-01T00:00:00.000Z')
  })
})

test('what is due without a schedule, as after another account was entered, is asked for once, and each slice made due', async () => {
  await using scheduler = await openScheduler()
  const hotelId = await addSchedule(scheduler.database, { cron: null })
  await scheduler.tick()
  await scheduler.tick()
  expect(typesOf(scheduler.requests)).toEqual(BY_SCHEDULE.toSorted())
  const slices = await scheduler.database.query('SELECT entity_type AS type, slice, schedule FROM pms_sync_due')
  const declared = ENTITY_TYPES.flatMap((type) => {
    const { due } = syncedEntities[type]
    return due === 'SCHEDULE' ? [] : due.map(({ slice }) => ({ type, slice, schedule: '' }))
  })
  expect(slices).toEqual(expect.arrayContaining(declared))
  expect(slices).toHaveLength(declared.length)
  expect(new Set(scheduler.requests.map((request) => request.hotelId))).toEqual(new Set([hotelId]))
  expect(await scheduler.nextSyncAt(hotelId)).toBeNull()
})

describe('one bad configuration does not stop the others', () => {
  test.each([
    { problem: 'a schedule that nobody can read', cron: 'every now and then' },
    { problem: 'a time zone that does not exist', timeZone: 'Europe/Atlantis' },
  ])('$problem rests until it is saved again', async ({ problem: _, ...broken }) => {
    await using scheduler = await openScheduler()
    const bad = await addSchedule(scheduler.database, { ...broken, dueAt: '2026-05-04T09:00:00Z' })
    const good = await addSchedule(scheduler.database)
    await scheduler.tick()
    expect(new Set(scheduler.requests.map(({ hotelId }) => hotelId))).toEqual(new Set([good]))
    expect(await scheduler.nextSyncAt(bad)).toBeNull()
  })

  test.each(['SYNC_ALREADY_RUNNING', 'UNSUPPORTED_CAPABILITY', 'CONFIGURATION_DISABLED', 'UNKNOWN_PROVIDER'] as const)(
    'a request refused with %s waits for the next due time',
    async (code) => {
      await using scheduler = await openScheduler()
      const hotelId = await addSchedule(scheduler.database)
      const record = scheduler.answer
      scheduler.answer = async (request) => {
        if (request.entityType === 'BOOKING') throw new PmsIntegrationError(code, 'no')
        await record(request)
      }
      await scheduler.tick()
      expect(typesOf(scheduler.requests)).toEqual(BY_SCHEDULE.filter((type) => type !== 'BOOKING').sort())
      expect(await scheduler.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
    },
  )
})

describe('a time to try again', () => {
  async function addFailed(
    database: Database,
    hotelId: string,
    entityType: string,
    code: string,
    retry: number | null,
  ) {
    await database.query(
      `INSERT INTO pms_sync_log (id, hotel_id, provider, entity_type, operation, trigger, status, error_code, metadata)
       VALUES ($1, $2, 'mock', $3, 'FULL', 'SCHEDULED', 'FAILED', $4, $5)`,
      [randomUUID(), hotelId, entityType, code, retry === null ? null : JSON.stringify({ retry })],
    )
  }

  test('starts what failed for a reason that may be over, once, and leaves the due time alone', async () => {
    await using stage = await openScheduler()
    const hotelId = await addSchedule(stage.database, { dueAt: '2026-05-04T11:00:00Z' })
    await addFailed(stage.database, hotelId, 'BOOKING', 'PROVIDER_UNAVAILABLE', 2)
    await addFailed(stage.database, hotelId, 'ROOM', 'PROVIDER_UNAUTHORIZED', null)
    await stage.database.query(`UPDATE pms_configuration SET retry_at = '2026-05-04T10:00:00Z'`)
    expect(await stage.tick()).toBe(1)
    expect(stage.requests).toMatchObject([{ hotelId, entityType: 'BOOKING', trigger: 'SCHEDULED', retry: 3 }])
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
    stage.clock.at = new Date('2026-05-04T10:30:00Z')
    expect(await stage.tick()).toBe(0)
  })

  test('is over when the schedule itself is due', async () => {
    await using stage = await openScheduler()
    const hotelId = await addSchedule(stage.database)
    await stage.database.query(`UPDATE pms_configuration SET retry_at = '2026-05-04T10:00:00Z'`)
    expect(await stage.tick()).toBe(1)
    expect(typesOf(stage.requests)).toEqual(BY_SCHEDULE.toSorted())
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
    expect(await stage.tick()).toBe(0)
  })
})

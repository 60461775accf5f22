import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { PmsIntegrationError } from '../../src/errors.ts'
import { claimDue, runDueSchedules } from '../../src/jobs/scheduler.ts'
import type { Database } from '../../src/platform/database/database.ts'
import type { SyncRequest } from '../../src/sync/run/request.ts'
import { openTestDatabase } from '../kit/database.ts'
import { silentLog } from '../kit/services.ts'

/** What is due is due for everyone: each of these tests has a database of its own. */
async function setStage() {
  const database = await openTestDatabase()
  const clock = { at: new Date('2026-05-04T10:00:00Z'), now: () => clock.at }
  const requests: SyncRequest[] = []
  const stage = {
    database,
    clock,
    requests,
    /** What the engine does with a request; records it by default. */
    answer: async (request: SyncRequest): Promise<void> => void requests.push(request),
    async tick() {
      const engine = {
        request: async (request: SyncRequest) => {
          await stage.answer(request)
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
  return stage
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
    await using stage = await setStage()
    const hotelId = await addSchedule(stage.database)
    expect(await stage.tick()).toBe(1)
    expect(typesOf(stage.requests)).toEqual(['BOOKING', 'GUEST', 'ROOM'])
    expect(stage.requests[0]).toMatchObject({
      hotelId,
      provider: 'mock',
      trigger: 'SCHEDULED',
      triggeredBy: 'schedule',
    })
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
    expect(await stage.tick()).toBe(0)
  })

  test("is read on the hotel's clock", async () => {
    await using stage = await setStage()
    const hotelId = await addSchedule(stage.database, { cron: '30 3 * * *', timeZone: 'Pacific/Apia' })
    await stage.tick()
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T14:30:00.000Z')
  })

  test('does not start when switched off, nor before its time', async () => {
    await using stage = await setStage()
    await addSchedule(stage.database, { enabled: false })
    await addSchedule(stage.database, { dueAt: '2026-05-04T10:00:01Z' })
    await addSchedule(stage.database, { dueAt: null })
    expect(await stage.tick()).toBe(0)
  })

  test('and was missed many times while no worker ran, starts once', async () => {
    await using stage = await setStage()
    const hotelId = await addSchedule(stage.database, { cron: '*/5 * * * *', dueAt: '2026-05-01T00:00:00Z' })
    await stage.tick()
    await stage.tick()
    expect(stage.requests).toHaveLength(3)
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T10:05:00.000Z')
  })

  test('starts in one tick, however many hotels it is', async () => {
    await using stage = await setStage()
    for (let i = 0; i < 35; i++) await addSchedule(stage.database)
    expect(await stage.tick()).toBe(35)
    expect(stage.requests).toHaveLength(35 * 3)
  })
})

describe('each due time starts once', () => {
  test('with three workers that race', async () => {
    await using stage = await setStage()
    const hotels = await Promise.all(Array.from({ length: 40 }, () => addSchedule(stage.database)))
    for (let hour = 10; hour < 15; hour++) {
      stage.requests.length = 0
      stage.clock.at = new Date(`2026-05-04T${hour}:00:02Z`)
      await Promise.all([stage.tick(), stage.tick(), stage.tick()])
      expect(stage.requests).toHaveLength(hotels.length * 3)
      expect(new Set(stage.requests.map((request) => request.hotelId + request.entityType)).size).toBe(120)
    }
  })

  test('with a clock that jumps an hour ahead and back', async () => {
    await using stage = await setStage()
    await addSchedule(stage.database)
    const started: string[] = []
    const tickAt = async (time: string) => {
      stage.clock.at = new Date(`2026-05-04T${time}Z`)
      if ((await stage.tick()) > 0) started.push(time)
    }
    const jumpsAhead = ['10:00:05', '10:01:00', '11:01:00', '11:02:00']
    const jumpsBack = ['10:03:00', '10:59:59', '11:00:05', '11:30:00', '12:00:05', '12:01:00']
    for (const time of [...jumpsAhead, ...jumpsBack]) await tickAt(time)
    expect(started).toEqual(['10:00:05', '11:01:00', '12:00:05'])
  })
})

describe('a worker that cannot finish', () => {
  test('and dies after its claim, leaves the schedule due a minute later', async () => {
    await using stage = await setStage()
    const hotelId = await addSchedule(stage.database)
    expect(await claimDue(stage.database, stage.clock.at)).toMatchObject([{ hotelId }])
    expect(await stage.tick()).toBe(0)
    stage.clock.at = new Date('2026-05-04T10:01:00Z')
    expect(await stage.tick()).toBe(1)
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
  })

  test('since the database was away, tries again a minute later, and starts what it can', async () => {
    await using stage = await setStage()
    const hotelId = await addSchedule(stage.database)
    const record = stage.answer
    stage.answer = async (request) => {
      if (request.entityType === 'BOOKING') throw new Error('Connection terminated unexpectedly')
      await record(request)
    }
    await stage.tick()
    expect(typesOf(stage.requests)).toEqual(['GUEST', 'ROOM'])
    stage.answer = record
    stage.clock.at = new Date('2026-05-04T10:01:00Z')
    await stage.tick()
    expect(typesOf(stage.requests)).toContain('BOOKING')
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
  })

  test('leaves alone what a person saved in the meantime', async () => {
    await using stage = await setStage()
    const hotelId = await addSchedule(stage.database)
    stage.answer = async () =>
      void (await stage.database.query(
        `UPDATE pms_configuration SET next_sync_at = '2026-06-01T00:00:00Z' WHERE hotel_id = $1`,
        [hotelId],
      ))
    await stage.tick()
    expect(await stage.nextSyncAt(hotelId)).toBe('2026-06-01T00:00:00.000Z')
  })
})

describe('one bad configuration does not stop the others', () => {
  test.each([
    { problem: 'a schedule that nobody can read', cron: 'every now and then' },
    { problem: 'a time zone that does not exist', timeZone: 'Europe/Atlantis' },
    { problem: 'a time without a schedule', cron: null },
  ])('$problem rests until it is saved again', async ({ problem: _, ...broken }) => {
    await using stage = await setStage()
    const bad = await addSchedule(stage.database, { ...broken, dueAt: '2026-05-04T09:00:00Z' })
    const good = await addSchedule(stage.database)
    await stage.tick()
    expect(new Set(stage.requests.map(({ hotelId }) => hotelId))).toEqual(new Set([good]))
    expect(await stage.nextSyncAt(bad)).toBeNull()
  })

  test.each(['SYNC_ALREADY_RUNNING', 'UNSUPPORTED_CAPABILITY', 'CONFIGURATION_DISABLED', 'UNKNOWN_PROVIDER'] as const)(
    'a request refused with %s waits for the next due time',
    async (code) => {
      await using stage = await setStage()
      const hotelId = await addSchedule(stage.database)
      const record = stage.answer
      stage.answer = async (request) => {
        if (request.entityType === 'BOOKING') throw new PmsIntegrationError(code, 'no')
        await record(request)
      }
      await stage.tick()
      expect(typesOf(stage.requests)).toEqual(['GUEST', 'ROOM'])
      expect(await stage.nextSyncAt(hotelId)).toBe('2026-05-04T11:00:00.000Z')
    },
  )
})

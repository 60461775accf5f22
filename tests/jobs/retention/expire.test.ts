import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expire } from '../../../src/jobs/retention/expire.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { findWatermark } from '../../../src/sync/store/runs.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { addBooking, addFailure, addHotel, addSyncLog, addWebhookEvent } from '../../kit/rows.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const kept = { payloadDays: 30, tombstoneDays: 30, syncLogDays: 90, auditDays: 400 }
const now = new Date()
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)
const idOf = (days: number) => uuidv7({ msecs: ago(days).getTime() })
const expired = (batch = 2) => expire(database.within('*'), { kept, now, batch })

const idsOf = async (table: string, hotelId: string) =>
  (await database.query<{ id: string }>(`SELECT id FROM ${table} WHERE hotel_id = $1 ORDER BY id`, [hotelId])).map(
    ({ id }) => id,
  )

// One after the other: it deletes what is old of every hotel.
describe('what is old', { concurrent: false }, () => {
  test('messages of a PMS go when they are settled and old, in however many batches it takes', async () => {
    const hotelId = await addHotel(database)
    const add = (days: number, more = {}) =>
      addWebhookEvent(database, { id: idOf(days), hotelId, configurationId: randomUUID(), ...more })
    for (const days of [31, 32, 33, 34, 35]) await add(days)
    const [waiting, young] = [await add(60, { status: 'FAILED', nextAttemptAt: now }), await add(29)]
    expect((await expired()).get('pms_webhook_event')).toBe(5)
    expect(await idsOf('pms_webhook_event', hotelId)).toEqual([waiting.id, young.id])
  })

  test('syncs go with what they could not store, but not the one that the next goes on from', async () => {
    const hotelId = await addHotel(database)
    const add = (days: number, more = {}) =>
      addSyncLog(database, { id: idOf(days), hotelId, completedAt: ago(days), ...more })
    const old = await add(200, { watermarkAt: ago(200) })
    await addFailure(database, { hotelId, syncLogId: old.id })
    const needed = await add(100, { watermarkAt: ago(100) })
    const underWay = await add(95, { completedAt: null, status: 'RUNNING', entityType: 'ROOM' })
    const young = await add(89)
    await expired()
    expect(await idsOf('pms_sync_log', hotelId)).toEqual([needed.id, underWay.id, young.id])
    expect(await idsOf('pms_sync_failure', hotelId)).toEqual([])
    const walk = { hotelId, provider: 'mock', entityType: 'BOOKING' } as const
    expect(await findWatermark(database, walk)).toEqual(ago(100))
  })

  test('an item that was stored at last goes with what the PMS sent, one that was not stays as long as its sync', async () => {
    const hotelId = await addHotel(database)
    const { id: syncLogId } = await addSyncLog(database, { id: idOf(40), hotelId, completedAt: ago(40) })
    const resolved = { resolvedAt: ago(39), resolution: 'SYNCED' } as const
    await addFailure(database, { id: idOf(40), hotelId, syncLogId, ...resolved })
    const open = await addFailure(database, { id: idOf(40), hotelId, syncLogId })
    const young = await addFailure(database, { id: idOf(20), hotelId, syncLogId, ...resolved })
    await expired()
    expect(await idsOf('pms_sync_failure', hotelId)).toEqual([open.id, young.id])
  })

  test('rows that the PMS no longer has go a month later, all others stay', async () => {
    const hotelId = await addHotel(database)
    await addBooking(database, { hotelId, deletedAt: ago(31) })
    const rows = [
      await addBooking(database, { hotelId, deletedAt: ago(29) }),
      await addBooking(database, { hotelId, lastSyncedAt: ago(700) }),
    ]
    await expired()
    expect(await idsOf('pms_booking', hotelId)).toEqual(rows.map(({ id }) => id))
  })

  test('what was noted goes after its time, and never within 30 days', async () => {
    const hotelId = await addHotel(database)
    const note = (days: number) =>
      database.query(
        `INSERT INTO pms_audit_entry (id, hotel_id, actor, action, created_at) VALUES ($1, $2, 'test', 'test', $3)`,
        [idOf(days), hotelId, ago(days)],
      )
    for (const days of [401, 399, 29]) await note(days)
    await expired()
    expect(await idsOf('pms_audit_entry', hotelId)).toHaveLength(2)
    await expire(database.within('*'), { kept: { ...kept, auditDays: 0 }, now })
    expect(await idsOf('pms_audit_entry', hotelId)).toHaveLength(1)
  })

  test('hours are counted for as long as a month is shown, days for longer than a year', async () => {
    const hotelId = await addHotel(database)
    for (const days of [500, 40, 30]) {
      await addSyncLog(database, { id: idOf(days), hotelId, completedAt: ago(days), watermarkAt: ago(days) })
    }
    await expired()
    const rows = await database.query<{ bucket: string }>(
      `SELECT bucket FROM pms_sync_figure WHERE hotel_id = $1
     UNION ALL SELECT 'AGE' FROM pms_sync_age WHERE hotel_id = $1 ORDER BY 1`,
      [hotelId],
    )
    expect(rows.map(({ bucket }) => bucket)).toEqual(['AGE', 'DAY', 'DAY', 'HOUR'])
  })

  test('a set goes with everything of it: a week later if nobody has run it, with the audit otherwise', async () => {
    const hotelId = await addHotel(database)
    const add = async (created: number, ended: number | null) => {
      const id = uuidv7()
      await database.query(
        `INSERT INTO pms_change_set (id, hotel_id, provider, account, action, source, state, requested_by, canary,
           stop_percent, total, created_at, ended_at)
         VALUES ($1, $2, 'mock', 'a', 'BOOKING_CANCEL', 'CSV', $3, 'x', 5, 5, 3, $4, $5)`,
        [id, hotelId, ended === null ? 'DRAFT' : 'PARTIAL', ago(created), ended && ago(ended)],
      )
      await database.query(
        `WITH changes AS (
           INSERT INTO pms_change (id, hotel_id, provider, account, entity_type, entity_id, external_id, action, groups,
             state, expires_at, requested_by, set_id, ended_at)
           SELECT gen_random_uuid(), $1, 'mock', 'a', 'BOOKING', gen_random_uuid(), 'b', 'BOOKING_CANCEL', '["STATUS"]', $3,
             now(), 'x', $2, $4 FROM generate_series(1, 3) RETURNING id)
         INSERT INTO pms_change_set_item (id, hotel_id, set_id, line, change_id, given)
         SELECT gen_random_uuid(), $1, $2, row_number() OVER (), id, 'b' FROM changes`,
        [hotelId, id, ended === null ? 'DRAFT' : 'REJECTED', ended && ago(ended)],
      )
      return id
    }
    await add(8, null)
    await add(500, 401)
    const [draft, old, young] = [await add(6, null), await add(500, 399), await add(29, 29)]
    await expired()
    expect((await idsOf('pms_change_set', hotelId)).sort()).toEqual([draft, old, young].sort())
    const left = await database.query<{ id: string; items: number; changes: number; given: number }>(
      `SELECT i.set_id AS id, count(*) AS items, count(c.id) AS changes, count(i.given) AS given
       FROM pms_change_set_item i LEFT JOIN pms_change c ON c.id = i.change_id WHERE i.hotel_id = $1 GROUP BY 1`,
      [hotelId],
    )
    expect(new Map(left.map(({ id, ...each }) => [id, each]))).toEqual(
      new Map([
        [draft, { items: 3, changes: 3, given: 3 }],
        [old, { items: 3, changes: 3, given: 0 }],
        [young, { items: 3, changes: 3, given: 3 }],
      ]),
    )
    expect(await idsOf('pms_change', hotelId)).toHaveLength(9)
  })
})

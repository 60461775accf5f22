import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { openTestDatabase } from '../kit/database.ts'
import type { ScriptedItem } from '../kit/scripted-provider.ts'
import { createTestHotel, type TestHotel } from '../kit/test-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const aRoom = (externalId: string, changes: Partial<ScriptedItem> = {}): ScriptedItem => ({
  ...{ externalId, externalUpdatedAt: null, roomNumber: externalId, status: 'AVAILABLE', cleaningStatus: 'CLEAN' },
  ...changes,
})

const historyOf = ({ hotelId }: TestHotel) =>
  database.query(
    `SELECT r.external_id AS room, field, before, after, h.sync_log_id AS run, seen_at = r.last_synced_at AS "isRead"
     FROM pms_history h JOIN pms_room r ON r.id = h.row_id WHERE h.hotel_id = $1 ORDER BY h.id`,
    [hotelId],
  )

async function hotelWith(...rooms: ScriptedItem[]) {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.rooms = rooms
  const sync = (asked = {}) => hotel.sync({ entityType: 'ROOM', full: true, ...asked })
  await sync()
  return { ...hotel, syncRooms: sync }
}

describe('the history of a row', () => {
  it('says what a field was and became, and which run read it', async () => {
    const hotel = await hotelWith(aRoom('1'), aRoom('2'), aRoom('3'))
    hotel.vendor.items.rooms[1] = aRoom('2', { status: 'OCCUPIED', cleaningStatus: 'DIRTY', floor: '9' })
    const { id: run } = await hotel.syncRooms()
    const entries = await historyOf(hotel)
    expect(entries).toHaveLength(2)
    expect(entries).toEqual(
      expect.arrayContaining([
        { room: '2', field: 'status', before: 'AVAILABLE', after: 'OCCUPIED', run, isRead: true },
        { room: '2', field: 'cleaningStatus', before: 'CLEAN', after: 'DIRTY', run, isRead: true },
      ]),
    )
  })

  it('has nothing of rows that are new, of what did not change, and of fields that are not kept', async () => {
    const hotel = await hotelWith(aRoom('1'))
    hotel.vendor.items.rooms = [aRoom('1', { floor: '2' }), aRoom('2')]
    await hotel.syncRooms()
    await hotel.syncRooms()
    expect(await historyOf(hotel)).toEqual([])
  })

  it('has nothing of a version that was held back', async () => {
    const hotel = await hotelWith(aRoom('1', { externalUpdatedAt: '2026-05-02T00:00:00Z' }))
    hotel.vendor.items.rooms = [aRoom('1', { status: 'OCCUPIED', externalUpdatedAt: '2026-05-01T00:00:00Z' })]
    expect(await hotel.syncRooms({ full: false, since: new Date(0) })).toMatchObject({ itemsHeldBack: 1 })
    expect(await historyOf(hotel)).toEqual([])
  })

  it('is no one else’s', async () => {
    const hotel = await hotelWith(aRoom('1'))
    hotel.vendor.items.rooms[0] = aRoom('1', { status: 'BLOCKED' })
    await hotel.syncRooms()
    const seen = await Promise.all(
      [['another'], [hotel.hotelId]].map((scope) =>
        database.within(scope).query('SELECT FROM pms_history WHERE hotel_id = $1', [hotel.hotelId]),
      ),
    )
    expect(seen.map(({ length }) => length)).toEqual([0, 1])
  })

  it('tells one change after the other', async () => {
    const hotel = await hotelWith(aRoom('1'))
    const statuses = ['OCCUPIED', 'BLOCKED', 'OUT_OF_ORDER', 'AVAILABLE']
    for (const status of statuses) {
      hotel.vendor.items.rooms[0] = aRoom('1', { status })
      await hotel.syncRooms()
    }
    const entries = await historyOf(hotel)
    expect(entries.map(({ before, after }) => [before, after])).toEqual(
      statuses.map((status, i) => [statuses[i - 1] ?? 'AVAILABLE', status]),
    )
  })
})

it('of housekeeping says how a room was and became, and the room shows it at once', async () => {
  const hotel = await createTestHotel(database)
  hotel.vendor.items.rooms = [aRoom('1', { status: undefined, cleaningStatus: undefined })]
  const kept = (condition: string, roomStatus: string) => ({
    ...{ externalId: '1', externalUpdatedAt: null, occupancy: 'VACANT', condition, roomStatus },
  })
  const sync = (entityType: 'ROOM' | 'HOUSEKEEPING') => hotel.sync({ entityType, full: true })
  const room = () =>
    database.query('SELECT status, cleaning_status AS cleaning FROM pms_room WHERE hotel_id = $1', [hotel.hotelId])
  await sync('ROOM')
  hotel.vendor.items.housekeeping = [kept('DIRTY', 'OCCUPIED')]
  await sync('HOUSEKEEPING')
  expect(await room()).toEqual([{ status: 'OCCUPIED', cleaning: 'DIRTY' }])
  hotel.vendor.items.housekeeping = [kept('INSPECTED', 'AVAILABLE')]
  const { id: run } = await sync('HOUSEKEEPING')
  expect(await room()).toEqual([{ status: 'AVAILABLE', cleaning: 'INSPECTED' }])
  const entries = await database.query(
    'SELECT field, before, after, sync_log_id AS run FROM pms_history WHERE hotel_id = $1 ORDER BY field',
    [hotel.hotelId],
  )
  expect(entries).toEqual([
    { field: 'condition', before: 'DIRTY', after: 'INSPECTED', run },
    { field: 'roomStatus', before: 'OCCUPIED', after: 'AVAILABLE', run },
  ])
})

describe('what a record leaves out', () => {
  it('has a safe value at first, and stays what it is afterwards', async () => {
    const hotel = await hotelWith(aRoom('1', { status: undefined, cleaningStatus: undefined }), aRoom('2'))
    const states = () =>
      database.query(
        'SELECT external_id AS id, status, cleaning_status AS cleaning, floor FROM pms_room WHERE hotel_id = $1 ORDER BY 1',
        [hotel.hotelId],
      )
    expect(await states()).toEqual([
      { id: '1', status: 'AVAILABLE', cleaning: 'DIRTY', floor: null },
      { id: '2', status: 'AVAILABLE', cleaning: 'CLEAN', floor: null },
    ])
    await database.query(`UPDATE pms_room SET status = 'OCCUPIED' WHERE hotel_id = $1`, [hotel.hotelId])
    hotel.vendor.items.rooms = ['1', '2'].map((id) => aRoom(id, { status: undefined, floor: '4' }))
    await hotel.syncRooms()
    expect(await states()).toEqual([
      { id: '1', status: 'OCCUPIED', cleaning: 'CLEAN', floor: '4' },
      { id: '2', status: 'OCCUPIED', cleaning: 'CLEAN', floor: '4' },
    ])
  })
})

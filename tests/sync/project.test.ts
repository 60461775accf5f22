import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { projectRows } from '../../src/sync/store/project.ts'
import { syncedGuest } from '../../src/sync/synced/guest.ts'
import { syncedRoom } from '../../src/sync/synced/room.ts'
import type { RowEntity } from '../../src/sync/synced/synced-entity.ts'
import { openTestDatabase } from '../kit/database.ts'
import { addGuest, addRoom } from '../kit/rows.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

/** Guests that tell how their rooms are, as housekeeping does. */
const telling: RowEntity = {
  ...syncedGuest,
  projects: {
    onto: 'ROOM',
    by: 'externalId',
    fields: {
      status: ({ firstName }) => (firstName === 'UNKNOWN' ? null : String(firstName)),
      cleaningStatus: ({ lastName }) => (lastName === 'PICKUP' ? 'IN_PROGRESS' : String(lastName)),
    },
  },
}

async function hotelOf(rooms: readonly string[]) {
  const hotelId = `hotel-${randomUUID()}`
  const scope = { hotelId, provider: 'mock' }
  for (const externalId of rooms) await addRoom(database, { hotelId, externalId, roomNumber: externalId })
  const written = (row: { id: string }, externalId: string, created = false) => ({
    id: row.id,
    externalId,
    created,
    changedAt: null,
  })
  return {
    hotelId,
    states: () =>
      database.query(
        'SELECT external_id AS id, status, cleaning_status AS cleaning FROM pms_room WHERE hotel_id = $1 ORDER BY 1',
        [hotelId],
      ),
    async tell(externalId: string, firstName: string, lastName: string) {
      const row = await addGuest(database, { hotelId, externalId, firstName, lastName })
      return projectRows(database, telling, scope, [written(row, externalId)])
    },
    async come(externalId: string) {
      const row = await addRoom(database, { hotelId, externalId })
      return projectRows(database, syncedRoom, scope, [written(row, externalId, true)], [telling, syncedRoom])
    },
  }
}

it('a row is what another type tells of it; of what is not known it stays as it is', async () => {
  const hotel = await hotelOf(['1', '2'])
  expect(await hotel.tell('1', 'OCCUPIED', 'PICKUP')).toMatchObject({ type: 'ROOM', ids: [expect.any(String)] })
  await hotel.tell('2', 'UNKNOWN', 'INSPECTED')
  expect(await hotel.states()).toEqual([
    { id: '1', status: 'OCCUPIED', cleaning: 'IN_PROGRESS' },
    { id: '2', status: 'AVAILABLE', cleaning: 'INSPECTED' },
  ])
})

it('a row that is told what it is already is left alone', async () => {
  const hotel = await hotelOf(['1'])
  expect(await hotel.tell('1', 'AVAILABLE', 'CLEAN')).toBeNull()
  expect(await hotel.tell('not there', 'OCCUPIED', 'CLEAN')).toBeNull()
})

it('a row that comes later takes over what is known by then', async () => {
  const hotel = await hotelOf([])
  await hotel.tell('1', 'OUT_OF_ORDER', 'DIRTY')
  await hotel.come('1')
  await hotel.come('2')
  expect(await hotel.states()).toEqual([
    { id: '1', status: 'OUT_OF_ORDER', cleaning: 'DIRTY' },
    { id: '2', status: 'AVAILABLE', cleaning: 'CLEAN' },
  ])
})

it('nothing reaches another hotel', async () => {
  const [hotel, neighbour] = [await hotelOf(['1']), await hotelOf(['1'])]
  await hotel.tell('1', 'OCCUPIED', 'DIRTY')
  expect(await neighbour.states()).toEqual([{ id: '1', status: 'AVAILABLE', cleaning: 'CLEAN' }])
})

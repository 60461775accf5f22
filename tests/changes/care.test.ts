import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../src/platform/database/database.ts'
import { type ChangeHotel, createChangeHotel } from '../kit/change-hotel.ts'
import { openTestDatabase } from '../kit/database.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const CARE = ['HOUSEKEEPING', 'ROOM_BLOCK', 'MAINTENANCE_REQUEST'] as const
const open = async () => {
  const hotel = await createChangeHotel(database)
  await hotel.sync(CARE)
  return hotel
}
const rowsOf = ({ hotelId }: ChangeHotel, table: string) =>
  database.query<Record<string, unknown> & { id: string }>(
    `SELECT * FROM ${table} WHERE hotel_id = $1 ORDER BY external_id`,
    [hotelId],
  )
/** One that differs from what is wished. */
async function aRow(
  hotel: ChangeHotel,
  table: string,
  differs: (row: Record<string, unknown>) => boolean = () => true,
) {
  const row = (await rowsOf(hotel, table)).find(differs)
  if (row === undefined) throw new Error(`no ${table}`)
  return row
}
const block = { kind: 'OUT_OF_ORDER', firstNight: '2099-03-01', lastNight: '2099-03-04', reason: 'Pipe leaks' }
const ROOM = 'pms_room'

describe('how clean a room is', () => {
  it('is changed at the PMS, and shown by the room as well', async () => {
    await using hotel = await open()
    const { id, external_id: externalId } = await aRow(hotel, 'pms_housekeeping', (row) => row.condition !== 'CLEAN')
    await hotel.request('HOUSEKEEPING_CONDITION', { condition: 'CLEAN' }, { entityId: id })
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
    expect(hotel.vendor.data.facts('housekeeping').find((each) => each.externalId === externalId)).toMatchObject({
      condition: 'CLEAN',
    })
    expect(await aRow(hotel, 'pms_housekeeping', (row) => row.id === id)).toMatchObject({ condition: 'CLEAN' })
    expect(await aRow(hotel, ROOM, (row) => row.external_id === externalId)).toMatchObject({ cleaning_status: 'CLEAN' })
  })

  it('has a history that says which of it was asked for here', async () => {
    await using hotel = await open()
    const { id, external_id: externalId } = await aRow(hotel, 'pms_housekeeping', (row) => row.condition !== 'CLEAN')
    const clerk = async (condition: 'DIRTY' | 'INSPECTED') => {
      hotel.vendor.data.change('housekeeping', String(externalId), { condition })
      await hotel.sync(['HOUSEKEEPING'])
    }
    await clerk('DIRTY')
    const { id: changeId } = await hotel.request('HOUSEKEEPING_CONDITION', { condition: 'CLEAN' }, { entityId: id })
    await hotel.work()
    await clerk('INSPECTED')
    await clerk('DIRTY')
    const lines = await database.query(
      `SELECT after, change_id AS "changeId" FROM pms_history
       WHERE hotel_id = $1 AND row_id = $2 AND field = 'condition' ORDER BY id`,
      [hotel.hotelId, id],
    )
    expect(lines.slice(-3)).toEqual([
      { after: 'CLEAN', changeId },
      { after: 'INSPECTED', changeId: null },
      { after: 'DIRTY', changeId: null },
    ])
  })

  it('that a clerk changes to the same is one effect', async () => {
    await using hotel = await open()
    const { id, external_id: externalId } = await aRow(hotel, 'pms_housekeeping', (row) => row.condition !== 'CLEAN')
    await hotel.request('HOUSEKEEPING_CONDITION', { condition: 'CLEAN' }, { entityId: id })
    hotel.vendor.data.change('housekeeping', String(externalId), { condition: 'CLEAN' })
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 0 })
    expect(hotel.vendor.desk.effects).toEqual([])
  })

  it('cannot be wished to be unknown', async () => {
    await using hotel = await open()
    const { id } = await aRow(hotel, 'pms_housekeeping')
    await expect(
      hotel.request('HOUSEKEEPING_CONDITION', { condition: 'UNKNOWN' }, { entityId: id }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'condition' })
  })

  it('is asked for all rooms or for none', async () => {
    await using hotel = await open()
    const rows = await rowsOf(hotel, 'pms_housekeeping')
    const wish = { hotelId: hotel.hotelId, action: 'HOUSEKEEPING_CONDITION', requestedBy: 'tester' } as const
    const asked = rows.map(({ id: entityId }) => ({ ...wish, entityId, values: { condition: 'INSPECTED' } }))
    const bad = asked.with(2, { ...wish, entityId: String(rows[2]?.id), values: { condition: 'SPOTLESS' } })
    await expect(hotel.services.changes.requestAll(hotel.hotelId, bad)).rejects.toMatchObject({ field: '2.condition' })
    expect(await rowsOf(hotel, 'pms_change')).toEqual([])
    const recorded = await hotel.services.changes.requestAll(hotel.hotelId, asked)
    expect(recorded.map(({ entityId }) => entityId)).toEqual(rows.map(({ id }) => id))
  })
})

describe('a room block', () => {
  it('is made once, stored as a row of its own, and tells whose it is', async () => {
    await using hotel = await open()
    const heard: unknown[] = []
    hotel.services.events.on('pms.room-block.synced', (event) => heard.push(event))
    const { id, external_id: roomExternalId } = await aRow(hotel, ROOM)
    hotel.vendor.setFaults({ write: { loseAfter: 1 } })
    const change = await hotel.request('ROOM_BLOCK_CREATE', block, { entityId: id })
    expect(await hotel.work()).toMatchObject({ state: 'UNKNOWN' })
    hotel.vendor.setFaults({})
    await hotel.elapse(5_000)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
    const made = (await rowsOf(hotel, 'pms_room_block')).filter(({ reason }) => reason === block.reason)
    expect(made).toMatchObject([{ room_external_id: roomExternalId, first_night: '2099-03-01' }])
    expect(heard).toMatchObject([{ changeId: change.id }])
  })

  it('asked for twice is one, for other nights another', async () => {
    await using hotel = await open()
    const { id: entityId } = await aRow(hotel, ROOM)
    const [one, same] = await Promise.all([
      hotel.request('ROOM_BLOCK_CREATE', block, { entityId }),
      hotel.request('ROOM_BLOCK_CREATE', block, { entityId }),
    ])
    expect(one.id).toBe(same.id)
    const later = { ...block, firstNight: '2099-05-01', lastNight: '2099-05-01' }
    await hotel.request('ROOM_BLOCK_CREATE', later, { entityId })
    await hotel.work()
    expect(hotel.vendor.desk.effects.map(({ action }) => action)).toEqual(['ROOM_BLOCK_CREATE', 'ROOM_BLOCK_CREATE'])
  })

  it('over another one is refused in words', async () => {
    await using hotel = await open()
    const { id: entityId } = await aRow(hotel, ROOM)
    await hotel.request('ROOM_BLOCK_CREATE', block, { entityId })
    await hotel.request('ROOM_BLOCK_CREATE', { ...block, firstNight: '2099-03-02' }, { entityId })
    expect(await hotel.work()).toMatchObject({ state: 'REJECTED', error: expect.stringContaining('blocked already') })
  })

  it('that ends is gone here and there, and ended already is what was wanted', async () => {
    await using hotel = await open()
    const [first, second] = await rowsOf(hotel, 'pms_room_block')
    const change = await hotel.request('ROOM_BLOCK_END', {}, { entityId: String(first?.id) })
    expect(await hotel.work()).toMatchObject({ id: change.id, state: 'APPLIED', sendings: 1 })
    expect((await rowsOf(hotel, 'pms_room_block')).find(({ id }) => id === first?.id)?.deleted_at).not.toBeNull()
    await hotel.request('ROOM_BLOCK_END', {}, { entityId: String(second?.id) })
    const at = hotel.vendor.data.facts('roomBlocks').findIndex((each) => each.externalId === second?.external_id)
    hotel.vendor.data.remove('roomBlocks', at)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 0 })
  })

  it('whose nights somebody has moved meanwhile is not ended', async () => {
    await using hotel = await open()
    const { id: entityId, external_id: externalId } = await aRow(hotel, 'pms_room_block')
    await hotel.request('ROOM_BLOCK_END', {}, { entityId })
    hotel.vendor.data.change('roomBlocks', String(externalId), { lastNight: '2099-12-31' })
    expect(await hotel.work()).toMatchObject({ state: 'CONFLICT', sendings: 0 })
  })

  it('cannot end before it begins', async () => {
    await using hotel = await open()
    const { id: entityId } = await aRow(hotel, ROOM)
    await expect(
      hotel.request('ROOM_BLOCK_CREATE', { ...block, lastNight: '2099-02-01' }, { entityId }),
    ).rejects.toMatchObject({ code: 'BAD_USER_INPUT', field: 'lastNight' })
  })
})

describe('a maintenance request', () => {
  it('is made below its room', async () => {
    await using hotel = await open()
    const { id: entityId, external_id: room } = await aRow(hotel, ROOM)
    const wanted = { title: 'Window is stuck', priority: 'HIGH', dueAt: '2099-01-01T10:00:00+02:00' }
    await hotel.request('MAINTENANCE_CREATE', wanted, { entityId })
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
    const [made] = (await rowsOf(hotel, 'pms_maintenance_request')).filter(({ title }) => title === wanted.title)
    expect(made).toMatchObject({ room_external_id: room, priority: 'HIGH', due_at: new Date(wanted.dueAt) })
  })

  it('is changed with what nobody wished left as it is', async () => {
    await using hotel = await open()
    const row = await aRow(hotel, 'pms_maintenance_request', ({ status }) => status === 'OPEN')
    await hotel.request('MAINTENANCE_UPDATE', { status: 'RESOLVED' }, { entityId: row.id })
    // A clerk's edit would bring it one step on.
    const dueAt = new Date('2099-01-01T10:00:00Z')
    const theirs = { title: 'Another title', status: 'OPEN', dueAt } as const
    hotel.vendor.data.change('maintenanceRequests', String(row.external_id), theirs)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
    const after = await aRow(hotel, 'pms_maintenance_request', ({ id }) => id === row.id)
    expect(after).toMatchObject({ status: 'RESOLVED', title: 'Another title', due_at: dueAt })
  })
})

it('what the property does not let be done is refused here, and what it lets is refreshed by a test', async () => {
  await using hotel = await open()
  const { id: entityId } = await aRow(hotel, ROOM)
  const { hotelId, services } = hotel
  await database.query(`UPDATE pms_configuration SET offered_actions = '["BOOKING_NOTE"]' WHERE hotel_id = $1`, [
    hotelId,
  ])
  await expect(hotel.request('ROOM_BLOCK_CREATE', block, { entityId })).rejects.toMatchObject({
    code: 'WRITES_DISABLED',
  })
  await services.configurations.test({ hotelId, provider: 'mock' }, AbortSignal.timeout(10_000))
  expect((await hotel.request('ROOM_BLOCK_CREATE', block, { entityId })).state).toBe('PENDING')
})

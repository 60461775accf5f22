import { afterAll, beforeAll, expect, it } from 'vitest'
import { estimateSending } from '../../../src/changes/sets/estimate.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { mews } from '../../../src/providers/mews/index.ts'
import { createChangeHotel } from '../../kit/change-hotel.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { openItems } from '../items.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const open = () => createChangeHotel(database, { adapter: mews })
const keep = { options: { pricing: 'KEEP' } }

it('a stay is changed, and what the desk has changed beside it stays', async () => {
  await using hotel = await open()
  hotel.vendor.data.change('bookings', hotel.booking.externalId, { roomExternalId: null })
  const wanted = { checkOut: '2031-05-01' }
  const change = await hotel.request('BOOKING_CHANGE', wanted, keep)
  hotel.vendor.data.change('bookings', hotel.booking.externalId, { adults: 5 })
  expect(await hotel.work()).toMatchObject({ id: change.id, state: 'APPLIED', sendings: 1 })
  expect(hotel.theirs()).toMatchObject({ ...wanted, adults: 5 })
  expect(await hotel.row()).toMatchObject({ ...wanted, adults: 5 })
})

it('a booking that is locked into its room is refused at once instead of waiting for nobody', async () => {
  await using hotel = await open()
  const { externalId, roomExternalId } = hotel.booking
  hotel.vendor.data.change('bookings', externalId, { isRoomLocked: true } as never)
  const other = hotel.vendor.data.facts('rooms').find((room) => room.externalId !== roomExternalId)
  await hotel.request('BOOKING_ROOM', { roomExternalId: other?.externalId ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'REJECTED', errorCode: 'TARGET_LOCKED', sendings: 0 })
})

it('a refusal of the PMS ends the change with its words', async () => {
  await using hotel = await open()
  await hotel.request('BOOKING_CHECK_IN')
  const ended = await hotel.work()
  expect(ended).toMatchObject({ state: 'REJECTED', errorCode: 'PROVIDER_REJECTED' })
  expect(ended?.error).toMatch(/reservation cannot be started/)
})

it('an answer that is lost after the cancellation is found by a look, and before it is sent once more', async () => {
  for (const [fault, sendings] of [
    ['loseAfter', 1],
    ['loseBefore', 2],
  ] as const) {
    await using hotel = await open()
    hotel.vendor.setFaults({ write: { [fault]: 1 } })
    await hotel.request('BOOKING_CANCEL')
    expect(await hotel.work()).toMatchObject({ state: 'UNKNOWN' })
    hotel.vendor.setFaults({})
    await hotel.elapse(120_000)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings })
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  }
})

const rowsOf = (hotelId: string, table: string) =>
  database.query<Record<string, unknown> & { id: string }>(`SELECT * FROM ${table} WHERE hotel_id = $1`, [hotelId])

it('a block is a row once it is seen, and gone once it has ended', async () => {
  await using hotel = await open()
  const [room] = await rowsOf(hotel.hotelId, 'pms_room')
  const wanted = { kind: 'OUT_OF_ORDER', firstNight: '2099-03-01', lastNight: '2099-03-04', reason: 'Pipe leaks' }
  await hotel.request('ROOM_BLOCK_CREATE', wanted, { entityId: room?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
  const [block] = await rowsOf(hotel.hotelId, 'pms_room_block')
  expect(block).toMatchObject({ room_external_id: room?.external_id, kind: 'OUT_OF_ORDER', first_night: '2099-03-01' })
  await hotel.request('ROOM_BLOCK_END', {}, { entityId: block?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
  expect((await rowsOf(hotel.hotelId, 'pms_room_block'))[0]?.deleted_at).not.toBeNull()
})

it('a block whose answer was lost is not made twice', async () => {
  await using hotel = await open()
  const [room] = await rowsOf(hotel.hotelId, 'pms_room')
  const wanted = { kind: 'HOUSE_USE', firstNight: '2099-03-01', lastNight: '2099-03-04' }
  hotel.vendor.setFaults({ write: { loseAfter: 1 } })
  await hotel.request('ROOM_BLOCK_CREATE', wanted, { entityId: room?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'UNKNOWN' })
  hotel.vendor.setFaults({})
  await hotel.elapse(120_000)
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
  expect(hotel.vendor.desk.effects).toHaveLength(1)
})

it('something to repair is a task, and is closed as one', async () => {
  await using hotel = await open()
  const [room] = await rowsOf(hotel.hotelId, 'pms_room')
  await hotel.request('MAINTENANCE_CREATE', { title: 'Tap drips' }, { entityId: room?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
  const [task] = await rowsOf(hotel.hotelId, 'pms_maintenance_request')
  expect(task).toMatchObject({ title: `${room?.room_number}: Tap drips`, status: 'OPEN' })
  await hotel.request('MAINTENANCE_UPDATE', { status: 'RESOLVED' }, { entityId: task?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
  expect(await rowsOf(hotel.hotelId, 'pms_maintenance_request')).toMatchObject([{ status: 'RESOLVED' }])
})

it('cancellations of a set go in one request, and one by one only where it refuses them for one', async () => {
  await using set = await openItems(database, 8, { adapter: mews })
  const { data, desk } = set.hotel.vendor
  const before = set.hotel.vendor.requestCount
  expect(await set.hotel.send()).toEqual([8])
  // A look, the request, and what a booking is made of, for all of them.
  const { requests } = estimateSending(mews, 'BOOKING_CANCEL', 8)
  // One more where a token is asked for.
  expect(Math.abs(set.hotel.vendor.requestCount - before - requests)).toBeLessThanOrEqual(1)
  expect(await set.states()).toEqual({ APPLIED: 8 })
  expect(desk.effects).toHaveLength(8)
  expect(data.facts('bookings').filter(({ status }) => status === 'CANCELLED').length).toBeGreaterThanOrEqual(8)
})

it('of a refused request each is looked at, and none is done twice or given up for another', async () => {
  await using set = await openItems(database, 5, { adapter: mews })
  const { desk } = set.hotel.vendor
  set.hotel.vendor.setFaults({ write: { refuse: 0.3 } })
  await set.hotel.send()
  set.hotel.vendor.setFaults({})
  await set.hotel.send()
  const states = await set.states()
  expect((states.APPLIED ?? 0) + (states.REJECTED ?? 0)).toBe(5)
  expect(new Set(desk.effects.map(({ externalId }) => externalId)).size).toBe(desk.effects.length)
  expect(desk.effects).toHaveLength(states.APPLIED ?? 0)
})

it('a room that may be unlocked by what nobody brings to an end is said to whoever settles or gives up', async () => {
  await using hotel = await open()
  const { externalId, roomExternalId } = hotel.booking
  hotel.vendor.data.change('bookings', externalId, { isRoomLocked: true } as never)
  const other = hotel.vendor.data.facts('rooms').find((room) => room.externalId !== roomExternalId)
  hotel.vendor.setFaults({ write: { loseBefore: 1 } })
  const wish = { roomExternalId: other?.externalId ?? '' }
  const { id } = await hotel.request('BOOKING_ROOM', wish, { options: { unlock: true } })
  for (let look = 0; look < 8 && (await hotel.change(id)).waitingFor !== 'PERSON'; look++) {
    await hotel.work()
    await hotel.elapse(120_000)
  }
  const said = /The booking may be unlocked from its room: lock it again at the PMS/
  expect((await hotel.change(id)).error).toMatch(said)
  const word = { hotelId: hotel.hotelId, changeId: id, actor: 'ada', outcome: 'GIVE_UP' } as const
  const { state, error } = await hotel.services.changes.settle(word)
  expect([state, error]).toEqual(['CANCELLED', expect.stringMatching(said)])
})

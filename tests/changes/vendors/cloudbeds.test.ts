import { afterAll, beforeAll, expect, it } from 'vitest'
import { estimateSending } from '../../../src/changes/sets/estimate.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { createChangeHotel } from '../../kit/change-hotel.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { openItems } from '../items.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const open = () => createChangeHotel(database, { adapter: cloudbeds })

it('a party is changed, and the dates that the desk has moved meanwhile go along as they are', async () => {
  await using hotel = await open()
  const { externalId } = hotel.booking
  const moved = { checkIn: '2031-01-01', checkOut: '2031-01-04', roomExternalId: null }
  await hotel.request('BOOKING_CHANGE', { adults: 1, children: 2 })
  hotel.vendor.data.change('bookings', externalId, moved)
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
  expect(hotel.theirs()).toMatchObject({ ...moved, adults: 1, children: 2 })
})

it('a cancellation is taken back as a change of its own', async () => {
  await using hotel = await open()
  await hotel.request('BOOKING_CANCEL')
  await hotel.work()
  await hotel.request('BOOKING_REINSTATE')
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', action: 'BOOKING_REINSTATE' })
  expect(hotel.theirs()).toMatchObject({ status: 'CONFIRMED' })
  expect(hotel.vendor.desk.effects).toHaveLength(2)
})

it('an answer that was lost is found by a look where it was done, and is for a person where it was not', async () => {
  for (const [fault, expected] of [
    ['loseAfter', { state: 'APPLIED', sendings: 1 }],
    // The vendor moves the time of modification for some changes only, so that an old one proves nothing.
    ['loseBefore', { state: 'UNKNOWN', waitingFor: 'PERSON', sendings: 1 }],
  ] as const) {
    await using hotel = await open()
    hotel.vendor.setFaults({ write: { [fault]: 1 } })
    await hotel.request('BOOKING_CANCEL')
    expect(await hotel.work()).toMatchObject({ state: 'UNKNOWN' })
    hotel.vendor.setFaults({})
    await hotel.elapse(120_000)
    expect(await hotel.work()).toMatchObject(expected)
  }
})

const rowsOf = (hotelId: string, table: string) =>
  database.query<Record<string, unknown> & { id: string }>(`SELECT * FROM ${table} WHERE hotel_id = $1`, [hotelId])

it('a room is said to be clean, and the room says so too', async () => {
  await using hotel = await open()
  await hotel.sync(['HOUSEKEEPING'])
  const room = (await rowsOf(hotel.hotelId, 'pms_housekeeping')).find(({ condition }) => condition !== 'CLEAN')
  await hotel.request('HOUSEKEEPING_CONDITION', { condition: 'CLEAN' }, { entityId: room?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
  const shown = (await rowsOf(hotel.hotelId, 'pms_room')).find(({ external_id: id }) => id === room?.external_id)
  expect(shown).toMatchObject({ cleaning_status: 'CLEAN' })
})

it('a block is a row once it is seen, and gone once it has ended', async () => {
  await using hotel = await open()
  const { data } = hotel.vendor
  while (data.items('bookings').length > 0) data.remove('bookings', 0)
  const [room] = await rowsOf(hotel.hotelId, 'pms_room')
  const days = [5, 7].map((ahead) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10))
  const wanted = { kind: 'HOLD', firstNight: days[0] ?? '', lastNight: days[1] ?? '', reason: 'Photographs' }
  await hotel.request('ROOM_BLOCK_CREATE', wanted, { entityId: room?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
  const [block] = await rowsOf(hotel.hotelId, 'pms_room_block')
  expect(block).toMatchObject({ room_external_id: room?.external_id, kind: 'HOLD', reason: 'Photographs' })
  await hotel.request('ROOM_BLOCK_END', {}, { entityId: block?.id ?? '' })
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings: 1 })
  expect((await rowsOf(hotel.hotelId, 'pms_room_block'))[0]?.deleted_at).not.toBeNull()
})

it('changes of a set go one by one, in the order of their lines, and take what was said', async () => {
  await using set = await openItems(database, 3, { adapter: cloudbeds })
  const before = set.hotel.vendor.requestCount
  expect(await set.hotel.send()).toEqual([1, 1, 1])
  expect(await set.states()).toEqual({ APPLIED: 3 })
  const lines = set.items.map(({ externalId }) => externalId)
  expect(set.hotel.vendor.desk.effects.map(({ externalId }) => externalId)).toEqual(lines)
  const { requests } = estimateSending(cloudbeds, 'BOOKING_CANCEL', 3)
  // One more where a token is asked for.
  expect(Math.abs(set.hotel.vendor.requestCount - before - requests)).toBeLessThanOrEqual(1)
})

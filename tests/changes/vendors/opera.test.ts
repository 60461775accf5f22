import { afterAll, beforeAll, expect, it } from 'vitest'
import { estimateSending } from '../../../src/changes/sets/estimate.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { opera } from '../../../src/providers/opera/index.ts'
import { createChangeHotel } from '../../kit/change-hotel.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { openItems } from '../items.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const open = () => createChangeHotel(database, { adapter: opera })
const keep = { options: { pricing: 'KEEP' } }
const later = { checkIn: '2031-05-01', checkOut: '2031-05-04' }

it('a stay is changed under a lock, and what the desk has changed beside it stays', async () => {
  await using hotel = await open()
  const change = await hotel.request('BOOKING_CHANGE', later, keep)
  hotel.vendor.data.change('bookings', hotel.booking.externalId, { adults: 4 })
  expect(await hotel.work()).toMatchObject({ id: change.id, state: 'APPLIED', sendings: 1, step: expect.anything() })
  expect(hotel.theirs()).toMatchObject({ ...later, adults: 4 })
  expect(await hotel.row()).toMatchObject({ ...later, adults: 4 })
})

it('waits while the desk has the reservation open, and goes on when it lets go', async () => {
  await using hotel = await open()
  await hotel.request('BOOKING_CHANGE', later, keep)
  hotel.vendor.desk.lock(hotel.booking.externalId)
  expect(await hotel.work()).toMatchObject({ state: 'PENDING', waitingFor: 'LOCKED', sendings: 0 })
  hotel.vendor.desk.unlock(hotel.booking.externalId)
  await hotel.elapse(60_000)
  expect(await hotel.work()).toMatchObject({ state: 'APPLIED' })
})

it.each([
  ['loseAfter', 1],
  ['loseBefore', 2],
] as const)(
  'a cancellation whose answer is lost (%s) is found by a look, or sent once more',
  async (fault, sendings) => {
    await using hotel = await open()
    hotel.vendor.setFaults({ write: { [fault]: 1 } })
    await hotel.request('BOOKING_CANCEL')
    expect(await hotel.work()).toMatchObject({ state: 'UNKNOWN' })
    hotel.vendor.setFaults({})
    await hotel.elapse(120_000)
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', sendings })
    expect(hotel.vendor.desk.effects).toHaveLength(1)
  },
)

it('a refusal of the PMS ends the change with its words', async () => {
  await using hotel = await open()
  hotel.vendor.setFaults({ write: { refuse: 1 } })
  await hotel.request('BOOKING_CANCEL')
  const ended = await hotel.work()
  expect(ended).toMatchObject({ state: 'REJECTED', errorCode: 'PROVIDER_REJECTED' })
  expect(ended?.error).toMatch(/not allowed for the property/)
})

it('a room is taken off, and given back by undoing that', async () => {
  await using hotel = await open()
  const room = hotel.booking.roomExternalId ?? ''
  hotel.vendor.data.change('housekeeping', room, { condition: 'CLEAN', roomStatus: 'AVAILABLE' })
  for (const roomExternalId of [null, room]) {
    await hotel.request('BOOKING_ROOM', { roomExternalId })
    expect(await hotel.work()).toMatchObject({ state: 'APPLIED', wanted: { roomExternalId } })
    expect(hotel.theirs()).toMatchObject({ roomExternalId })
    expect(await hotel.row()).toMatchObject({ roomExternalId })
  }
})

it('changes of a set go one by one, in the order of their lines, and take what was said', async () => {
  await using set = await openItems(database, 3, { adapter: opera })
  const before = set.hotel.vendor.requestCount
  expect(await set.hotel.send()).toEqual([1, 1, 1])
  expect(await set.states()).toEqual({ APPLIED: 3 })
  const lines = set.items.map(({ externalId }) => externalId)
  expect(set.hotel.vendor.desk.effects.map(({ externalId }) => externalId)).toEqual(lines)
  const { requests } = estimateSending(opera, 'BOOKING_CANCEL', 3)
  // One more where a token is asked for.
  expect(Math.abs(set.hotel.vendor.requestCount - before - requests)).toBeLessThanOrEqual(1)
})

import { expect, test } from 'vitest'
import { opera } from '../../../../src/providers/opera/index.ts'
import { messageOf } from '../../../../src/providers/opera/stream/events.ts'
import { openHarness } from '../../../../src/providers/testing/harness.ts'

test.each([
  ['RESERVATION', 'UPDATE RESERVATION', 'bookings'],
  ['Reservation', 'CANCEL', 'bookings'],
  ['PROFILE', 'NEW PROFILE', 'guests'],
  ['HOUSEKEEPING', 'UPDATE ROOM STATUS', 'housekeeping'],
  ['HOUSEKEEPING', 'GUEST SERVICE STATUS REQUEST', 'housekeeping'],
  ['HOUSEKEEPING', 'NEW OUT OF ORDER', 'roomBlocks'],
  ['HOUSEKEEPING', 'UPDATE OUT OF ORDER', 'roomBlocks'],
  ['HOUSEKEEPING', 'NEW OUT OF SERVICE', 'roomBlocks'],
  ['Housekeeping', 'Update Out of Service', 'roomBlocks'],
  ['CASHIERING', 'CHECK OUT', null],
])('%s %s is about %s', async (moduleName, eventName, kind) => {
  await using harness = await openHarness(opera, { bookings: 1, rooms: 1, guests: 1 })
  const newEvent = { metadata: { offset: '17000' }, moduleName, eventName, primaryKey: '304', hotelId: 'SIM1' }
  const message = messageOf({ data: { newEvent } }, '', harness.context())
  expect(message?.events.map(({ subject }) => subject)).toEqual([kind && { kind, externalId: '304' }])
})

test('what an event is about can be read again, or all of its kind be synced', () => {
  expect(opera.fetchOne?.housekeeping).toBeDefined()
  expect(opera.fetchOne?.roomBlocks).toBeUndefined()
  expect(opera.fetch.roomBlocks).toBeDefined()
})

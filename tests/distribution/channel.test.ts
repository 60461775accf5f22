import { expect, test } from 'vitest'
import { forgetSource } from '../../src/sync/forget-source.ts'
import { openChannelHotel, PLAN, ROOM } from '../kit/channel-hotel.ts'
import { anAvailability } from '../sync/spans/spans.ts'

test('a hotel that is connected sells what its PMS sells: a year of it in two messages, prices first', async () => {
  await using hotel = await openChannelHotel()
  expect((await hotel.status()).state).toBe('OPENING')
  await hotel.send()
  const { channel, day } = hotel
  expect(channel.messages.map(({ kind, values }) => [kind, values.length])).toEqual([
    ['restrictions', 1],
    ['availability', 1],
  ])
  for (const ahead of [0, 364]) {
    expect(channel.availability(ROOM, day(ahead))).toBe(5)
    expect(channel.rate(PLAN, day(ahead))).toMatchObject({ rate: 10_000, stop_sell: false })
  }
  expect(await hotel.status()).toMatchObject({ state: 'LIVE', pending: 0, refused: [], confirmedAt: expect.any(Date) })
})

test('a change at the PMS is one range at the channel, with what holds now, however often it changed', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { channel, day } = hotel
  const before = channel.messages.length
  await hotel.price({ from: day(10), days: 3, price: 12_000 })
  await hotel.price({ from: day(10), days: 3, price: 13_000 })
  expect((await hotel.status()).pending).toBeGreaterThan(0)
  await hotel.send()
  const values = channel.messages.slice(before).flatMap((message) => message.values)
  expect(values).toEqual([
    expect.objectContaining({ rate_plan_id: PLAN, date_from: day(10), date_to: day(12), rate: 13_000 }),
  ])
  await hotel.rooms({ from: day(20), days: 2, left: -2 })
  await hotel.send()
  expect(channel.availability(ROOM, day(20)), 'overbooked is none').toBe(0)
  expect(channel.availability(ROOM, day(22))).toBe(5)
})

test('nothing loops: after everything is sent and seen there, nothing more is, and the PMS was asked nothing', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const [messages, pages] = [hotel.channel.messages.length, hotel.vendor.pages]
  for (let round = 0; round < 3; round++) {
    await hotel.database.query('UPDATE pms_channel SET look_at = now(), ready_at = now()')
    await hotel.turn()
  }
  expect([hotel.channel.messages.length, hotel.vendor.pages]).toEqual([messages, pages])
})

test('what has no price, is closed, or has another currency is not sold', async () => {
  await using hotel = await openChannelHotel()
  const { channel, day } = hotel
  await hotel.price({ from: day(1), days: 1, amounts: [[null]] })
  await hotel.price({ from: day(2), days: 1, closed: [true] })
  await hotel.price({ from: day(3), days: 1, currency: 'CHF' })
  await hotel.send()
  const isClosed = [0, 1, 2, 3, 4].map((ahead) => channel.rate(PLAN, day(ahead))?.stop_sell)
  expect(isClosed).toEqual([false, true, true, true, false])
})

test('restrictions and prices by persons arrive as they are', async () => {
  await using hotel = await openChannelHotel()
  const { channel, day } = hotel
  const [from, days] = [day(5), 1]
  await hotel.price({
    from,
    days,
    amounts: [[9_000], [11_000]],
    minStayThrough: [3],
    maxStay: [7],
    closedToArrival: [true],
  })
  await hotel.send()
  expect(channel.rate(PLAN, from)).toMatchObject({
    rates: [
      { occupancy: 1, rate: 9_000 },
      { occupancy: 2, rate: 11_000 },
    ],
    ...{ min_stay_through: 3, min_stay_arrival: 1, max_stay: 7, closed_to_arrival: true, closed_to_departure: false },
  })
})

test('to a paused channel nothing is sent, not even by whoever had it in hand; resumed, it is told everything', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { channel, day, hotelId, services, database } = hotel
  const { distribution } = services
  const key = { hotelId, channel: 'channex' }
  await hotel.price({ from: day(3), days: 1, price: 15_000 })
  await database.query('UPDATE pms_channel SET ready_at = now()')
  const inHand = await distribution.claim()
  await distribution.pause(key)
  const before = channel.messages.length
  if (inHand === null) throw new Error('It was not due')
  await distribution.work(inHand).catch(() => {})
  expect(await hotel.send()).toBe(0)
  expect(channel.messages.length).toBe(before)
  expect(channel.availability(ROOM, day(3)), 'it sells what it sold').toBe(5)
  await distribution.resume(key)
  await hotel.send()
  expect(channel.rate(PLAN, day(3))).toMatchObject({ rate: 15_000 })
  expect(channel.messages.slice(before).map(({ kind }) => kind)).toEqual(['restrictions', 'availability'])
})

const age = (minutes: number) => `UPDATE pms_sync_walk SET true_as_of = now() - interval '${minutes} min'`

test.each(['CLOSE', 'HOLD'] as const)('what is stale is not sent: %s', async (whenStale) => {
  await using hotel = await openChannelHotel({ whenStale, staleAfterMinutes: 60 })
  await hotel.send()
  const { channel, day, database } = hotel
  const look = async () => {
    await database.query('UPDATE pms_channel SET look_at = now(), ready_at = now()')
    await hotel.turn()
  }
  await hotel.rooms({ from: day(7), days: 1, left: 1 })
  await database.query(age(61))
  const before = channel.messages.length
  await look()
  await look()
  const isClosed = whenStale === 'CLOSE'
  expect(await hotel.status()).toMatchObject({ state: isClosed ? 'CLOSED' : 'HELD', reason: expect.any(String) })
  expect(channel.messages.length - before, 'closed once').toBe(isClosed ? 1 : 0)
  expect([0, 7, 364].map((ahead) => channel.availability(ROOM, day(ahead)))).toEqual(isClosed ? [0, 0, 0] : [5, 5, 5])
  await hotel.read()
  await look()
  await hotel.send()
  expect((await hotel.status()).state).toBe('LIVE')
  expect([0, 7, 364].map((ahead) => channel.availability(ROOM, day(ahead)))).toEqual([5, 1, 5])
})

test('before its PMS was ever read whole a hotel sells nothing', async () => {
  await using hotel = await openChannelHotel()
  await hotel.database.query('DELETE FROM pms_sync_walk')
  await hotel.reconnect()
  await hotel.turn()
  expect(hotel.channel.availability(ROOM, hotel.day(0))).toBe(0)
  expect((await hotel.status()).state).toBe('CLOSED')
})

test('changes that are no longer kept are made up for by sending all of it', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { day, channel, database } = hotel
  await hotel.price({ from: day(3), days: 1, price: 20_000 })
  await database.query('DELETE FROM pms_calendar_change')
  await hotel.send()
  expect(channel.rate(PLAN, day(3))).toMatchObject({ rate: 20_000 })
  expect((await hotel.status()).pending).toBe(0)
})

test('a hotel that moves to another account at its PMS sells nothing of the one before', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { channel, day, database, hotelId } = hotel
  await database.transaction((tx) => forgetSource(tx, { hotelId, provider: hotel.vendor.adapter.key }, 'SOURCE'))
  await database.query('UPDATE pms_channel SET look_at = now(), ready_at = now()')
  await hotel.turn()
  expect(channel.availability(ROOM, day(0))).toBe(0)
  hotel.vendor.items.availability.push(anAvailability({ from: day(0), days: 365, left: 2 }) as never)
  await hotel.read()
  await database.query('UPDATE pms_channel SET look_at = now(), ready_at = now()')
  await hotel.turn()
  expect(channel.availability(ROOM, day(0))).toBe(2)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ChannelDays } from '../../src/distribution/channel.ts'
import { rangesOf } from '../../src/distribution/selling.ts'
import { dayNumber, dayOf } from '../../src/records/days.ts'
import { openChannelHotel, PLAN, ROOM } from '../kit/channel-hotel.ts'
import { eventually } from '../kit/eventually.ts'

const waitMs = `SELECT extract(epoch FROM ready_at - now()) * 1000 AS ms FROM pms_channel`

test('a worker that is killed with a message in its hands: another one sends what holds, and what was sent twice changes nothing', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { day, channel, services, database } = hotel
  await hotel.price({ from: day(3), days: 2, price: 20_000 })
  await database.query('UPDATE pms_channel SET ready_at = now()')
  const killed = await services.distribution.claim()
  if (killed === null) throw new Error('It has something to send')
  expect(await services.distribution.claim(), 'one worker at a time').toBeNull()
  await hotel.price({ from: day(4), days: 1, price: 21_000 })
  const [lease] = await database.query<{ ms: number }>(
    'SELECT (extract(epoch FROM lease_expires_at - now()) * 1000)::float8 AS ms FROM pms_channel',
  )
  expect(lease?.ms, 'taken over in time for a minute').toBeLessThanOrEqual(30_000)
  await database.query('UPDATE pms_channel SET lease_expires_at = now()')
  await hotel.send()
  expect([3, 4].map((ahead) => channel.rate(PLAN, day(ahead))?.rate)).toEqual([20_000, 21_000])
  const before = channel.messages.length
  // It was only frozen, and wakes up.
  await expect(services.distribution.work(killed)).rejects.toThrow(/taken the channel over/)
  expect(channel.messages.length, 'it has nothing to say any more').toBe(before)
  expect(await hotel.status()).toMatchObject({ state: 'LIVE', pending: 0 })
})

test('a channel in the hands of a worker that froze is taken over when its time is over, and no sooner; what wakes says nothing', async () => {
  const leaseMs = 700
  await using hotel = await openChannelHotel({}, { perMinute: 1_000, leaseMs })
  await hotel.send()
  const { channel, day, services } = hotel
  const { distribution } = services
  await hotel.price({ from: day(3), days: 1, price: 22_000 })
  await hotel.database.query('UPDATE pms_channel SET ready_at = now()')
  const takenAt = performance.now()
  const frozen = await distribution.claim()
  expect(await distribution.claim(), 'it is somebody’s').toBeNull()
  const heir = await eventually(async () => (await distribution.claim()) ?? expect.fail('not yet'))
  expect(performance.now() - takenAt).toBeGreaterThanOrEqual(leaseMs)
  await distribution.work(heir)
  expect(channel.rate(PLAN, day(3))).toMatchObject({ rate: 22_000 })
  const sent = channel.messages.length
  if (frozen === null) throw new Error('It was not due')
  await expect(distribution.work(frozen)).rejects.toMatchObject({ code: 'SYNC_LEASE_LOST' })
  expect(channel.messages.length).toBe(sent)
})

test('429 is waited for as long as the channel says, or longer each time, and nothing is lost', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { day, channel, database } = hotel
  await hotel.price({ from: day(3), days: 1, price: 20_000 })
  channel.setFaults({ status: 429, retryAfterSeconds: 120 })
  await database.query('UPDATE pms_channel SET ready_at = now()')
  await hotel.turn()
  expect(await hotel.status()).toMatchObject({ state: 'WAITING', pending: expect.any(Number) })
  expect(Number((await database.query<{ ms: number }>(waitMs))[0]?.ms)).toBeGreaterThan(110_000)
  expect(await hotel.turn(), 'not before').toBe(false)
  channel.setFaults({ status: 429 })
  const waits: number[] = []
  for (let round = 0; round < 3; round++) {
    await database.query('UPDATE pms_channel SET ready_at = now(), look_at = now()')
    await hotel.turn()
    waits.push(Math.round(Number((await database.query<{ ms: number }>(waitMs))[0]?.ms) / 10_000))
  }
  expect(waits).toEqual([3, 6, 12])
  channel.setFaults({})
  await hotel.send()
  expect(channel.rate(PLAN, day(3))?.rate).toBe(20_000)
  expect(await hotel.status()).toMatchObject({ state: 'LIVE', pending: 0 })
})

test('the documented limit of ten messages a minute is never overstepped by as many changes as there may be', async () => {
  let seconds = 0
  const clock = { now: () => new Date(Date.now() + seconds * 1_000) }
  await using hotel = await openChannelHotel({}, { clock })
  const { database, day, channel } = hotel
  await hotel.send()
  await hotel.price({ from: day(3), days: 1, price: 20_000 })
  const sentAtSeconds: number[] = []
  let told = channel.messages.length
  seconds = 60
  for (const end = seconds + 120; seconds < end; seconds++) {
    // Another change, every second.
    await database.query('UPDATE pms_channel SET position = position - 1 WHERE position > 0')
    await hotel.turn()
    if (channel.messages.length > told) sentAtSeconds.push(seconds)
    told = channel.messages.length
    await database.query(
      `UPDATE pms_channel SET ready_at = ready_at - interval '1 s', look_at = look_at - interval '1 s'`,
    )
  }
  expect(sentAtSeconds.length, 'and hardly less than allowed').toBeGreaterThanOrEqual(15)
  expect(channel.turnedAway).toBe(0)
})

test('what a channel warns of inside a 200 is closed there, said, and taken back when it is taken later', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { day, channel } = hotel
  channel.setFaults({ refuses: ({ rate }) => (rate === 99_000 ? 'rate is above the highest one' : null) })
  await hotel.price({ from: day(3), days: 2, price: 99_000 })
  await hotel.send()
  const [refusal] = (await hotel.status()).refused
  expect(refusal).toMatchObject({ kind: 'RATE', channelId: PLAN, from: day(3), to: day(4), isClosed: true })
  expect(refusal?.reason).toContain('above the highest')
  expect([2, 3, 4, 5].map((ahead) => channel.rate(PLAN, day(ahead))?.stop_sell)).toEqual([false, true, true, false])
  const before = channel.messages.length
  await hotel.send()
  expect(channel.messages.length, 'it is not said again and again').toBe(before)
  await hotel.price({ from: day(3), days: 2, price: 30_000 })
  await hotel.send()
  expect((await hotel.status()).refused).toEqual([])
  expect(channel.rate(PLAN, day(3))).toMatchObject({ rate: 30_000, stop_sell: false })
})

test('a channel that does later what it took is asked until it has; one that never does is told again', async () => {
  await using hotel = await openChannelHotel()
  await hotel.send()
  const { day, channel, database } = hotel
  const looked = async () => {
    await database.query('UPDATE pms_channel SET look_at = now(), ready_at = now()')
    await hotel.turn()
  }
  channel.setFaults({ isLate: true })
  await hotel.rooms({ from: day(3), days: 1, left: 1 })
  await looked()
  const sent = channel.messages.length
  const confirmed = (await hotel.status()).confirmedAt
  await looked()
  expect((await hotel.status()).confirmedAt).toEqual(confirmed)
  channel.apply()
  await looked()
  expect((await hotel.status()).confirmedAt?.getTime()).toBeGreaterThan(confirmed?.getTime() ?? 0)
  expect(channel.messages.length, 'it was not said twice').toBe(sent)

  channel.setFaults({ isForgetful: true })
  await hotel.rooms({ from: day(4), days: 1, left: 2 })
  for (let round = 0; round < 4; round++) await looked()
  expect(channel.messages.length).toBe(sent + 2)
  expect((await hotel.status()).reason).toMatch(/shows other values/)
  channel.setFaults({})
  await hotel.rooms({ from: day(5), days: 1, left: 3 })
  await hotel.send()
  for (let round = 0; round < 5; round++) await looked()
  expect([3, 4, 5].map((ahead) => channel.availability(ROOM, day(ahead)))).toEqual([1, 2, 3])
})

test('whatever is sent as ranges is, a day at a time, what was meant; and no two that touch say the same', () => {
  const days = { from: '2028-02-20', to: dayOf(dayNumber('2028-02-20') + 39) }
  const line = fc.array(fc.nat(2), { minLength: 40, maxLength: 40 })
  const some = fc.array(fc.tuple(fc.nat(45), fc.nat(10)), { maxLength: 4 })
  fc.assert(
    fc.property(line, fc.option(some), (values, wanted) => {
      const at = (n: number) => dayOf(dayNumber(days.from) + n)
      const asked = wanted?.map(([from, length]): ChannelDays => ({ from: at(from - 3), to: at(from - 3 + length) }))
      const ranges = rangesOf(days, new Map([['one', values]]), asked && new Map([['one', asked]]))
      const expanded = ranges.flatMap(({ from, to, value }) =>
        Array.from({ length: dayNumber(to) - dayNumber(from) + 1 }, (_, i) => [dayOf(dayNumber(from) + i), value]),
      )
      const isWanted = (day: string) => asked === undefined || asked.some(({ from, to }) => from <= day && day <= to)
      expect(expanded).toEqual(values.map((value, n) => [at(n), value]).filter(([day]) => isWanted(String(day))))
      for (const [index, range] of ranges.slice(1).entries()) {
        const before = ranges[index]
        const isNext = before !== undefined && dayNumber(before.to) + 1 === dayNumber(range.from)
        expect(isNext && before.value === range.value).toBe(false)
      }
    }),
  )
})

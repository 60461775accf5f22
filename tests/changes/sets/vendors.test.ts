import { afterAll, beforeAll, expect, it } from 'vitest'
import { estimateSending } from '../../../src/changes/sets/estimate.ts'
import type { Database } from '../../../src/platform/database/database.ts'
import { cloudbeds } from '../../../src/providers/cloudbeds/index.ts'
import { mews } from '../../../src/providers/mews/index.ts'
import { opera } from '../../../src/providers/opera/index.ts'
import { protel } from '../../../src/providers/protel/index.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { createSetHotel, type SetWish } from '../../kit/set-hotel.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const ADULTS: SetWish = { action: 'BOOKING_CHANGE', values: { adults: 1 } }

it.each([
  // Fifty ids a request, a thousand, each by itself.
  ['OPERA', opera, ADULTS, (items: number) => Math.ceil(items / 50) + 1],
  ['Mews', mews, { action: 'BOOKING_CANCEL' } as SetWish, () => 6],
  ['Cloudbeds', cloudbeds, ADULTS, (items: number) => items + 1],
  ['protel', protel, { action: 'BOOKING_CHECK_OUT' } as SetWish, (items: number) => items + 1],
] as const)('%s is looked at with as few requests as it allows', async (_, adapter, wish, most) => {
  await using hotel = await createSetHotel(database, { adapter, simulator: { bookings: 60 } })
  const ids = await hotel.ids()
  const set = await hotel.create({ ...wish, ids })
  const { requestCount } = hotel.vendor
  expect(await hotel.look(set)).toMatchObject({ state: 'PREVIEWED' })
  expect(hotel.vendor.requestCount - requestCount).toBeLessThanOrEqual(most(ids.length))
  expect(await hotel.counts(set)).toMatchObject({ total: ids.length, looked: ids.length })
  expect(hotel.vendor.desk.effects).toEqual([])
})

it('ten thousand changes take what the vendors let them', () => {
  const minutes = (adapter: Parameters<typeof estimateSending>[0], action: SetWish['action']) =>
    Math.round(estimateSending(adapter, action, 10_000).seconds / 60)
  expect({
    opera: minutes(opera, 'BOOKING_CHANGE'),
    operaRoom: minutes(opera, 'BOOKING_ROOM'),
    cloudbeds: minutes(cloudbeds, 'BOOKING_CHANGE'),
    mews: minutes(mews, 'BOOKING_CHANGE'),
  }).toMatchInlineSnapshot(`
    {
      "cloudbeds": 250,
      "mews": 11,
      "opera": 47,
      "operaRoom": 20,
    }
  `)
  expect(estimateSending(opera, 'BOOKING_CHANGE', 0)).toEqual({ requests: 0, seconds: 0 })
})

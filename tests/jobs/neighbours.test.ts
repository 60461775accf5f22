import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openTestDatabase } from '../kit/database.ts'
import { eventually } from '../kit/eventually.ts'
import { openHouse, silence, vendorOf } from '../kit/house.ts'
import { openTestQueue } from '../kit/queue-backends.ts'
import { bookings } from '../kit/scripted-provider.ts'
import { insertHotel } from '../kit/test-hotel.ts'

test('hotels whose PMS answers are synced though those of two other vendors hang', async () => {
  await using database = await openTestDatabase()
  await using queue = await openTestQueue('postgres', database.url)
  const vendors = {
    well: vendorOf('well', 15),
    hung: vendorOf('hung', 15, silence),
    dead: vendorOf('dead', 15, silence),
  }
  const house = await openHouse(database, vendors)
  for (let i = 0; i < 40; i++) await house.addHotel(i % 2 === 0 ? 'hung' : 'dead')
  const healthy = await Promise.all(Array.from({ length: 20 }, () => house.addHotel('well')))
  await using _worker = await house.work(queue)
  await eventually(async () => expect(new Set(await house.ended())).toEqual(new Set(healthy.map(({ id }) => id))))
})

test('small hotels are done before huge ones that began earlier', async () => {
  await using database = await openTestDatabase()
  await using queue = await openTestQueue('postgres', database.url)
  const house = await openHouse(database, { huge: vendorOf('huge', 3_000), small: vendorOf('small', 15) })
  await Promise.all(Array.from({ length: 4 }, () => house.addHotel('huge')))
  const small = await Promise.all(Array.from({ length: 10 }, () => house.addHotel('small')))
  await using _worker = await house.work(queue)
  await eventually(async () => expect((await house.ended()).length).toBeGreaterThanOrEqual(10))
  const ended = await house.ended()
  expect(new Set(ended.slice(0, 10))).toEqual(new Set(small.map(({ id }) => id)))
})

test('a hotel of a chain does not wait for the end of four huge ones with the same account', async () => {
  await using database = await openTestDatabase()
  await using queue = await openTestQueue('postgres', database.url)
  const never = vendorOf('chain', 0)
  // Pages without end, but numbered: only who makes room lets the fifth in.
  never.beforePage = ({ window }) => {
    if (window.limit === null) never.items.bookings = bookings(never.items.bookings.length + never.pageSize * 2)
  }
  const house = await openHouse(database, { chain: never })
  const runs: string[] = []
  for (let i = 0; i < 5; i++) {
    const hotelId = `chain-${randomUUID()}`
    const account = { credentials: { apiKey: 'of the chain' }, settings: {}, externalHotelId: null }
    await insertHotel(database, hotelId, 'chain', account)
    await database.query(`UPDATE pms_configuration SET credential_key = 'chain:one' WHERE hotel_id = $1`, [hotelId])
    const request = { hotelId, provider: 'chain', entityType: 'BOOKING', trigger: 'MANUAL' } as const
    runs.push((await house.engine.request({ ...request, ...(i === 4 && { limit: 5 }) })).id)
  }
  await using _worker = await house.work(queue, { sliceMs: 0 })
  await eventually(async () => expect(await house.ended()).toEqual([runs[4]]))
})

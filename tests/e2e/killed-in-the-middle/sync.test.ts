import { randomUUID } from 'node:crypto'
import { expect, inject, it, vi } from 'vitest'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET, readRun, syncBookings } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'

it('kill -9 in the middle of a sync, then a new start: the run goes on and the data is what the vendor has', async () => {
  await using database = await createTestDatabase()
  await using simulator = await mock.simulate({ bookings: 1_500, faults: { slowMs: 150 } })
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  const hotelId = randomUUID()
  const doomed = await startService(env)
  const client = await createTestClient(doomed.url ?? '')
  await addHotel(client, hotelId, simulator)
  const run = await syncBookings(client, { hotelId })
  await vi.waitFor(async () => expect((await readRun(client, run.id)).itemsProcessed).toBeGreaterThan(0), 20_000)
  await doomed.end('SIGKILL')
  await client.close()

  await using heir = await startService(env)
  const again = await createTestClient(heir.url ?? '')
  const before = await readRun(again, run.id)
  expect(before).toMatchObject({ status: 'RUNNING' })
  expect(before.itemsProcessed).toBeLessThan(1_500)
  // The dead worker's lease has to run out first.
  await vi.waitFor(async () => expect((await readRun(again, run.id)).status).toBe('COMPLETED'), {
    timeout: 50_000,
    interval: 500,
  })
  expect(await readRun(again, run.id)).toMatchObject({ itemsProcessed: 1_500, itemsCreated: 1_500, itemsFailed: 0 })
  const { bookings } = await again.send<{ bookings: { totalCount: number } }>(
    'query ($hotelId: ID!) { bookings(hotelId: $hotelId, first: 1) { totalCount } }',
    { hotelId },
  )
  expect(bookings.totalCount).toBe(1_500)
  expect(await syncBookings(again, { hotelId, wait: true, full: true })).toMatchObject({ itemsUnchanged: 1_500 })
  await again.close()
}, 120_000)

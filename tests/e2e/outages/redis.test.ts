import { randomUUID } from 'node:crypto'
import { expect, test, vi } from 'vitest'
import { signWebhook } from '../../../src/platform/standard-webhooks.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET, syncBookings } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startOwnRedis } from '../../kit/own-redis.ts'
import { startService } from '../../kit/service.ts'
import { rotate, statusCounts } from '../webhooks/inbox-client.ts'

const redis = await startOwnRedis()

test.skipIf(redis === null)(
  'a service that starts without its Redis serves, syncs and takes webhooks, says so, and uses it when it comes',
  async () => {
    await using store = redis as NonNullable<typeof redis>
    await store.kill()
    await using database = await createTestDatabase()
    await using simulator = await mock.simulate({ bookings: 20 })
    await using service = await startService({
      JWT_SECRET,
      DATABASE_URL: database.url,
      REDIS_URL: store.url,
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    })
    const address = service.url ?? ''
    const readiness = async () => {
      const response = await fetch(`${address}/readyz`)
      return [response.status, await response.json()]
    }
    expect(service.output()).toMatch(/Job queue: .*cannot be reached: .*ECONNREFUSED/)
    expect(await readiness()).toEqual([200, { status: 'ready', warning: expect.stringMatching(/^Redis is away/) }])

    const client = await createTestClient(address)
    const hotelId = randomUUID()
    await addHotel(client, hotelId, simulator)
    expect(await syncBookings(client, { hotelId, wait: true })).toMatchObject({ status: 'COMPLETED' })
    const { url, secret } = await rotate(client, hotelId)
    const body = JSON.stringify({ type: 'booking.updated', timestamp: new Date(), data: { id: 'B-1' } })
    const headers = signWebhook([secret], { id: randomUUID(), timestamp: new Date(), body })
    expect((await fetch(address + new URL(url).pathname, { method: 'POST', headers, body })).status).toBe(200)
    const processed = async () => expect(await statusCounts(client, hotelId)).toMatchObject({ PROCESSED: 1 })
    await vi.waitFor(processed, { timeout: 30_000, interval: 200 })

    await store.start()
    const isReady = async () => expect(await readiness()).toEqual([200, { status: 'ready' }])
    await vi.waitFor(isReady, { timeout: 30_000, interval: 200 })
    const isSaid = () => expect(service.output()).toContain('Job queue: Redis is there')
    await vi.waitFor(isSaid, { timeout: 10_000, interval: 100 })
    await client.close()
    expect(await service.end('SIGTERM')).toEqual({ code: 0, signal: null })
  },
  150_000,
)

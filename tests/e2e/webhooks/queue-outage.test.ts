import { randomUUID } from 'node:crypto'
import { expect, inject, it, vi } from 'vitest'
import { signWebhook } from '../../../src/platform/standard-webhooks.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'
import { type Endpoint, rotate, statusCounts } from './inbox-client.ts'

const MESSAGES = 100

/** The tightest of the vendors gives up after two seconds. */
const VENDOR_GIVES_UP_MS = 2_000

/** @returns how the service answered, in the order of the indices; rejects when one answer took longer than `withinMs` */
const sendAll = (address: string, { url, secret }: Endpoint, from: number, withinMs: number) =>
  Promise.all(
    Array.from({ length: MESSAGES }, async (_, index) => {
      const id = `msg-${from + index}`
      const timestamp = new Date()
      const body = JSON.stringify({ type: 'booking.updated', timestamp, data: { id: `B-${(index % 40) + 1}` } })
      const headers = signWebhook([secret], { id, timestamp, body })
      const signal = AbortSignal.timeout(withinMs)
      const { status } = await fetch(address + new URL(url).pathname, { method: 'POST', headers, body, signal })
      return status
    }),
  )

// With the queue on PostgreSQL there is nothing to lose apart from the inbox itself.
it.skipIf(inject('redisUrl') === null).each(['cut', 'freeze'] as const)(
  'a Redis that is away (%s) delays no answer and loses no message',
  async (outage) => {
    await using database = await createTestDatabase()
    await using simulator = await mock.simulate({ bookings: 40 })
    await using redis = await startTcpProxy(inject('redisUrl') ?? '')
    await using service = await startService({
      JWT_SECRET,
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    })
    const address = service.url ?? ''
    const client = await createTestClient(address)
    const hotelId = randomUUID()
    await addHotel(client, hotelId, simulator)
    const endpoint = await rotate(client, hotelId)
    const all = (status: number) => Array.from({ length: MESSAGES }, () => status)

    const startedAtMs = performance.now()
    expect(await sendAll(address, endpoint, 0, 30_000)).toEqual(all(200))
    // On a machine that is busy all answers take longer; what is held is that the outage adds nothing.
    const withinMs = Math.max(VENDOR_GIVES_UP_MS, Math.ceil(3 * (performance.now() - startedAtMs)))
    redis[outage]()
    expect(await sendAll(address, endpoint, MESSAGES, withinMs)).toEqual(all(200))
    redis.restore()
    expect(await sendAll(address, endpoint, 2 * MESSAGES, withinMs)).toEqual(all(200))

    const processed = { RECEIVED: 0, PROCESSED: 3 * MESSAGES, FAILED: 0, DEAD: 0 }
    await vi.waitFor(async () => expect(await statusCounts(client, hotelId)).toEqual(processed), {
      timeout: 90_000,
      interval: 200,
    })
    await client.close()
  },
  150_000,
)

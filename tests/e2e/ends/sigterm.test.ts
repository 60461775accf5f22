import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, inject, test, vi } from 'vitest'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, createTestToken, JWT_SECRET, readRun, syncBookings } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'

const PROMISED_MS = 10_000
const SLOW_CLIENTS = 300

/** Begins a request and never ends it. */
async function hangOn({ hostname, port }: URL, authorization: string): Promise<Socket> {
  const socket = connect(Number(port), hostname).on('error', () => {})
  await once(socket, 'connect')
  socket.write(
    `POST /graphql HTTP/1.1\r\nHost: x\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  )
  return socket
}

test('asked to end, it does so in ten seconds and well: callers who wait get the run that goes on, slow clients and silent vendors do not hold it', async () => {
  await using database = await createTestDatabase()
  await using simulator = await mock.simulate({ bookings: 3_000, faults: { slowMs: 500 } })
  await using silent = await mock.simulate({ bookings: 3_000 })
  await using network = await startTcpProxy(silent.url)
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: database.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  const service = await startService(env)
  const url = new URL(service.url ?? '')
  const client = await createTestClient(url.origin)
  const [busy, waiting, asking] = [randomUUID(), randomUUID(), randomUUID()]
  await addHotel(client, busy, simulator)
  for (const hotelId of [waiting, asking])
    await addHotel(client, hotelId, { ...silent, settings: { baseUrl: network.url.replace(/\/$/, '') } })
  network.freeze()

  const underWay = await syncBookings(client, { hotelId: busy })
  await vi.waitFor(async () => expect((await readRun(client, underWay.id)).itemsProcessed).toBeGreaterThan(0), 20_000)
  const authorization = `Bearer ${await createTestToken()}`
  const rest = fetch(`${url.origin}/api/pms/sync/bookings`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization, prefer: 'wait=300' },
    body: JSON.stringify({ hotelId: waiting, provider: 'mock' }),
  })
  const graphql = syncBookings(client, { hotelId: asking, wait: true })
  const slow = await Promise.all(Array.from({ length: SLOW_CLIENTS }, () => hangOn(url, authorization)))
  const isRecorded = 'query { syncLogs(first: 3, filter: { status: [RUNNING] }) { totalCount } }'
  await vi.waitFor(async () => expect(await client.send(isRecorded)).toEqual({ syncLogs: { totalCount: 3 } }), 20_000)

  const ending = service.end('SIGTERM')
  const late = delay(PROMISED_MS, 'too late')
  expect(await Promise.race([ending, late])).toEqual({ code: 0, signal: null })
  const response = await rest
  expect(response.status).toBe(202)
  const { syncLogId } = await response.json()
  expect(await graphql).toMatchObject({ status: expect.stringMatching(/QUEUED|RUNNING/) })
  for (const socket of slow) socket.destroy()
  await client.close()

  await using heir = await startService(env)
  const again = await createTestClient(heir.url ?? '')
  network.restore()
  for (const id of [underWay.id, syncLogId, (await graphql).id])
    await vi.waitFor(
      async () => expect(await readRun(again, id)).toMatchObject({ status: 'COMPLETED', itemsProcessed: 3_000 }),
      {
        timeout: 60_000,
        interval: 250,
      },
    )
  await again.close()
}, 200_000)

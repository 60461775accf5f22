import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, inject, it, vi } from 'vitest'
import { signWebhook } from '../../../src/platform/standard-webhooks.ts'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'
import { readEventIds, rotate, statusCounts } from './inbox-client.ts'

/** `npm test` sends as many; the slow suite ten thousand. */
const MESSAGES = Number(process.env.KILLED_MESSAGES ?? 300)
const KILLS = 3
const SENDERS = 16

it('kill -9 right after an answer loses no message; and no key, secret or token is in any output', async () => {
  await using database = await createTestDatabase()
  await using simulator = await mock.simulate({ bookings: 40 })
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'trace',
    LOG_FORMAT: 'json',
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  const hotelId = randomUUID()
  let service = await startService(env)
  const outputs = [service.output]
  const endpoint = await createTestClient(service.url ?? '').then(async (client) => {
    await addHotel(client, hotelId, simulator)
    const made = await rotate(client, hotelId)
    await client.close()
    return made
  })
  const path = new URL(endpoint.url).pathname
  let address = service.url ?? ''
  const accepted = new Set<string>()

  const send = async (index: number) => {
    const id = `msg-${index}`
    const data = { id: `B-${(index % 40) + 1}` }
    const body = JSON.stringify({ type: 'booking.updated', timestamp: new Date().toISOString(), data })
    const headers = signWebhook([endpoint.secret], { id, timestamp: new Date(), body })
    while (!accepted.has(id)) {
      // As vendors do: what nobody answered is sent again, and may have been taken all the same.
      const response = await fetch(address + path, { method: 'POST', headers, body }).catch(() => null)
      if (response?.status === 200) accepted.add(id)
      else await delay(20)
    }
  }
  let next = 0
  const sender = async () => {
    while (next < MESSAGES) await send(next++)
  }
  const senders = Array.from({ length: SENDERS }, sender)
  for (let kill = 1; kill <= KILLS; kill++) {
    const mark = (MESSAGES * kill) / (KILLS + 2)
    while (next < mark) await delay(1)
    await service.end('SIGKILL')
    service = await startService(env)
    outputs.push(service.output)
    address = service.url ?? ''
  }
  await Promise.all(senders)

  const client = await createTestClient(service.url ?? '')
  const ids = await readEventIds(client, hotelId)
  expect([...accepted].filter((id) => !ids.has(id))).toEqual([])
  expect(ids.size).toBe(MESSAGES)
  // What the dead held has to run out first.
  const processed = { RECEIVED: 0, PROCESSED: MESSAGES, FAILED: 0, DEAD: 0 }
  await vi.waitFor(async () => expect(await statusCounts(client, hotelId)).toEqual(processed), {
    timeout: 60_000,
    interval: 200,
  })
  await client.close()
  await service.end('SIGTERM')

  const output = outputs.map((read) => read()).join('\n')
  expect(output).toContain('/webhooks/…')
  const canaries = [endpoint.key, endpoint.secret, endpoint.secret.slice(6), String(simulator.credentials.apiKey)]
  expect(canaries.filter((canary) => output.includes(canary))).toEqual([])
}, 600_000)

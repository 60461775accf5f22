import { randomUUID } from 'node:crypto'
import { expect, inject, it } from 'vitest'
import { mock } from '../../../src/providers/mock/index.ts'
import { addHotel, createTestClient, JWT_SECRET, syncBookings } from '../../kit/client.ts'
import { createTestDatabase } from '../../kit/database.ts'
import { startService } from '../../kit/service.ts'
import { startTraceReceiver } from '../../kit/trace-receiver.ts'

interface Progress {
  syncLogId: string
  status: string
  phase: string
  sequence: number
  processed: number
  total: number | null
}

it('one process answers, another one works: a subscriber of the first sees the run of the second, in order, to its end', async () => {
  await using database = await createTestDatabase()
  await using simulator = await mock.simulate({ bookings: 1_200, faults: { slowMs: 120 } })
  await using collector = await startTraceReceiver()
  const redisUrl = inject('redisUrl')
  const env = {
    JWT_SECRET,
    DATABASE_URL: database.url,
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    ENCRYPTION_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
    ...(redisUrl === null ? {} : { REDIS_URL: redisUrl }),
  }
  await using api = await startService(env, ['--role', 'api'])
  const hotelId = randomUUID()
  const client = await createTestClient(api.url ?? '')
  await addHotel(client, hotelId, simulator)
  const run = await syncBookings(client, { hotelId })
  expect(run.status).toBe('QUEUED')

  const seen: Progress[] = []
  const watching = (async () => {
    const events = client.subscribe<{ syncProgress: Progress }>(
      `subscription ($hotelId: ID!, $id: ID!) { syncProgress(hotelId: $hotelId, syncLogId: $id) {
        syncLogId status phase sequence processed total } }`,
      { hotelId, id: run.id },
    )
    for await (const { syncProgress } of events) seen.push(syncProgress)
  })()
  await using worker = await startService(env, ['--role', 'worker'])
  await watching

  expect(seen[0]).toMatchObject({ status: 'QUEUED', phase: 'QUEUED' })
  expect(seen.at(-1)).toMatchObject({ status: 'COMPLETED', phase: 'ENDED', processed: 1_200, total: 1_200 })
  expect(seen.some(({ status, processed }) => status === 'RUNNING' && processed > 0 && processed < 1_200)).toBe(true)
  const numbers = seen.map(({ sequence }) => sequence)
  expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
  await client.close()

  // Spans that still wait are sent when their process ends.
  await Promise.all([api.end('SIGTERM'), worker.end('SIGTERM')])
  const { spans } = collector
  const held = spans.find(({ name, facts }) => name === 'sync' && facts['pms.sync.id'] === run.id)
  const trace = spans.filter(({ traceId }) => traceId === held?.traceId)
  const kinds = new Set(trace.map(({ name }) => name))
  expect([...kinds].sort()).toEqual([
    'request',
    'subscription.event',
    'sync',
    'sync.page',
    'sync.request',
    'vendor.request',
  ])
  // Both processes have a part in it.
  expect(new Set(trace.map(({ processId }) => processId))).toEqual(new Set([api.pid, worker.pid]))
  expect(trace.filter(({ parentId }) => parentId === '')).toHaveLength(1)
}, 120_000)

import { expect, test } from 'vitest'
import { createRelayPubSub } from '../../../src/platform/pubsub/relay-pubsub.ts'
import { createQueueBackend } from '../../../src/platform/queue/queue.ts'
import { eventually } from '../../kit/eventually.ts'
import { startOwnRedis } from '../../kit/own-redis.ts'

const redis = await startOwnRedis()

function recordingLog() {
  const lines: string[] = []
  const note = (_: object, message: string) => void lines.push(message)
  return { lines, info: note, warn: note }
}

test.skipIf(redis === null)('a start without Redis goes on without it, and takes it up when it comes', async () => {
  await using store = redis as NonNullable<typeof redis>
  await store.kill()
  const log = recordingLog()
  const redisUrl = store.url.replace('redis://', 'redis://:hunter2@')
  await using backend = await createQueueBackend({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/', redisUrl, log })
  expect(backend.problem()).toMatch(/^Redis is away/)
  const seen: unknown[] = []
  const queue = await backend.openQueue('work')
  const worker = await backend.openWorker('work', async (payload) => void seen.push(payload), { concurrency: 1 })
  await using pubsub = await createRelayPubSub(backend, log)
  await expect(queue.add({ n: 1 }, { id: 'a' })).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  await expect(pubsub.subscribe('news')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
  await pubsub.publish('news', 'lost')

  await store.start()
  await eventually(() => queue.add({ n: 2 }, { id: 'b' }))
  await eventually(() => expect(seen).toEqual([{ n: 2 }]))
  await eventually(async () => {
    const messages = await pubsub.subscribe<string>('news')
    await pubsub.publish('news', 'heard')
    expect((await messages.next()).value).toBe('heard')
  })
  expect(backend.problem()).toBeNull()
  expect(log.lines).toContain('Job queue: Redis is there')
  expect(log.lines.filter((line) => line.includes('cannot be reached'))).toEqual([
    expect.stringMatching(
      /^Job queue: The job queue at redis:\/\/127\.0\.0\.1:\d+\/0 cannot be reached: .*ECONNREFUSED/,
    ),
  ])
  expect(log.lines.join()).not.toContain('hunter2')
  await worker.close(1_000)

  await store.kill()
  await eventually(() => expect(backend.problem()).toMatch(/^Redis is away/))
})

test.skipIf(redis === null)(
  'a Redis that refuses us ends the start with one line that says why, without the password',
  async () => {
    await using store = (await startOwnRedis('hunter2')) as NonNullable<typeof redis>
    const open = (redisUrl: string) =>
      createQueueBackend({ databaseUrl: 'postgresql://nobody@127.0.0.1:1/', redisUrl, log: recordingLog() })
    for (const [url, reason] of [
      [store.url.replace('hunter2', 'hunter3'), 'WRONGPASS'],
      [store.url.replace(':hunter2@', ''), 'NOAUTH'],
      [store.url.replace(':hunter2@', 'somebody:hunter2@'), 'WRONGPASS'],
      [store.url.replace('/0', '/99'), 'ERR DB index is out of range'],
    ] as const) {
      const refusal = await open(url).catch((error: unknown) => error)
      expect(refusal).toMatchObject({
        code: 'CONFIGURATION_INVALID',
        message: expect.stringMatching(
          new RegExp(`^REDIS_URL: redis://127\\.0\\.0\\.1:\\d+/\\d+ refuses us: ${reason}.*$`),
        ),
      })
      expect(String(refusal)).not.toMatch(/hunter/)
    }
    await (await open(store.url))[Symbol.asyncDispose]()
  },
)

test('what is opened while Redis is away closes at once, and nothing is left waiting', async () => {
  const redisUrl = 'redis://127.0.0.1:1/0'
  const backend = await createQueueBackend({
    databaseUrl: 'postgresql://nobody@127.0.0.1:1/',
    redisUrl,
    log: recordingLog(),
  })
  const worker = await backend.openWorker('work', async () => {}, { concurrency: 1 })
  await (await backend.openRelay()).close()
  await worker.close(60_000)
  await backend[Symbol.asyncDispose]()
})

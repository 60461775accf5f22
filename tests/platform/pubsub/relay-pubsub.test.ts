import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../../src/platform/database/database.ts'
import { createRelayPubSub } from '../../../src/platform/pubsub/relay-pubsub.ts'
import type { QueueBackend } from '../../../src/platform/queue/queue.ts'
import { openTestDatabase } from '../../kit/database.ts'
import { eventually } from '../../kit/eventually.ts'
import { openTestQueue, QUEUE_KINDS } from '../../kit/queue-backends.ts'
import { startTcpProxy } from '../../kit/tcp-proxy.ts'

let database: Database
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database[Symbol.asyncDispose]())

const silent = { warn() {} }
const pubSubOn = (backend: QueueBackend) => createRelayPubSub(backend, silent)

/** The next `count` messages. */
async function read(messages: AsyncIterator<unknown>, count: number): Promise<unknown[]> {
  const results = await Promise.all(Array.from({ length: count }, () => messages.next()))
  return results.map(({ value }) => value)
}

describe.each(QUEUE_KINDS)('on %s', (kind) => {
  test('processes hear each other, in the order of publishing', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using here = await pubSubOn(testQueue.backend)
    await using there = await pubSubOn(await testQueue.another())
    const toHere = await here.subscribe('sync.a.b')
    const toThere = await there.subscribe('sync.a.b')
    const sent = Array.from({ length: 50 }, (_, n) => ({ n }))
    for (const message of sent) await here.publish('sync.a.b', message)
    expect(await read(toHere, 50)).toEqual(sent)
    expect(await read(toThere, 50)).toEqual(sent)
    await there.publish('sync.a.b', { back: true })
    expect(await read(toHere, 1)).toEqual([{ back: true }])
  })

  test('messages that wait leave together with others of their topic, which keeps its order', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    let published = 0
    const openRelay = async () => {
      const relay = await testQueue.backend.openRelay()
      const publish = relay.publish.bind(relay)
      return Object.assign(relay, {
        publish: ((...message) => {
          published++
          return publish(...message)
        }) satisfies typeof relay.publish,
      })
    }
    await using pubsub = await pubSubOn({ ...testQueue.backend, openRelay })
    const [first, second] = [await pubsub.subscribe('topic.1'), await pubsub.subscribe('topic.2')]
    const sent = Array.from({ length: 120 }, (_, n) => n)
    for (const n of sent) for (const topic of ['topic.1', 'topic.2']) void pubsub.publish(topic, n)
    expect(await read(first, 120)).toEqual(sent)
    expect(await read(second, 120)).toEqual(sent)
    expect(published).toBeLessThanOrEqual(7)
  })

  test('a star stands for one segment', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using pubsub = await pubSubOn(testQueue.backend)
    const messages = await pubsub.subscribe('sync.a.*')
    for (const topic of ['sync.b.1', 'sync.a', 'sync.a.1.2', 'sync.a.1']) await pubsub.publish(topic, topic)
    expect(await read(messages, 1)).toEqual(['sync.a.1'])
  })

  test('subscribers of one pattern share a subscription, which goes with the last of them', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using pubsub = await pubSubOn(testQueue.backend)
    const relay = await testQueue.backend.openRelay()
    const subscriptions = async () => (await relay.getCounts()).subscriptions
    const [first, second] = await Promise.all([pubsub.subscribe('a.b'), pubsub.subscribe('a.b')])
    expect(await subscriptions()).toBe(1)
    await pubsub.publish('a.b', 1)
    expect([await first.next(), await second.next()].map(({ value }) => value)).toEqual([1, 1])

    await first.return?.()
    await pubsub.publish('a.b', 2)
    expect(await read(second, 1)).toEqual([2])
    expect(await first.next()).toMatchObject({ done: true })
    expect(await subscriptions()).toBe(1)

    await second.return?.()
    await eventually(async () => expect(await subscriptions()).toBe(0))
  })

  test('one that subscribes while the last one leaves hears everything', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using pubsub = await pubSubOn(testQueue.backend)
    let current = await pubsub.subscribe('a.b')
    for (let n = 0; n < 30; n++) {
      const leaving = current.return?.()
      current = await pubsub.subscribe('a.b')
      await pubsub.publish('a.b', n)
      expect(await read(current, 1)).toEqual([n])
      await leaving
    }
  })

  test('a thousand subscribers that come and go leave nothing behind', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using pubsub = await pubSubOn(testQueue.backend)
    const relay = await testQueue.backend.openRelay()
    const comeAndGo = async (pattern: string) => {
      const messages = await pubsub.subscribe(pattern)
      const parked = messages.next()
      await messages.return?.()
      expect(await parked).toMatchObject({ done: true })
    }
    for (let round = 0; round < 50; round++) {
      await Promise.all(Array.from({ length: 20 }, (_, i) => comeAndGo(`sync.${i % 2 ? 'shared' : i}.*`)))
    }
    await eventually(async () => expect(await relay.getCounts()).toMatchObject({ subscriptions: 0, patterns: 0 }))
  })

  test('an outage neither delays nor fails a publisher, and subscribers stay', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using proxy = await startTcpProxy(testQueue.url)
    await using pubsub = await pubSubOn(await testQueue.another(proxy.url))
    const messages = await pubsub.subscribe('a.b')

    proxy.cut()
    await expect(pubsub.subscribe('c.d')).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    let hasWaited = false
    const turn = setImmediate(() => {
      hasWaited = true
    })
    for (let n = 0; n < 2_000; n++) await pubsub.publish('a.b', 'lost')
    expect(hasWaited, 'waited for anything outside of this process').toBe(false)
    clearImmediate(turn)
    proxy.restore()

    let heard = false
    void messages.next().then(() => {
      heard = true
    })
    await eventually(async () => {
      await pubsub.publish('a.b', 'back')
      expect(heard).toBe(true)
    })
  })

  test('disposing ends every reader and sends what is waiting to be sent', async () => {
    await using testQueue = await openTestQueue(kind, database.url)
    await using elsewhere = await pubSubOn(await testQueue.another())
    const messages = await elsewhere.subscribe('a.b')
    // A busy machine may take longer to send than a worker that ends would wait.
    const pubsub = await createRelayPubSub(testQueue.backend, silent, 60_000)
    const parked = (await pubsub.subscribe('a.b')).next()
    for (let n = 0; n < 20; n++) void pubsub.publish('a.b', n)
    await pubsub[Symbol.asyncDispose]()
    expect(await parked).toMatchObject({ done: true })
    expect((await read(messages, 20)).at(-1)).toBe(19)
  })
})

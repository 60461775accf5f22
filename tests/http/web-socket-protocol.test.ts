import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { hotelProgressTopic, progressOf, progressTopic } from '../../src/sync/events/progress.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { bearer, openRawSocket, openSession } from '../kit/raw-socket.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Tells the same sentence fifteen times: much for a client, little for the relay. */
const SENTENCES = `subscription ($id: ID!) { syncProgress(hotelId: $id) {
  ${Array.from({ length: 15 }, (_, n) => `s${n}: message`).join(' ')} } }`
const PROGRESS = 'subscription ($id: ID!) { syncProgress(hotelId: $id) { phase } }'

describe('a connection is closed', () => {
  test('with 4408 when it does not say who it is', async () => {
    const { closed } = await openRawSocket(api)
    expect((await closed).code).toBe(4408)
  })

  test('with 4429 when it says so twice', async () => {
    const { init, closed } = await openSession(api)
    init()
    expect((await closed).code).toBe(4429)
  })

  test('with 4409 when it uses an id that is in use', async () => {
    const id = await addHotel(api.database)
    const { subscribe, closed } = await openSession(api)
    subscribe('1', PROGRESS, { id })
    subscribe('1', PROGRESS, { id })
    expect(await closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' })
  })

  test.each(['{', '{}', '{"type":"nonsense"}', '{"type":"subscribe","id":"1"}'])(
    'with 4400 when it sends %s',
    async (text) => {
      const { socket, closed } = await openSession(api)
      socket.send(text)
      expect((await closed).code).toBe(4400)
    },
  )
})

test('a connection is closed with 4400 when it sends bytes, also those of a right message', async () => {
  const { socket, messages, closed } = await openSession(api)
  socket.send(Buffer.from('{"type":"subscribe","id":"1","payload":{"query":"{ providers { key } }"}}'))
  expect(await closed).toEqual({ code: 4400, reason: 'Invalid message received' })
  expect(messages).toHaveLength(1)
})

test('a connection is closed with 1009 when it sends more than a mebibyte', async () => {
  const { send, closed } = await openSession(api)
  send({ type: 'ping', payload: { text: 'x'.repeat(1024 * 1024) } })
  expect((await closed).code).toBe(1009)
})

test('a ping is answered with its payload, before and after the connection is let in', async () => {
  const { send, init, received, messages, socket } = await openRawSocket(api)
  send({ type: 'ping', payload: { n: 1 } })
  await received('pong')
  init({ authorization: await bearer(api) })
  await received('connection_ack')
  send({ type: 'pong' })
  send({ type: 'ping' })
  await eventually(() => expect(messages).toHaveLength(3))
  expect(messages).toEqual([{ type: 'pong', payload: { n: 1 } }, { type: 'connection_ack' }, { type: 'pong' }])
  socket.close()
})

test('a subscription that the client completes tells nothing more, and its id is free at once', async () => {
  const id = await addHotel(api.database)
  const topic = hotelProgressTopic(id)
  const { subscribe, send, messages, received, socket } = await openSession(api)
  subscribe('1', PROGRESS, { id })
  await eventually(() => expect(api.listening).toContain(topic))
  send({ type: 'complete', id: '1' })
  subscribe('1', '{ provider(key: "mock") { key } }')
  await received('complete', '1')
  expect(messages.slice(1)).toEqual([
    { type: 'next', id: '1', payload: { data: { provider: { key: 'mock' } } } },
    { type: 'complete', id: '1' },
  ])
  await eventually(() => expect(api.listening).not.toContain(topic))
  socket.close()
})

test('an id that is used again while its former subscription has not begun yet stands for the new one alone', async () => {
  const [former, id] = [await addHotel(api.database), await addHotel(api.database)]
  await addSyncLog(api.database, { hotelId: former, status: 'QUEUED' })
  await addSyncLog(api.database, { hotelId: id, status: 'QUEUED' })
  const { subscribe, send, received, messages, socket } = await openSession(api)
  subscribe('1', PROGRESS, { id: former })
  send({ type: 'complete', id: '1' })
  subscribe('1', 'subscription ($id: ID!) { syncProgress(hotelId: $id) { hotelId } }', { id })
  await received('next', '1')
  await eventually(() => expect(api.listening).not.toContain(hotelProgressTopic(former)))
  expect(api.listening).toContain(hotelProgressTopic(id))
  send({ type: 'complete', id: '1' })
  await eventually(() => expect(api.listening).not.toContain(hotelProgressTopic(id)))
  expect(messages.slice(1)).toEqual([{ id: '1', type: 'next', payload: { data: { syncProgress: { hotelId: id } } } }])
  socket.close()
})

test('an operation that the document does not have is an error; the connection stays', async () => {
  const { subscribe, received, socket } = await openSession(api)
  subscribe('1', 'query a { providers { key } } query b { providers { key } }')
  expect((await received('error', '1')).payload).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
  subscribe('2', '{ providers { key } }')
  await received('complete', '2')
  socket.close()
})

describe('limits:', () => {
  test('the 101st operation of a connection is refused, until another one has ended', async () => {
    const id = await addHotel(api.database)
    const { subscribe, send, received, messages, socket } = await openSession(api)
    for (let n = 1; n <= 101; n++) subscribe(String(n), PROGRESS, { id })
    expect((await received('error', '101')).payload).toMatchObject([{ extensions: { code: 'TOO_MANY_REQUESTS' } }])
    expect(messages).toHaveLength(2)
    send({ type: 'complete', id: '1' })
    subscribe('102', '{ providers { key } }')
    await received('next', '102')
    socket.close()
  })

  test('the 1001st connection of a viewer is asked to come later; others come and go, and nothing leaks', async () => {
    await using own = await startApi()
    const id = await addHotel(own.database)
    await addSyncLog(own.database, { hotelId: id, status: 'QUEUED' })
    const authorization = await bearer(own)
    const open = []
    for (let n = 0; n < 1000; n += 50) {
      open.push(...(await Promise.all(Array.from({ length: 50 }, () => openSession(own, authorization)))))
    }
    const refused = await openRawSocket(own)
    refused.init({ authorization })
    expect(await refused.closed).toEqual({ code: 1013, reason: 'Too many connections' })
    const timers = timersOf()
    await Promise.all(
      open.map(async ({ subscribe, received }, n) => {
        subscribe('1', PROGRESS, { id })
        // Every tenth watches something that nobody else does.
        if (n % 10 === 0) subscribe('2', `${PROGRESS} # ${n}`, { id })
        await received('next', '1')
      }),
    )
    await eventually(() => expect(own.listening).toHaveLength(101))
    for (const [n, { socket }] of open.entries()) n % 2 === 0 ? socket.close() : socket.terminate()
    await eventually(() => expect(own.listening).toEqual([]))
    await eventually(() => expect(openSockets(own)).resolves.toBe(0))
    await eventually(() => expect(timersOf()).toBeLessThan(timers - 900))
    const again = await openSession(own, authorization)
    again.socket.close()
  })
})

test('a client that does not read is dropped; others are told everything', async () => {
  const id = await addHotel(api.database)
  const run = (await addSyncLog(api.database, { hotelId: id, status: 'RUNNING', sequence: 0 })) as SyncLog
  const [slow, quick] = [await openSession(api), await openSession(api)]
  for (const { subscribe, received } of [slow, quick]) {
    subscribe('1', SENTENCES, { id })
    await received('next', '1')
  }
  slow.socket.pause()
  // Step by step more than the sockets of both sides and the server's patience take.
  const message = 'x'.repeat(5_000)
  const steps = Array.from({ length: 320 }, (_, n) => n + 1)
  for (const step of steps) {
    await api.pubsub.publish(progressTopic(run), progressOf(run, { step, message }))
    if (step % 20 === 0) await eventually(() => expect(quick.messages).toHaveLength(step + 2))
  }
  const { closed } = slow
  slow.socket.resume()
  expect((await closed).code).toBe(1006)
  expect(slow.messages.length).toBeLessThan(steps.length)
  expect(quick.socket.readyState).toBe(WebSocket.OPEN)
  quick.socket.close()
})

const timersOf = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length

const openSockets = ({ server }: TestApi) =>
  new Promise<number>((resolve, reject) =>
    server.fastify.server.getConnections((error, count) => (error ? reject(error) : resolve(count))),
  )

import { randomUUID } from 'node:crypto'
import { createClient } from 'graphql-ws'
import { describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { type Answer, startApi, type TestApi } from '../kit/api.ts'
import { bearer, type Message, openRawSocket } from '../kit/raw-socket.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'

describe('a connection is let in', () => {
  test.each(['authorization', 'Authorization'])('with a token as %s of connection_init', async (name) => {
    await using api = await startApi()
    const { init, received, socket } = await openRawSocket(api)
    init({ [name]: await bearer(api) })
    expect(await received('connection_ack')).toEqual({ type: 'connection_ack' })
    socket.close()
  })

  test('with a token in the header of the upgrade, as servers send it', async () => {
    await using api = await startApi()
    const { init, received, socket } = await openRawSocket(api, { headers: { authorization: await bearer(api) } })
    init()
    await received('connection_ack')
    socket.close()
  })
})

describe('a connection is refused', () => {
  test('with 4401 without a token, and with one that is not valid', async () => {
    await using api = await startApi()
    for (const payload of [undefined, { authorization: 'Bearer nonsense' }, { authorization: 7 }]) {
      const { init, closed } = await openRawSocket(api)
      init(payload)
      expect(await closed).toEqual({ code: 4401, reason: 'Unauthorized' })
    }
  })

  test('with 4403 without the permission to look', async () => {
    await using api = await startApi()
    const { init, closed } = await openRawSocket(api)
    init({ authorization: await bearer(api, { permissions: [] }) })
    expect(await closed).toEqual({ code: 4403, reason: 'Forbidden' })
  })

  test('with 4401 when it asks before it has said who it is', async () => {
    await using api = await startApi()
    const { send, closed } = await openRawSocket(api)
    send({ type: 'subscribe', id: '1', payload: { query: '{ providers { key } }' } })
    expect((await closed).code).toBe(4401)
  })

  test('on any other path', async () => {
    await using api = await startApi()
    await expect(openRawSocket(api, { path: '/elsewhere' })).rejects.toThrow('404')
  })

  test('with 4406 without a protocol; one that is not spoken here is not agreed to', async () => {
    await using api = await startApi()
    expect((await (await openRawSocket(api, { protocol: [] })).closed).code).toBe(4406)
    await expect(openRawSocket(api, { protocol: 'graphql-ws' })).rejects.toThrow('no subprotocol')
  })
})

test('a connection that offers other protocols besides is let in', async () => {
  await using api = await startApi()
  const { init, received, socket } = await openRawSocket(api, { protocol: ['graphql-ws', 'graphql-transport-ws'] })
  expect(socket.protocol).toBe('graphql-transport-ws')
  init({ authorization: await bearer(api) })
  await received('connection_ack')
  socket.close()
})

test('a connection ends with 4401 when its token expires', async () => {
  await using api = await startApi()
  const { init, received, closed } = await openRawSocket(api)
  init({ authorization: await bearer(api, { expiresInSeconds: 1 }) })
  await received('connection_ack')
  expect(await closed).toEqual({ code: 4401, reason: 'Token expired' })
})

describe('an operation', () => {
  const ask = async (api: TestApi, query: string, variables: object = {}) => {
    const connection = await openRawSocket(api)
    connection.init({ authorization: await bearer(api) })
    await connection.received('connection_ack')
    connection.send({ type: 'subscribe', id: '1', payload: { query, variables } })
    return connection
  }
  const errorsOf = ({ payload }: Message) => payload as Answer<unknown>['errors']

  test('that is a query is answered and completed', async () => {
    await using api = await startApi()
    const { received, socket } = await ask(api, '{ provider(key: "mock") { key } }')
    expect(await received('next')).toEqual({ type: 'next', id: '1', payload: { data: { provider: { key: 'mock' } } } })
    await received('complete')
    socket.close()
  })

  test.each([
    ['a syntax error', '{', 'GRAPHQL_PARSE_FAILED'],
    ['an unknown field', 'subscription { nothing }', 'GRAPHQL_VALIDATION_FAILED'],
    ['a wrong value', '{ bookings(hotelId: "h", first: "ten") { totalCount } }', 'BAD_USER_INPUT'],
  ])('with %s gets an error with its code; the connection stays', async (_, query, code) => {
    await using api = await startApi()
    const { received, send, socket } = await ask(api, query)
    const errors = errorsOf(await received('error'))
    expect(errors?.[0]?.extensions).toMatchObject({ code, requestId: expect.any(String) })
    send({ type: 'ping' })
    await received('pong')
    socket.close()
  })

  test('that fails tells no more than it does over HTTP', async () => {
    await using api = await startApi()
    const { received, socket } = await ask(api, 'query ($id: ID!) { bookings(hotelId: $id) { totalCount } }', {
      id: 'nowhere',
    })
    const { payload } = await received('next')
    expect(payload).toMatchObject({ data: null, errors: [{ extensions: { code: 'NOT_FOUND', field: 'hotelId' } }] })
    socket.close()
  })

  test('is checked against its hotel and permission', async () => {
    await using api = await startApi()
    const connection = await openRawSocket(api)
    connection.init({ authorization: await bearer(api, { hotelIds: ['own'], permissions: ['ADMIN_VIEW'] }) })
    await connection.received('connection_ack')
    const query = 'mutation { deleteConfiguration(input: { hotelId: "own", provider: "mock" }) { deleted } }'
    connection.send({ type: 'subscribe', id: '1', payload: { query } })
    expect((await connection.received('next')).payload).toMatchObject({
      errors: [{ extensions: { code: 'FORBIDDEN' } }],
    })
    connection.socket.close()
  })

  test('asks for the schema in development, not in production', async () => {
    for (const [environment, expected] of [
      ['test', 'next'],
      ['production', 'error'],
    ] as const) {
      await using api = await startApi({ environment })
      const { received, socket } = await ask(api, '{ __schema { queryType { name } } }')
      await received(expected)
      socket.close()
    }
  })
})

test('a server that closes says goodbye and completes nothing: the client comes back to the next one', async () => {
  const hotel = `hotel-${randomUUID()}`
  const [old, next] = [await startApi(), await startApi()]
  for (const { database } of [old, next]) {
    await addHotel(database, hotel)
    await addSyncLog(database, { hotelId: hotel, status: 'QUEUED' })
  }
  const codes: number[] = []
  const tokens = { [old.url]: await old.token(), [next.url]: await next.token() }
  let { url } = old
  const client = createClient({
    url: () => `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    connectionParams: () => ({ authorization: `Bearer ${tokens[url]}` }),
    retryWait: async () => {},
    on: { closed: (event) => codes.push((event as CloseEvent).code) },
  })
  const query = 'subscription ($hotel: ID!) { syncProgress(hotelId: $hotel) { phase } }'
  const events = client.iterate({ query, variables: { hotel } })
  const told = { done: false, value: { data: { syncProgress: { phase: 'QUEUED' } } } }
  expect(await events.next()).toEqual(told)
  url = next.url
  await old.server[Symbol.asyncDispose]()
  expect(await events.next()).toEqual(told)
  expect(codes).toEqual([1001])
  expect(old.listening).toEqual([])
  await client.dispose()
  await Promise.all([old, next].map((api) => api[Symbol.asyncDispose]()))
})

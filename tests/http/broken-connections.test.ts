import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listProviderAdapters } from '../../src/providers/registry.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { bearer } from '../kit/raw-socket.ts'
import { addHotel } from '../kit/rows.ts'
import { listenForUnheard } from '../kit/unheard.ts'

// A file of its own: whatever nobody listens for in this process is a fault.
const unheard = listenForUnheard()
let api: TestApi
beforeAll(async () => {
  api = await startApi()
  api.server.fastify.server.on('connection', (socket) => ends.set(socket.remotePort, socket))
})
afterAll(async () => {
  expect(unheard.errors.map(String)).toEqual([])
  await api[Symbol.asyncDispose]()
})

/** How a caller may leave, once its bytes are sent. */
const WAYS_TO_LEAVE = {
  resets: (socket: Socket) => void socket.resetAndDestroy(),
  'half-closes': (socket: Socket) => void socket.end(),
  'sends garbage, then resets': (socket: Socket) =>
    void socket.write(Buffer.alloc(4_096, 0xff), () => socket.resetAndDestroy()),
  'sends garbage and stays': (socket: Socket) => void socket.write(Buffer.alloc(4_096, 0xff)),
} as const

const upgrade = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'host: x', 'connection: upgrade', ...headers, '', ''].join('\r\n')
const KEY = 'sec-websocket-key: dGhlIHNhbXBsZSBub25jZQ=='
const webSocket = (protocol: string) =>
  upgrade('/graphql', 'upgrade: websocket', 'sec-websocket-version: 13', KEY, `sec-websocket-protocol: ${protocol}`)

const BYTES: Record<string, string> = {
  nothing: '',
  'what is no HTTP': 'EHLO mail.example\r\n\r\n',
  'half a head': 'GET / HTTP/1.1\r\nhost: x\r\nx-half',
  'half a body':
    'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 999\r\n\r\n{"q',
  'a broken chunk': 'POST /graphql HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\nZZ\r\n',
  'a request to be answered': 'GET / HTTP/1.1\r\nhost: x\r\n\r\n',
  'many requests at once': 'GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(200),
  'a CONNECT': 'CONNECT elsewhere:443 HTTP/1.1\r\nhost: x\r\n\r\n',
  'a body that it will send when asked':
    'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\nexpect: 100-continue\r\n\r\n',
  'an upgrade to another path': upgrade('/elsewhere', 'upgrade: websocket', 'sec-websocket-version: 13', KEY),
  'an upgrade to HTTP/2': upgrade('/', 'upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__'),
  'an upgrade to a path that is none': upgrade('//%', 'upgrade: x'),
  'an upgrade to GraphQL that is no WebSocket': upgrade('/graphql', 'upgrade: x'),
  'a WebSocket without a key': upgrade('/graphql', 'upgrade: websocket', 'sec-websocket-version: 13'),
  'a WebSocket': webSocket('graphql-transport-ws'),
  'a WebSocket of another protocol': webSocket('graphql-ws'),
}

const ways = Object.keys(WAYS_TO_LEAVE) as (keyof typeof WAYS_TO_LEAVE)[]
const cases = Object.keys(BYTES).flatMap((sent) => ways.map((leaves) => [sent, leaves] as const))

async function visit(url: string, bytes: string, leave: (socket: Socket) => void): Promise<Socket> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: true })
  socket.on('error', () => {}).resume()
  await once(socket, 'connect')
  await new Promise((sent) => socket.write(bytes, sent))
  leave(socket)
  return socket
}

/** The service's ends of its connections, by the caller's port; none of one that was reset before it was accepted. */
const ends = new Map<number | undefined, Socket>()
const isClosed = (port: number | undefined) => eventually(() => expect(ends.get(port)?.closed ?? true).toBe(true))

describe('the service goes on, and keeps no socket, when a caller sends', () => {
  test.each(cases)('%s and %s', async (sent, leaves) => {
    const socket = await visit(api.url, BYTES[sent] ?? '', WAYS_TO_LEAVE[leaves])
    const { localPort } = socket
    expect((await fetch(`${api.url}/healthz`)).status).toBe(200)
    socket.destroy()
    await isClosed(localPort)
  })
})

describe('every simulator goes on when callers send all of that', () => {
  test.each(listProviderAdapters().map((adapter) => [adapter.key, adapter] as const))('%s', async (_, adapter) => {
    await using simulator = await adapter.simulate({ bookings: 1, rooms: 1, guests: 1 })
    const visits = cases.map(([sent, leaves]) => visit(simulator.url, BYTES[sent] ?? '', WAYS_TO_LEAVE[leaves]))
    const sockets = await Promise.all(visits)
    expect((await fetch(simulator.url)).status).toBeGreaterThan(0)
    for (const socket of sockets) socket.destroy()
  })
})

test('an event stream whose reader resets is let go of', async () => {
  const hotelId = await addHotel(api.database)
  const query = 'subscription ($id: ID!) { syncProgress(hotelId: $id) { phase } }'
  const body = JSON.stringify({ query, variables: { id: hotelId } })
  const head = [
    'POST /graphql/stream HTTP/1.1',
    'host: x',
    `authorization: ${await bearer(api)}`,
    'content-type: application/json',
    `content-length: ${body.length}`,
  ].join('\r\n')
  const socket = await visit(api.url, `${head}\r\n\r\n${body}`, () => {})
  await eventually(() => expect(api.listening).not.toEqual([]))
  socket.resetAndDestroy()
  await eventually(() => expect(api.listening).toEqual([]))
})

test.each(['what is no HTTP', 'an upgrade to another path', 'a WebSocket without a key'])(
  'a caller that sends %s, is refused and never hangs up is cut off',
  async (sent) => {
    const socket = await visit(api.url, BYTES[sent] ?? '', () => {})
    await isClosed(socket.localPort)
    socket.destroy()
  },
)

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { type WebSocket, WebSocketServer } from 'ws'
import { createSocketClient, SOCKET_TIMING, type SocketTiming } from '../../../src/providers/transport/socket/socket.ts'
import { StreamClosed } from '../../../src/providers/transport/socket/stream-closed.ts'
import { eventually } from '../../kit/eventually.ts'

/** A connection and the vendor's end of it. */
async function open(timing: Partial<SocketTiming> = {}, upgradeMs = 0) {
  const verifyClient = (_: unknown, admit: (isAdmitted: boolean) => void) => setTimeout(admit, upgradeMs, true)
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1', verifyClient })
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const accepted = once(server, 'connection') as Promise<[WebSocket]>
  const client = createSocketClient({ signal: new AbortController().signal, allowPrivateNetwork: true, timing })
  const socket = await client.connect({ url: `http://127.0.0.1:${port}/` })
  const [vendor] = await accepted
  return {
    socket,
    vendor,
    [Symbol.dispose]() {
      socket[Symbol.dispose]()
      vendor.terminate()
      server.close()
    },
  }
}

test('a connection that looks open and says nothing, not even that it lives, is found', async () => {
  using connection = await open({ pingMs: 20, silentMs: 100 })
  connection.vendor.pause()
  await expect(connection.socket.read()).rejects.toThrow(/has said nothing/)
})

test('half a minute is enough to find it, whenever between two looks it froze', () => {
  const { silentMs, pingMs } = SOCKET_TIMING
  // Found by the first look after so long a silence; the one before may have come a moment too early.
  expect(silentMs + pingMs).toBeLessThan(30_000)
  expect(silentMs, 'one answer that comes late is no silence').toBeGreaterThanOrEqual(3 * pingMs)
})

test('a vendor that has nothing to tell but lives is left alone', async () => {
  using connection = await open({ pingMs: 20, silentMs: 2_000 })
  let pings = 0
  connection.vendor.on('ping', () => pings++)
  await eventually(() => expect(pings).toBeGreaterThan(3))
  expect(await connection.socket.read(1)).toEqual([])
})

test('a vendor that takes its time to answer the upgrade is not pinged before', async () => {
  using connection = await open({ pingMs: 5 }, 100)
  connection.vendor.send('welcome')
  expect(await connection.socket.read()).toEqual(['welcome'])
})

test('a burst of thousands waits at the vendor, not in memory, and comes in order', async () => {
  using connection = await open()
  const { socket, vendor } = connection
  const padding = 'x'.repeat(20_000)
  const count = 2_000
  for (let i = 0; i < count; i++) vendor.send(`${i} ${padding}`)
  let before = -1
  await eventually(() => {
    const isStill = vendor.bufferedAmount === before
    before = vendor.bufferedAmount
    expect(isStill, 'the vendor is still sending').toBe(true)
  })
  expect(vendor.bufferedAmount, 'nobody has read yet').toBeGreaterThan(10_000_000)
  const read: number[] = []
  while (read.length < count) {
    const texts = (await socket.read()) ?? []
    expect(texts.length).toBeLessThanOrEqual(420)
    read.push(...texts.map((text) => Number.parseInt(text, 10)))
  }
  expect(read).toEqual(Array.from({ length: count }, (_, i) => i))
})

test('a message that is too large ends the connection and not the process', async () => {
  using connection = await open()
  connection.vendor.send('x'.repeat(4 * 1024 * 1024 + 1))
  await expect(connection.socket.read()).rejects.toBeInstanceOf(StreamClosed)
})

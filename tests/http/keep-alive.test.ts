import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { createKeepAlive } from '../../src/http/graphql/subscriptions/keep-alive.ts'
import { eventually } from '../kit/eventually.ts'

test('a client that leaves two pings unanswered is dropped; those who answer stay', async () => {
  const server = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(server, 'listening')
  const keepAlive = createKeepAlive(50)
  server.on('connection', keepAlive.add)
  const url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [alive, silent] = [new WebSocket(url), new WebSocket(url, { autoPong: false })]
  const pings: Record<'alive' | 'silent', number> = { alive: 0, silent: 0 }
  alive.on('ping', () => pings.alive++)
  silent.on('ping', () => pings.silent++)
  const [code] = await once(silent, 'close')
  expect([code, pings.silent]).toEqual([1006, 2])
  const before = pings.alive
  await eventually(() => expect(pings.alive).toBeGreaterThan(before + 3))
  expect(alive.readyState).toBe(WebSocket.OPEN)
  keepAlive.stop()
  alive.terminate()
  server.close()
})

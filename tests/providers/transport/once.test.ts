import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../../src/errors.ts'
import type { HttpRequest } from '../../../src/providers/transport/http.ts'
import { createMemoryRateBudget } from '../../../src/providers/transport/rate-budget.ts'
import { createSingleRequest } from '../../../src/providers/transport/single-request.ts'
import { answer, fakeVendor, ManualClock } from './fake-vendor.ts'

const COMMAND: HttpRequest = { method: 'POST', url: 'https://pms.example/v1/bookings/1/cancel', once: true }
const ok = answer(200)
const failureOf = (sent: Promise<unknown>) => sent.catch((error: unknown) => error)

describe('a request that leaves once', () => {
  test.each([500, 502, 503, 504])('is not repeated after %i, for it may have been done', async (status) => {
    const { http, sent } = fakeVendor(() => answer(status))
    expect(await failureOf(http.send(COMMAND))).toMatchObject({ code: 'PROVIDER_UNAVAILABLE', sent: true })
    expect(sent).toHaveLength(1)
  })

  test.each([
    ['a cut connection', new PmsIntegrationError('PROVIDER_UNAVAILABLE', 'cut')],
    ['an answer that cannot be read', new PmsIntegrationError('PROVIDER_BAD_RESPONSE', 'too large')],
  ])('is not repeated after %s', async (_, error) => {
    const { http, sent } = fakeVendor(() => error)
    expect(await failureOf(http.send(COMMAND))).toMatchObject({ code: error.code, sent: true })
    expect(sent).toHaveLength(1)
  })

  test('waits for a 429 and goes out again: it was not let in', async () => {
    const { http, sent, waits } = fakeVendor((n) => (n === 1 ? answer(429, { 'retry-after': '2' }) : ok))
    expect(await http.send(COMMAND)).toEqual(ok)
    expect(sent).toHaveLength(2)
    expect(waits.map(({ reason, ms }) => [reason, ms])).toContainEqual(['RETRY_AFTER', 2_000])
  })

  test('says that a 429 longer than its patience was not sent', async () => {
    const { http } = fakeVendor(() => answer(429, { 'retry-after': '60' }), { maxWaitMs: 1_000 })
    expect(await failureOf(http.send(COMMAND))).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', sent: false })
  })

  test.each([
    [400, 'PROVIDER_REJECTED'],
    [401, 'PROVIDER_UNAUTHORIZED'],
    [403, 'PROVIDER_FORBIDDEN'],
    [409, 'PROVIDER_REJECTED'],
  ])('was refused with %i, and so changed nothing', async (status, code) => {
    const { http } = fakeVendor(() => answer(status))
    expect(await failureOf(http.send(COMMAND))).toMatchObject({ code, sent: false })
  })

  test('waits for the allowance, and says that nothing left when that takes too long', async () => {
    const clock = new ManualClock()
    const rate = { requests: 1, perMs: 10_000 }
    const { http, sent } = fakeVendor(() => ok, {
      clock,
      rate,
      maxWaitMs: 1_000,
      budget: createMemoryRateBudget({ clock }),
    })
    await http.send(COMMAND)
    expect(await failureOf(http.send(COMMAND))).toMatchObject({ code: 'PROVIDER_RATE_LIMITED', sent: false })
    expect(sent).toHaveLength(1)
  })

  test('is told that it may leave right before it does, and stays when that is refused', async () => {
    const order: string[] = []
    const options = { onLeaving: async () => void order.push('leaving') }
    const { http } = fakeVendor(() => {
      order.push('sent')
      return ok
    }, options)
    await http.send(COMMAND)
    await http.send({ ...COMMAND, once: false })
    expect(order).toEqual(['leaving', 'sent', 'sent'])

    const lost = new PmsIntegrationError('SYNC_LEASE_LOST', 'too late')
    const refusing = fakeVendor(() => ok, { onLeaving: () => Promise.reject(lost) })
    expect(await failureOf(refusing.http.send(COMMAND))).toMatchObject({ code: 'SYNC_LEASE_LOST', sent: false })
    expect(refusing.sent).toHaveLength(0)
  })

  test('an answer that is not ready is its answer: asking again would be doing it again', async () => {
    const { http, sent } = fakeVendor(() => ok)
    await http.send({ ...COMMAND, pending: () => 1_000 })
    expect(sent).toHaveLength(1)
  })

  test('says that it left when it is given up under way', async () => {
    const stop = new AbortController()
    const reason = new PmsIntegrationError('PROVIDER_TIMEOUT', 'too late')
    const { http } = fakeVendor(
      () => {
        stop.abort(reason)
        return Promise.reject(reason)
      },
      { signal: stop.signal },
    )
    expect(await failureOf(http.send(COMMAND))).toMatchObject({ sent: true })
    expect(reason.sent).toBeUndefined()
  })
})

describe('on the wire', () => {
  const send = createSingleRequest({ allowPrivateNetwork: true })
  const never = new AbortController().signal

  async function listening<S extends Server | ReturnType<typeof createTcpServer>>(server: S) {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
    const { port } = server.address() as AddressInfo
    return { url: `http://127.0.0.1:${port}/`, [Symbol.asyncDispose]: async () => void server.close() }
  }

  test('nothing has left where nobody listens', async () => {
    const server = await listening(createTcpServer())
    await server[Symbol.asyncDispose]()
    const trace = { hasLeft: true }
    await failureOf(send({ ...COMMAND, url: server.url }, never, undefined, trace))
    expect(trace.hasLeft).toBe(false)
  })

  test('a connection that is cut without an answer took it with it, and is not opened again', async () => {
    let requests = 0
    await using server = await listening(
      createTcpServer((socket) => {
        socket.on('error', () => {})
        socket.once('data', () => {
          requests += 1
          socket.destroy()
        })
      }),
    )
    const trace = { hasLeft: true }
    expect(await failureOf(send({ ...COMMAND, url: server.url }, never, undefined, trace))).toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
    })
    expect([trace.hasLeft, requests]).toEqual([true, 1])
  })

  test('a command takes a connection of its own', async () => {
    const ports = new Set<number | undefined>()
    await using server = await listening(
      createServer((incoming, out) => {
        ports.add(incoming.socket.remotePort)
        out.end()
      }),
    )
    await send({ ...COMMAND, url: server.url, once: false }, never)
    await send({ ...COMMAND, url: server.url }, never)
    await send({ ...COMMAND, url: server.url }, never)
    expect(ports.size).toBe(3)
  })
})

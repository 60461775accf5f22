import { createServer, type RequestListener, type Server } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import type { HttpRequest } from '../../../src/providers/transport/http.ts'
import { createSingleRequest } from '../../../src/providers/transport/single-request.ts'

const singleRequest = createSingleRequest({ allowPrivateNetwork: true, maxBodyBytes: 1_000 })
const never = new AbortController().signal

async function serve(listener: RequestListener): Promise<Server & AsyncDisposable & { url: string }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return Object.assign(server, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  })
}

const get = (url: string): HttpRequest => ({ method: 'GET', url })

test('brings status, headers in lower case and the body', async () => {
  await using server = await serve((_, out) => out.writeHead(404, { 'X-Request-ID': 'abc' }).end('žluťoučký'))
  const response = await singleRequest(get(server.url), never)
  expect(response).toMatchObject({ status: 404, headers: { 'x-request-id': 'abc' }, body: 'žluťoučký' })
})

test('sends method, headers and body', async () => {
  await using server = await serve(async (incoming, out) => {
    const body = (await incoming.toArray()).join('')
    out.end(JSON.stringify([incoming.method, incoming.headers['x-key'], incoming.headers['content-length'], body]))
  })
  const request: HttpRequest = { method: 'POST', url: server.url, headers: { 'x-key': 'k' }, body: 'a=é' }
  expect(JSON.parse((await singleRequest(request, never)).body)).toEqual(['POST', 'k', '4', 'a=é'])
})

test('unpacks gzip', async () => {
  await using server = await serve((incoming, out) => {
    expect(incoming.headers['accept-encoding']).toBe('gzip')
    out.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('unpacked'))
  })
  expect((await singleRequest(get(server.url), never)).body).toBe('unpacked')
})

test.each(['identity', 'gzip'])('stops reading a body that is too large: %s', async (encoding) => {
  const body = Buffer.alloc(1_001, 'a')
  await using server = await serve((_, out) => {
    out.writeHead(200, { 'content-encoding': encoding }).end(encoding === 'gzip' ? gzipSync(body) : body)
  })
  await expect(singleRequest(get(server.url), never)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})

test('an answer that is too large because of one text is read without it, where that is asked for', async () => {
  const large = createSingleRequest({ allowPrivateNetwork: true })
  const item = { id: 'b-1', film: 'x'.repeat(80 * 1024 * 1024), last: true }
  const body = JSON.stringify({ data: [item] })
  await using server = await serve((_, out) => out.end(body))
  await expect(large(get(server.url), never)).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  const answer = JSON.parse((await large(get(server.url), never, Number.POSITIVE_INFINITY)).body)
  expect(answer.data[0]).toMatchObject({ id: 'b-1', last: true })
  expect(answer.data[0].film).toHaveLength(1024 * 1024 + '… [cut: too large]'.length)
})

test('does not follow a redirect', async () => {
  const paths: (string | undefined)[] = []
  await using server = await serve((incoming, out) => {
    paths.push(incoming.url)
    out.writeHead(302, { location: '/elsewhere' }).end()
  })
  expect((await singleRequest(get(server.url), never)).status).toBe(302)
  expect(paths).toEqual(['/v1'])
})

test.each(['identity', 'gzip'])(
  'a connection that breaks in the middle of a body is a network error: %s',
  async (encoding) => {
    const body = encoding === 'gzip' ? gzipSync('half of it') : Buffer.from('half of it')
    await using server = await serve((_, out) => {
      out.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length })
      out.write(body.subarray(0, 5), () => out.destroy())
    })
    await expect(singleRequest(get(server.url), never)).rejects.toMatchObject({
      code: 'PROVIDER_UNAVAILABLE',
      retryable: true,
    })
  },
)

test('nobody listening is a network error', async () => {
  const server = await serve(() => {})
  await server[Symbol.asyncDispose]()
  await expect(singleRequest(get(server.url), never)).rejects.toMatchObject({
    code: 'PROVIDER_UNAVAILABLE',
    message: 'The connection failed (ECONNREFUSED)',
  })
})

test('an idle connection that the vendor closed does not cost a try', async () => {
  let connections = 0
  // Answers once, then breaks the connection as soon as it is used again.
  const server = createTcpServer((socket) => {
    connections += 1
    socket.once('data', () => {
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')
      socket.once('data', () => socket.resetAndDestroy())
    })
    socket.on('error', () => {})
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  expect((await singleRequest(get(url), never)).body).toBe('ok')
  await nextTurn() // the connection goes back to the pool
  expect((await singleRequest(get(url), never)).body).toBe('ok')
  expect(connections).toBe(2)
  server.close()
})

test.each(['connecting', 'in the body'])('a frozen vendor is left as soon as the signal says so: %s', async (when) => {
  const controller = new AbortController()
  const reason = new Error('enough')
  await using server = await serve((_, out) => {
    if (when === 'in the body') out.writeHead(200, { 'content-length': 10 }).write('half')
    setImmediate(() => controller.abort(reason))
  })
  await expect(singleRequest(get(server.url), controller.signal)).rejects.toBe(reason)
})

test('a credential that cannot be put into a header is refused, not retried', async () => {
  await using server = await serve((_, out) => out.end())
  const request = { ...get(server.url), headers: { authorization: 'Bearer “quoted”' } }
  await expect(singleRequest(request, never)).rejects.toMatchObject({ code: 'PROVIDER_REJECTED', retryable: false })
})

test('by default private addresses and plain http are refused before anything is sent', async () => {
  let requests = 0
  await using server = await serve((_, out) => {
    requests += 1
    out.end()
  })
  const { port } = new URL(server.url)
  const guarded = createSingleRequest()
  for (const url of [
    server.url,
    `https://127.0.0.1:${port}/`,
    `https://localhost:${port}/`,
    `https://[::1]:${port}/`,
  ]) {
    await expect(guarded(get(url), never)).rejects.toMatchObject({ code: 'OUTBOUND_URL_REFUSED' })
  }
  expect(requests).toBe(0)
})

test.each([101, 199])('a PMS that answers %i is refused, and nobody waits for it', async (status) => {
  await using server = await serve(() => {})
  const head = `HTTP/1.1 ${status} Other\r\nconnection: upgrade\r\nupgrade: other\r\n\r\n`
  server.on('connection', (socket) => socket.once('data', () => socket.write(head)))
  server.on('upgrade', () => {})
  const answered = singleRequest(get(server.url), AbortSignal.timeout(1_000))
  if (status === 101) await expect(answered).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
  else await expect(answered).rejects.toBeInstanceOf(Error)
})

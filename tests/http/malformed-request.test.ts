import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

/** Whatever comes back for bytes that no HTTP client would send. */
async function send(bytes: string) {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1')
  await once(socket, 'connect')
  socket.write(bytes)
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n')
  const [status = '', ...lines] = head.split('\r\n')
  const headers = new Headers(lines.map((line) => line.split(': ', 2) as [string, string]))
  return { status: Number(status.split(' ')[1]), headers, body: JSON.parse(body) as object }
}

test.each([
  [
    'an address that cannot be decoded',
    'GET /%E0%A4%A HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n',
    400,
    'BAD_USER_INPUT',
  ],
  ['a head of over 16 KiB', `GET / HTTP/1.1\r\nhost: x\r\nx: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'PAYLOAD_TOO_LARGE'],
  ['what is no HTTP', 'EHLO mail.example\r\n\r\n', 400, 'BAD_USER_INPUT'],
])('%s is refused in the shape of every other error', async (_, bytes, status, code) => {
  const answer = await send(bytes)
  const requestId = answer.headers.get('x-request-id')
  expect(requestId).toMatch(/^[0-9a-f-]{36}$/)
  expect(answer).toMatchObject({ status, body: { errors: [{ extensions: { code, requestId } }] } })
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

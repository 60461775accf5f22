import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi({ requestTimeoutMs: 200 })
})
afterAll(() => api[Symbol.asyncDispose]())

test.each([
  ['body', 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 9999\r\n\r\n{'],
  ['chunked body', 'POST /api/pms/mock/bookings HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n1\r\n{\r\n'],
  ['head', 'GET /healthz HTTP/1.1\r\nhost: x\r\nx-'],
])('a %s that arrives a byte now and then holds no socket for ever', async (_, start) => {
  const socket = connect(Number(new URL(api.url).port), '127.0.0.1').on('error', () => {})
  socket.write(start)
  const drip = setInterval(() => socket.write('a'), 20)
  let answer = ''
  socket.setEncoding('utf8').on('data', (text) => {
    answer += text
  })
  await once(socket, 'close').finally(() => clearInterval(drip))
  expect(answer).toMatch(/^HTTP\/1\.1 40[08] /)
})

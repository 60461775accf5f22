import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { insertHotel } from '../kit/test-hotel.ts'

test('every line that a request leaves in the log has the id that its answer has', async () => {
  const lines: { requestId?: string; level: number; msg: string }[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) })
  await using api = await startApi({ log })
  const token = await api.token()
  const post = (path: string, body: object) =>
    fetch(`${api.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
    })
  lines.length = 0
  // Without its table what was thrown on no purpose is logged.
  await api.database.query('ALTER TABLE pms_booking RENAME TO gone')
  const answers = [
    await post('/graphql', { query: '{ booking(id: "00000000-0000-7000-8000-000000000000") { id } }' }),
    await post('/graphql', { query: '{ nothing }' }),
    await post('/api/pms/sync/bookings', { hotelId: 'nowhere', provider: 'mock' }),
    await post('/nowhere', {}),
  ]
  const ids = answers.map(({ headers }) => headers.get('x-request-id'))
  expect(new Set(ids).size).toBe(answers.length)
  expect(lines.filter(({ level }) => level >= 50).map(({ msg, requestId }) => [msg, requestId])).toEqual([
    ['An operation failed', ids[0]],
  ])
  expect(lines.filter(({ requestId }) => !ids.includes(requestId ?? ''))).toEqual([])
  for (const [index, answer] of answers.entries()) {
    const text = await answer.text()
    expect(text).toContain(`"requestId":"${ids[index]}"`)
    expect(text).not.toContain('pms_booking')
  }
})

const watchedLines: string[] = []
let watched: TestApi
beforeAll(async () => {
  watched = await startApi({ log: pino({ level: 'debug' }, { write: (line) => void watchedLines.push(line) }) })
})
afterAll(() => watched[Symbol.asyncDispose]())

const KEY = 'k3y-Of-A-Webhook_that-is-all-the-proof-there-is'

test.each([
  ['as it is', `/api/pms/mock/webhooks/${KEY}`],
  ['behind two slashes', `/api/pms/mock/webhooks//${KEY}`],
  ['behind two slashes at the beginning', `//api/pms/mock/webhooks/${KEY}`],
  ['behind an encoded letter', `/api/pms/mock/%77ebhooks/${KEY}`],
  ['with an encoded letter', `/api/pms/mock/webhooks/%6b3y-Of-A-Webhook_that-is-all-the-proof-there-is`],
  ['behind an encoded slash', `/api/pms/mock/webhooks%2f${KEY}`],
  ['with a slash at the end', `/api/pms/mock/webhooks/${KEY}/`],
  ['with parameters of the path', `/api/pms/mock/webhooks;a=b/${KEY};c`],
  ['in another case', `/API/PMS/mock/WEBHOOKS/${KEY}`],
  ['alone', `/${KEY}`],
  ['with dots', `/api/pms/x/../mock/webhooks/./${KEY}`],
  ['that cannot be decoded', `/api/pms/mock/webhooks/${KEY}%zz`],
  ['in a query', `/api/pms/mock/webhooks?${KEY}`],
])('the key of a webhook stays out of the log, written %s', async (_, path) => {
  const { port } = new URL(watched.url)
  for (const method of ['POST', 'GET', 'DELETE']) {
    const answer = await sendRaw(Number(port), method, path)
    expect(answer).toMatch(/^HTTP\/1.1 [2-5]/)
  }
  expect(watchedLines.splice(0).join('')).not.toMatch(/Of-A-Webhook/)
})

test('a request is found in the log by its route', async () => {
  const lines: { path?: string }[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) })
  await using api = await startApi({ log })
  for (const path of ['/healthz', '/api/pms/mock/bookings', '/api/pms/sync/rooms', '/graphql?x=1', '/no/such/page']) {
    await fetch(`${api.url}${path}`, { method: 'POST' })
  }
  expect(lines.flatMap(({ path }) => path ?? [])).toEqual([
    '/healthz',
    '/api/pms/mock/bookings',
    '/api/pms/sync/rooms',
    '/graphql',
    '/no/such/page',
  ])
})

/** As no client writes a path. */
async function sendRaw(port: number, method: string, path: string): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let received = ''
  const socket = connect(port, '127.0.0.1', () => {
    socket.write(`${method} ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  })
  socket.on('data', (chunk) => {
    received += chunk
  })
  socket.on('close', () => resolve(received)).on('error', reject)
  return promise
}

test('every line about a booking that was sent has the correlation id of its sender', async () => {
  const lines: { correlationId?: string; msg: string; event?: string }[] = []
  const log = pino({ level: 'debug' }, { write: (line) => void lines.push(JSON.parse(line)) })
  await using api = await startApi({ log })
  const slug = `hotel-${randomUUID()}`
  await insertHotel(api.database, slug, 'mock')
  const response = await fetch(`${api.url}/api/pms/mock/bookings`, {
    method: 'POST',
    headers: { 'x-correlation-id': 'order-66', 'x-hotel-slug': slug, 'x-provider-token': 'wrong' },
    body: '{}',
  })
  expect(response.headers.get('x-correlation-id')).toBe('order-66')
  expect(lines.filter(({ msg }) => msg === 'Request answered')).toMatchObject([{ correlationId: 'order-66' }])
})

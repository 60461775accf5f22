import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const QUERY = Buffer.from(JSON.stringify({ query: '{ __typename }' }))
const DOORS = ['/graphql', '/api/pms/mock/bookings', '/api/pms/sync/bookings', '/api/pms/mock/webhooks/nobodys-key']

const post = async (door: string, encoding: string, body: Buffer) => {
  const headers = { 'content-type': 'application/json', 'content-encoding': encoding }
  const authorization = `Bearer ${await api.token()}`
  return fetch(api.url + door, { method: 'POST', headers: { ...headers, authorization }, body: new Uint8Array(body) })
}

const isAlive = async () => (await fetch(`${api.url}/healthz`)).status

test.each([
  ['gzip', gzipSync(QUERY)],
  ['x-gzip', gzipSync(QUERY)],
  ['GZIP', gzipSync(QUERY)],
  ['deflate', deflateSync(QUERY)],
  ['deflate', deflateRawSync(QUERY)],
  ['br', brotliCompressSync(QUERY)],
  ['identity', QUERY],
  ['gzip, br', brotliCompressSync(gzipSync(QUERY))],
])('a body packed with %s is read', async (encoding, body) => {
  const answer = await post('/graphql', encoding, body)
  expect([answer.status, await answer.json()]).toEqual([200, { data: { __typename: 'Query' } }])
})

describe.each(DOORS)('at %s', (door) => {
  test.each([
    ['an encoding that nobody knows', 'zstd', QUERY],
    ['an encoding that is none', '%00;', QUERY],
    ['what is not packed at all', 'gzip', QUERY],
    ['what is not packed at all', 'br', QUERY],
    ['what is not packed at all', 'deflate', QUERY],
    ['half of it', 'gzip', gzipSync(QUERY).subarray(0, 20)],
    ['half of it', 'deflate', deflateSync(QUERY).subarray(0, 12)],
    ['nothing', 'deflate', Buffer.alloc(0)],
    ['nothing', 'gzip', Buffer.alloc(0)],
    ['a bomb', 'gzip', gzipSync(Buffer.alloc(64 << 20))],
    ['a bomb', 'br', brotliCompressSync(Buffer.alloc(64 << 20))],
    ['a bomb in a bomb', 'gzip, gzip', gzipSync(gzipSync(Buffer.alloc(64 << 20)))],
    ['a hundred layers', Array(100).fill('gzip').join(), QUERY],
  ])('%s (%s) is refused with a clear error, and the service goes on', async (_, encoding, body) => {
    const answer = await post(door, encoding, body)
    expect(answer.status).toBeGreaterThanOrEqual(400)
    expect(answer.status).toBeLessThan(500)
    expect(await answer.text()).toMatch(/"code":"[A-Z_]+"/)
    expect(await isAlive()).toBe(200)
  })
})

test.each([
  ['GET', '/healthz', {}],
  ['GET', '/no-such-door', {}],
  ['POST', '/graphql', { 'content-type': 'text/plain' }],
])('a body that is no gzip and that nobody reads troubles nobody: %s %s', async (method, path, headers) => {
  const unheard: unknown[] = []
  const hear = (error: unknown) => unheard.push(error)
  process.on('uncaughtExceptionMonitor', hear)
  await (await fetch(api.url + path, { method, headers: { ...headers, 'content-encoding': 'gzip' } })).text()
  await isAlive()
  process.off('uncaughtExceptionMonitor', hear)
  expect(unheard).toEqual([])
})

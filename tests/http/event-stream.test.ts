import { request } from 'node:http'
import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SyncLog } from '../../src/entities/sync-log.ts'
import { hotelProgressTopic, progressOf, progressTopic } from '../../src/sync/events/progress.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { eventually } from '../kit/eventually.ts'
import { bearer } from '../kit/raw-socket.ts'
import { addHotel, addSyncLog } from '../kit/rows.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const PROGRESS = 'subscription ($id: ID!) { syncProgress(hotelId: $id) { phase } }'

const connect = (authorization: string) =>
  createClient({ url: `${api.url}/graphql/stream`, headers: { authorization }, retryAttempts: 0 })
const post = (body: unknown, authorization?: string, signal: AbortSignal | null = null) =>
  fetch(`${api.url}/graphql/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify(body),
    signal,
  })

test('a subscription is told over an event stream and ends at once when the client leaves', async () => {
  const id = await addHotel(api.database)
  await addSyncLog(api.database, { hotelId: id, status: 'QUEUED' })
  const client = connect(await bearer(api))
  const events = client.iterate({ query: PROGRESS, variables: { id } })
  expect((await events.next()).value).toEqual({ data: { syncProgress: { phase: 'QUEUED' } } })
  expect(api.listening).toContain(hotelProgressTopic(id))
  client.dispose()
  await eventually(() => expect(api.listening).not.toContain(hotelProgressTopic(id)))
})

test('the stream is cut when the token expires: without a word that it would be complete', async () => {
  const id = await addHotel(api.database)
  const response = await post({ query: PROGRESS, variables: { id } }, await bearer(api, { expiresInSeconds: 1 }))
  expect(await response.text()).toBe('')
  expect(api.listening).not.toContain(hotelProgressTopic(id))
})

test('no proxy is to keep, compress or collect it', async () => {
  const { headers } = await post({ query: '{ provider(key: "mock") { key } }' }, await bearer(api))
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/event-stream',
    'cache-control': 'no-store, no-transform',
    'x-accel-buffering': 'no',
  })
})

test('a query is one event', async () => {
  const response = await post({ query: '{ provider(key: "mock") { key } }' }, await bearer(api))
  expect(await response.text()).toBe(
    'event: next\ndata: {"data":{"provider":{"key":"mock"}}}\n\nevent: complete\ndata:\n\n',
  )
})

test.each([
  ['a syntax error', '{', 'GRAPHQL_PARSE_FAILED'],
  ['an unknown field', '{ nothing }', 'GRAPHQL_VALIDATION_FAILED'],
  ['no such hotel', '{ bookings(hotelId: "nowhere", first: 1) { totalCount } }', 'NOT_FOUND'],
])('%s is an event with its code', async (_, query, code) => {
  const body = await (await post({ query }, await bearer(api))).text()
  expect(body).toContain(`"code":"${code}"`)
  expect(body).toMatch(/event: complete\ndata:\n\n$/)
})

test('a client that takes nothing in is dropped; others are told everything', async () => {
  const id = await addHotel(api.database)
  const run = (await addSyncLog(api.database, { hotelId: id, status: 'RUNNING', sequence: 0 })) as SyncLog
  const topic = hotelProgressTopic(id)
  const variables = { id }
  const sentences = Array.from({ length: 15 }, (_, n) => `s${n}: message`).join(' ')
  const query = `subscription ($id: ID!) { syncProgress(hotelId: $id) { ${sentences} } }`
  let told = 0
  const stop = new AbortController()
  const quick = await post({ query, variables }, await bearer(api), stop.signal)
  const reading = (async () => {
    for await (const text of quick.body?.pipeThrough(new TextDecoderStream()) ?? [])
      told += text.split('event: next').length - 1
  })()
  const body = JSON.stringify({ query: `${query} # not shared`, variables })
  const headers = { 'content-type': 'application/json', authorization: await bearer(api) }
  const slow = request(`${api.url}/graphql/stream`, { method: 'POST', headers }, (response) => response.pause())
  slow.on('error', () => {}).end(body)
  const listeners = () => api.listening.filter((each) => each === topic).length
  await eventually(() => expect([listeners(), told]).toEqual([2, 1]))
  const message = 'x'.repeat(5_000)
  for (let step = 1; step <= 320; step++) {
    await api.pubsub.publish(progressTopic(run), progressOf(run, { step, message }))
    if (step % 20 === 0) await eventually(() => expect(told).toBe(step + 1))
  }
  await eventually(() => expect(listeners()).toBe(1))
  stop.abort()
  await reading.catch(() => {})
})

describe('is refused', () => {
  test('without a token, with a wrong one and without the permission to look', async () => {
    const query = '{ providers { key } }'
    expect((await post({ query })).status).toBe(401)
    expect((await post({ query }, 'Bearer nonsense')).status).toBe(401)
    expect((await post({ query }, await bearer(api, { permissions: [] }))).status).toBe(403)
  })

  test('what is no operation', async () => {
    expect((await post({ nothing: 1 }, await bearer(api))).status).toBe(400)
  })
})

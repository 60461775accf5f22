import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { requestGraphql, requestPartialGraphql } from '../../../../src/providers/transport/graphql/graphql.ts'
import { answer, fakeVendor, type Script } from '../fake-vendor.ts'

const operation = {
  url: 'https://pms.example/graphql',
  document: 'query Rooms($hotel: ID!) { rooms(hotel: $hotel) { id } }',
  variables: { hotel: 'hunter2' },
  headers: { authorization: 'Bearer swordfish' },
}
const rooms = z.object({ rooms: z.array(z.object({ id: z.string() }).nullable()) })

const says = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  answer(status, headers, JSON.stringify(body))
const error = (code: string | null, more: object = {}) => ({
  message: 'about hunter2',
  ...(code !== null && { extensions: { code } }),
  ...more,
})
const ask = (script: Script, options = {}) => {
  const vendor = fakeVendor(script, options)
  return { ...vendor, answered: requestGraphql(vendor.http, operation, rooms) }
}

test('an operation is a POST with its document, name, variables and headers', async () => {
  const { answered, sent } = ask(() => says({ data: { rooms: [{ id: '1' }] } }))
  expect(await answered).toEqual({ rooms: [{ id: '1' }] })
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: operation.url,
    headers: { authorization: 'Bearer swordfish', 'content-type': 'application/json' },
  })
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    query: operation.document,
    operationName: 'Rooms',
    variables: { hotel: 'hunter2' },
  })
})

test.each([
  ['UNAUTHENTICATED', 'PROVIDER_UNAUTHORIZED'],
  ['unauthorized', 'PROVIDER_UNAUTHORIZED'],
  ['FORBIDDEN', 'PROVIDER_FORBIDDEN'],
  ['PERMISSION_DENIED', 'PROVIDER_FORBIDDEN'],
  ['GRAPHQL_VALIDATION_FAILED', 'PROVIDER_REJECTED'],
  ['INVALID_CURSOR', 'PROVIDER_CURSOR_INVALID'],
  ['constructor', 'PROVIDER_REJECTED'],
  [null, 'PROVIDER_REJECTED'],
])('%s within a 200 is %s, at once', async (code, ours) => {
  const { answered, sent } = ask(() => says({ data: null, errors: [error(code)] }))
  await expect(answered).rejects.toMatchObject({ code: ours, details: { vendorCode: code } })
  expect(sent).toHaveLength(1)
})

test.each([
  [{ category: 'authentication' }, 'PROVIDER_UNAUTHORIZED'],
  [{ errorType: 'PERMISSION_DENIED', classification: 'DataFetchingException' }, 'PROVIDER_FORBIDDEN'],
])('other servers name the kind elsewhere: %j', async (extensions, code) => {
  await expect(ask(() => says({ errors: [error(null, { extensions })] })).answered).rejects.toMatchObject({ code })
})

describe('a vendor that says “slow down” within a 200', () => {
  const limited = (extensions: object, headers = {}) =>
    says({ errors: [{ message: '', extensions: { code: 'RATE_LIMITED', ...extensions } }] }, 200, headers)
  const fine = says({ data: { rooms: [] } })

  test.each([
    ['retryAfter, in seconds', limited({ retryAfter: 7 }), 7_000],
    ['retryAfterMs', limited({ retryAfterMs: 1_500 }), 1_500],
    ['its header', limited({}, { 'retry-after': '9' }), 9_000],
  ])('is waited for as long as it asks by %s', async (_, slow, ms) => {
    const { answered, waits } = ask((request) => (request === 1 ? slow : fine))
    await answered
    expect(waits).toMatchObject([{ reason: 'RETRY_AFTER', ms }])
  })

  test('is waited for also when it sent a part of the data', async () => {
    const partly = says({ data: { rooms: [null] }, errors: [error('THROTTLED', { path: ['rooms', 0] })] })
    const { answered, sent } = ask((request) => (request === 1 ? partly : fine))
    await answered
    expect(sent).toHaveLength(2)
  })

  test('is an error where nobody waits', async () => {
    const { answered } = ask(() => limited({ retryAfter: 7 }), { maxWaitMs: 0 })
    await expect(answered).rejects.toMatchObject({ code: 'PROVIDER_RATE_LIMITED', retryAfterMs: 7_000 })
  })
})

test.each([
  [200, { errors: [error('INTERNAL_SERVER_ERROR')] }, 'PROVIDER_UNAVAILABLE'],
  [200, { errors: [error('DEADLINE_EXCEEDED')] }, 'PROVIDER_TIMEOUT'],
  [500, { errors: [error(null)] }, 'PROVIDER_UNAVAILABLE'],
  [500, 'not even GraphQL', 'PROVIDER_UNAVAILABLE'],
  [503, {}, 'PROVIDER_UNAVAILABLE'],
])('%s %j is retried as the transport retries', async (status, body, code) => {
  const { answered, sent } = ask(() => says(body, status))
  await expect(answered).rejects.toMatchObject({ code })
  expect(sent).toHaveLength(4)
})

test.each([
  [400, { errors: [error('GRAPHQL_PARSE_FAILED')] }, 'PROVIDER_REJECTED'],
  [400, { errors: [error('UNAUTHENTICATED')] }, 'PROVIDER_UNAUTHORIZED'],
  [400, '<html>', 'PROVIDER_REJECTED'],
  [500, { errors: [error('UNAUTHENTICATED')] }, 'PROVIDER_UNAUTHORIZED'],
  [401, {}, 'PROVIDER_UNAUTHORIZED'],
  [200, {}, 'PROVIDER_BAD_RESPONSE'],
  [200, [], 'PROVIDER_BAD_RESPONSE'],
  [200, { data: null }, 'PROVIDER_BAD_RESPONSE'],
  [200, { data: { rooms: 'none' } }, 'PROVIDER_BAD_RESPONSE'],
])('%s %j is not retried', async (status, body, code) => {
  const { answered, sent } = ask(() => says(body, status))
  await expect(answered).rejects.toMatchObject({ code })
  expect(sent).toHaveLength(1)
})

test('an HTML page with status 200 is PROVIDER_BAD_RESPONSE', async () => {
  const { answered } = ask(() => answer(200, { 'content-type': 'text/html' }, '<html>'))
  await expect(answered).rejects.toMatchObject({ code: 'PROVIDER_BAD_RESPONSE' })
})

test('errors quote neither what was asked, nor the token, nor the vendor’s words', async () => {
  for (const script of [() => says({ errors: [error('FORBIDDEN')] }), () => says({ data: { rooms: 1 } })]) {
    const { answered, logged } = ask(script)
    const thrown = await answered.catch((error: unknown) => error)
    const said = [String(thrown), JSON.stringify(thrown), ...logged].join('\n')
    expect(said).not.toMatch(/hunter2|swordfish/)
  }
})

test('of several errors the one that explains the others is told', async () => {
  const errors = [error('INTERNAL_SERVER_ERROR'), error(null), error('UNAUTHENTICATED')]
  await expect(ask(() => says({ errors })).answered).rejects.toMatchObject({ code: 'PROVIDER_UNAUTHORIZED' })
})

describe('partial data', () => {
  const partly = () =>
    says({ data: { rooms: [{ id: '1' }, null] }, errors: [error('FORBIDDEN', { path: ['rooms', 1, 'id'] })] })

  test('is an error for who needs all of it', async () => {
    await expect(ask(partly).answered).rejects.toMatchObject({
      code: 'PROVIDER_FORBIDDEN',
      details: { vendorCode: 'FORBIDDEN', path: 'rooms.1.id' },
    })
  })

  test('is kept, with its errors, for who can do with a part', async () => {
    const { http } = fakeVendor(partly)
    const { data, errors } = await requestPartialGraphql(http, operation, rooms)
    expect(data).toEqual({ rooms: [{ id: '1' }, null] })
    expect(errors).toMatchObject([{ path: ['rooms', 1, 'id'] }])
  })
})

test('a cancelled run ends the request with the run’s reason', async () => {
  const controller = new AbortController()
  const reason = new Error('cancelled')
  const { answered } = ask(
    (_, signal) =>
      new Promise((_resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        controller.abort(reason)
      }),
    { signal: controller.signal },
  )
  await expect(answered).rejects.toBe(reason)
})

import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'

let api: TestApi
let production: TestApi
beforeAll(async () => {
  ;[api, production] = await Promise.all([startApi(), startApi({ environment: 'production' })])
})
afterAll(async () => {
  await api[Symbol.asyncDispose]()
  await production[Symbol.asyncDispose]()
})

const get = (path: string, headers: Record<string, string> = {}, from = api) => fetch(`${from.url}${path}`, { headers })
const codeOf = async (response: Response) => ((await response.json()) as Shape).errors[0]?.extensions.code
interface Shape {
  errors: { extensions: { code: string; requestId: string } }[]
}
const preflighted = { 'apollo-require-preflight': 'true' }

describe('GET', () => {
  test('answers a query, variables and all', async () => {
    const hotelId = await addHotel(api.database)
    const query = encodeURIComponent('query ($id: ID!) { rooms(hotelId: $id) { totalCount } }')
    const variables = encodeURIComponent(JSON.stringify({ id: hotelId }))
    const authorization = `Bearer ${await api.token()}`
    const response = await get(`/graphql?query=${query}&variables=${variables}`, { ...preflighted, authorization })
    expect(await response.json()).toEqual({ data: { rooms: { totalCount: 0 } } })
  })

  test('never changes anything', async () => {
    const query = encodeURIComponent(
      'mutation { registerHotel(input: { id: "by-get", slug: "by-get", name: "x", timeZone: "UTC", currency: "EUR" }) { errors { code } } }',
    )
    const response = await get(`/graphql?query=${query}`, {
      ...preflighted,
      authorization: `Bearer ${await api.token()}`,
    })
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST'])
    expect(await codeOf(response)).toBe('METHOD_NOT_ALLOWED')
    expect(await api.database.query(`SELECT id FROM pms_hotel WHERE id = 'by-get'`)).toEqual([])
  })

  test('is refused where a browser could be made to send it without asking first', async () => {
    const response = await get(`/graphql?query=${encodeURIComponent('{ providers { key } }')}`)
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_USER_INPUT'])
  })
})

describe('POST', () => {
  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${api.url}/graphql`, { method: 'POST', body, headers })
  const json = { 'content-type': 'application/json' }
  const operation = JSON.stringify({ query: '{ __typename }' })

  test.each([
    ['application/json', 'application/json; charset=utf-8'],
    ['application/graphql-response+json', 'application/graphql-response+json; charset=utf-8'],
  ])('answers with %s where that is asked for', async (accept, expected) => {
    const response = await post(operation, { ...json, accept })
    expect([response.status, response.headers.get('content-type')]).toEqual([200, expected])
    expect(await response.json()).toEqual({ data: { __typename: 'Query' } })
  })

  test.each([
    ['application/json', 200, 'application/json'],
    ['*/*', 200, 'application/json'],
    ['application/graphql-response+json', 400, 'application/graphql-response+json'],
    ['application/json, application/graphql-response+json;q=0.5', 400, 'application/graphql-response+json'],
  ])('tells a document that cannot be executed to who accepts %s by status %i', async (accept, status, type) => {
    const response = await post('{"query":"{ nothing }"}', { ...json, accept })
    expect([response.status, response.headers.get('content-type')]).toEqual([status, `${type}; charset=utf-8`])
    expect(await codeOf(response)).toBe('GRAPHQL_VALIDATION_FAILED')
  })

  test.each([
    ['variables', '"x"'],
    ['variables', '[]'],
    ['extensions', '"x"'],
    ['extensions', '[]'],
    ['operationName', '5'],
    ['query', '5'],
    ['__proto__', '{ "query": "{ viewer { id } }" }'],
  ])('refuses %s of %s, which is none', async (name, value) => {
    const query = name === 'query' ? '' : '"query":"{ __typename }",'
    const response = await post(`{${query}"${name}":${value}}`, json)
    expect([response.status, await codeOf(response)]).toEqual([400, 'BAD_USER_INPUT'])
  })

  test.each([
    [
      'a body of over 1 MiB',
      JSON.stringify({ query: '{ __typename }', pad: 'x'.repeat(1_100_000) }),
      json,
      413,
      'PAYLOAD_TOO_LARGE',
    ],
    ['a body that is no JSON', '{ "query": ', json, 400, 'BAD_USER_INPUT'],
    ['an empty body', '', json, 400, 'BAD_USER_INPUT'],
    ['a body that is no object', '[1]', json, 400, 'BAD_USER_INPUT'],
    ['several operations at once', `[${operation},${operation}]`, json, 400, 'BAD_USER_INPUT'],
    [
      'text, as a foreign form could send it',
      operation,
      { 'content-type': 'text/plain' },
      415,
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['a form', 'query=x', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a token that is none', operation, { ...json, authorization: 'Bearer nonsense' }, 401, 'UNAUTHENTICATED'],
    ['a token of another kind', operation, { ...json, authorization: 'Basic eDp5' }, 401, 'UNAUTHENTICATED'],
  ])('refuses %s', async (_, body, headers, status, code) => {
    const response = await post(body, headers)
    expect(response.status).toBe(status)
    if (status === 401) expect(response.headers.get('www-authenticate')).toBe('Bearer')
    const { errors } = (await response.json()) as Shape
    expect(errors[0]?.extensions).toMatchObject({ code, requestId: response.headers.get('x-request-id') })
  })
})

test('other methods and paths are told so', async () => {
  const response = await fetch(`${api.url}/graphql`, { method: 'DELETE' })
  expect([response.status, response.headers.get('allow'), await codeOf(response)]).toEqual([
    405,
    'GET, POST',
    'METHOD_NOT_ALLOWED',
  ])
  const nowhere = await get('/nowhere')
  expect([nowhere.status, await codeOf(nowhere)]).toEqual([404, 'NOT_FOUND'])
})

describe('the request id', () => {
  test('of the caller is kept', async () => {
    expect((await get('/healthz', { 'x-request-id': 'trace-1:a.b_c' })).headers.get('x-request-id')).toBe(
      'trace-1:a.b_c',
    )
  })

  test.each(['', 'a b', 'x'.repeat(129), '"quoted"'])('%j is replaced', async (given) => {
    const id = (await get('/healthz', { 'x-request-id': given })).headers.get('x-request-id')
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('health:', () => {
  test('alive', async () => {
    const response = await get('/healthz')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ok' }])
  })

  test('ready', async () => {
    const response = await get('/readyz')
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready' }])
  })

  test('not ready while a migration is pending, nor without a database', async () => {
    await using other = await startApi()
    await other.database.query('DELETE FROM pms_migration')
    const pending = await get('/readyz', {}, other)
    expect([pending.status, await pending.json()]).toEqual([
      503,
      { status: 'not ready', problem: expect.stringContaining('pending') },
    ])
    await other.database.orm.close(true)
    const away = await get('/readyz', {}, other)
    expect([away.status, await away.json()]).toEqual([503, { status: 'not ready', problem: expect.any(String) }])
    expect((await get('/healthz', {}, other)).status).toBe(200)
  })

  test('not ready on a machine whose clock is off, either way', async () => {
    let aheadMs = 2_000
    await using other = await startApi({ hostAheadMs: () => aheadMs })
    const problemAt = async (ms: number) => {
      aheadMs = ms
      const { problem } = (await (await get('/readyz', {}, other)).json()) as { problem?: string }
      return problem
    }
    expect(await problemAt(2_000)).toBeUndefined()
    expect(await problemAt(61_000)).toBe("The clock of this machine is 61 s ahead of the database's.")
    expect(await problemAt(-3_000)).toContain('3 s behind')
  })
})

describe('pages:', () => {
  test('the start page says what this is and where to go', async () => {
    const response = await get('/')
    const html = await response.text()
    expect(response.headers.get('content-type')).toContain('text/html')
    for (const part of ['PMS adapter layer', 'href="/graphql"', 'href="/healthz"', 'lang="en"'])
      expect(html).toContain(part)
    expect(html).not.toMatch(/(src|href)="https?:/)
  })

  test('a browser gets a page to try queries on, in development only', async () => {
    const accept = 'text/html,application/xhtml+xml,*/*;q=0.8'
    const page = await get('/graphql', { accept })
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self' 'nonce-[\w+/=]{24}';/)
    expect(await page.text()).not.toMatch(/(src|href|import .+from) ?=?"https?:/)
    expect((await get('/graphql/page/ruru.js')).headers.get('content-type')).toContain('javascript')
    expect((await get('/graphql/page/ruru.js', {}, production)).status).toBe(404)
    expect((await get('/graphql', { accept }, production)).headers.get('content-type')).not.toContain('text/html')
    expect(await (await get('/', {}, production)).text()).not.toContain('href="/graphql"')
  })
})

test('a page of another origin is allowed nothing, asked for before or not', async () => {
  const headers = { origin: 'https://elsewhere.example', 'access-control-request-method': 'POST' }
  for (const method of ['OPTIONS', 'POST']) {
    const response = await fetch(`${api.url}/graphql`, { method, headers })
    const allowed = [...response.headers.keys()].filter((name) => name.startsWith('access-control-'))
    expect([response.ok, allowed]).toEqual([false, []])
  }
})

test('every answer carries the security headers', async () => {
  for (const path of ['/', '/healthz', '/graphql', '/nowhere']) {
    const { headers } = await get(path)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('strict-transport-security')).toBeNull()
  }
  expect((await get('/healthz', {}, production)).headers.get('strict-transport-security')).toContain('max-age=')
})

test('the schema can be asked for in development, not in production', async () => {
  const introspection = { query: '{ __schema { queryType { name } } }' }
  expect((await api.send(introspection)).data).toEqual({ __schema: { queryType: { name: 'Query' } } })
  expect((await production.send(introspection)).errors?.[0]?.extensions.code).toBe('GRAPHQL_VALIDATION_FAILED')
})

test.each([
  ['a field', { query: '{ bookngs }' }],
  ['a type', { query: 'query ($f: PmsBookingFiler) { __typename }' }],
  ['an argument', { query: '{ bookings(hotelid: "h") { totalCount } }' }],
  ['a part of a filter', { query: '{ bookings(hotelId: "h", filter: { statu: [PENDING] }) { totalCount } }' }],
  ['an enum value', { query: '{ bookings(hotelId: "h", filter: { status: [PENDNG] }) { totalCount } }' }],
  [
    'an enum value in a variable',
    {
      query: 'query ($s: [PmsBookingStatus!]) { bookings(hotelId: "h", filter: { status: $s }) { totalCount } }',
      variables: { s: ['PENDNG'] },
    },
  ],
  [
    'a part of a filter in a variable',
    {
      query: 'query ($f: PmsBookingFilter) { bookings(hotelId: "h", filter: $f) { totalCount } }',
      variables: { f: { statu: [] } },
    },
  ],
])('development suggests what %s may have meant, production tells nothing of the schema', async (_, body) => {
  const messages = async (from: TestApi) => JSON.stringify((await from.send(body)).errors)
  expect(await messages(api)).toContain('Did you mean')
  expect(await messages(production)).not.toContain('Did you mean')
  const client = production.connect(await production.token())
  const refusal = JSON.stringify(
    await client
      .iterate(body)
      .next()
      .catch((errors: unknown) => errors),
  )
  expect(refusal).toContain('extensions')
  expect(refusal).not.toContain('Did you mean')
  await client.dispose()
})

test('the SDL is there for gateways: without a token in development, in production only where it is asked for', async () => {
  const sdl = { _service: { sdl: expect.stringContaining('type PmsBooking @key(fields: "id")') } }
  const query = '{ _service { sdl } }'
  expect((await api.send({ query }, null)).data).toEqual(sdl)
  const refused = await production.send({ query }, null)
  expect(refused.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED')
  expect(JSON.stringify(refused)).not.toContain('PmsBooking')
  expect((await production.send({ query })).data).toEqual(sdl)
  await using open = await startApi({ environment: 'production', risks: ['public-schema'] })
  expect((await open.send({ query }, null)).data).toEqual(sdl)
})

test.each([
  `{ ${Array.from({ length: 10 }, (_, n) => `a${n}: _service { sdl }`).join(' ')} }`,
  '{ _service { a: sdl b: sdl } }',
  '{ _service { ...s } other: _service { ...s } } fragment s on _Service { sdl }',
])('a few bytes do not fetch the whole SDL many times: %s', async (query) => {
  const answer = await api.send({ query }, null)
  expect(answer.errors?.[0]?.extensions.code).toBe('OPERATION_TOO_LARGE')
})

import { GraphQLError } from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ERROR_CODES, PmsIntegrationError } from '../../src/errors.ts'
import { presentError } from '../../src/http/graphql/present-error.ts'
import { DatabaseUnavailable } from '../../src/platform/database/errors.ts'
import { startApi, type TestApi } from '../kit/api.ts'
import { addHotel } from '../kit/rows.ts'

let api: TestApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api[Symbol.asyncDispose]())

const PAGE = 'query ($hotelId: ID!, $first: Int) { bookings(hotelId: $hotelId, first: $first) { totalCount } }'

describe('every error has a code of the closed list, the request id and nothing of our insides:', () => {
  test.each<[string, object, object]>([
    ['a syntax error', { query: '{ bookings(' }, { code: 'GRAPHQL_PARSE_FAILED' }],
    ['an unknown field', { query: '{ bookngs }' }, { code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['a missing argument', { query: '{ bookings { totalCount } }' }, { code: 'GRAPHQL_VALIDATION_FAILED' }],
    ['a missing variable', { query: PAGE }, { code: 'BAD_USER_INPUT', field: 'hotelId' }],
    [
      'a wrong variable',
      { query: PAGE, variables: { hotelId: 'h', first: 'ten' } },
      { code: 'BAD_USER_INPUT', field: 'first' },
    ],
    [
      'a wrong literal',
      { query: '{ bookings(hotelId: "h", first: "ten") { totalCount } }' },
      { code: 'BAD_USER_INPUT', field: 'first' },
    ],
    [
      'a wrong literal in a list',
      { query: '{ bookings(hotelId: "h", filter: { status: [CONFIRMED, LOST] }) { totalCount } }' },
      { code: 'BAD_USER_INPUT', field: 'status' },
    ],
    [
      'a day that is none',
      { query: '{ bookings(hotelId: "h", filter: { checkIn: { from: "2026-02-30" } }) { totalCount } }' },
      { code: 'BAD_USER_INPUT', field: 'from' },
    ],
    [
      'a day before the calendar',
      { query: '{ bookings(hotelId: "h", filter: { stayCovers: "0000-01-01" }) { totalCount } }' },
      { code: 'BAD_USER_INPUT' },
    ],
    ['a text that no database holds', { query: PAGE, variables: { hotelId: 'a\u0000b' } }, { code: 'BAD_USER_INPUT' }],
    ['an unknown operation', { query: 'query A { __typename }', operationName: 'B' }, { code: 'BAD_USER_INPUT' }],
    ['no query', { variables: {} }, { code: 'BAD_USER_INPUT' }],
    [
      'a subscription over HTTP',
      { query: 'subscription { bookingChanged(hotelId: "h") { id } }' },
      { code: 'BAD_USER_INPUT' },
    ],
    [
      'a hotel that is not there',
      { query: PAGE, variables: { hotelId: 'nowhere' } },
      { code: 'NOT_FOUND', field: 'hotelId' },
    ],
  ])('%s', async (_, body, expected) => {
    const { errors, headers } = await api.send(body)
    expect(errors).toHaveLength(1)
    const extensions = errors?.[0]?.extensions
    expect(extensions).toMatchObject(expected)
    expect(Object.keys(ERROR_CODES)).toContain(extensions?.code)
    expect(extensions?.requestId).toBe(headers.get('x-request-id'))
    expect(JSON.stringify(errors)).not.toMatch(/stack|SELECT|pms_|node_modules|127\.0\.0\.1|at \w+ \(/)
  })
})

describe('what was not thrown on purpose', () => {
  const logged: object[] = []
  const audience = {
    requestId: 'request-1',
    log: { error: (facts: object) => void logged.push(facts) } as never,
    isProduction: false,
  }
  const thrown = new Error('connect to postgres://pms:secret@10.0.0.5 failed: SELECT * FROM pms_guest')

  test('is logged whole and hidden from the client', () => {
    const shown = presentError(
      new GraphQLError(thrown.message, { originalError: thrown, path: ['bookings'] }),
      audience,
    )
    expect(shown).toEqual({
      message: ERROR_CODES.INTERNAL_SERVER_ERROR.meaning,
      path: ['bookings'],
      extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'request-1' },
    })
    expect(logged).toContainEqual(expect.objectContaining({ err: thrown, requestId: 'request-1', path: 'bookings' }))
  })

  test('is hidden also inside an error of ours that only wraps it', () => {
    const wrapped = new PmsIntegrationError('INTERNAL_SERVER_ERROR', thrown.message, { cause: thrown })
    const { message } = presentError(new GraphQLError(wrapped.message, { originalError: wrapped }), audience)
    expect(message).toBe(ERROR_CODES.INTERNAL_SERVER_ERROR.meaning)
  })

  test('is SERVICE_UNAVAILABLE while the database is away', () => {
    const outage = new DatabaseUnavailable(new Error('connect ECONNREFUSED 10.0.0.5:5432'))
    const { message, extensions } = presentError(new GraphQLError(outage.message, { originalError: outage }), audience)
    expect(extensions).toMatchObject({ code: 'SERVICE_UNAVAILABLE' })
    expect(message).not.toContain('10.0.0.5')
  })
})

test('an error of ours keeps its field, its details and how long to wait', () => {
  const error = new PmsIntegrationError('PROVIDER_RATE_LIMITED', 'Slow down.', {
    field: 'provider',
    retryAfterMs: 1500,
    details: { status: 429 },
  })
  const { message, extensions } = presentError(new GraphQLError(error.message, { originalError: error }), {
    requestId: 'r',
    log: undefined as never,
    isProduction: true,
  })
  expect({ message, ...extensions }).toEqual({
    message: 'Slow down.',
    code: 'PROVIDER_RATE_LIMITED',
    field: 'provider',
    retryAfterMs: 1500,
    status: 429,
    requestId: 'r',
  })
})

test('one part that fails leaves the others whole', async () => {
  const hotelId = await addHotel(api.database)
  const query = 'query ($id: ID!) { here: rooms(hotelId: $id) { totalCount } gone: room(id: "x") { id } }'
  const { data, errors } = await api.send({ query, variables: { id: hotelId } })
  expect([data, errors]).toEqual([{ here: { totalCount: 0 }, gone: null }, undefined])
})

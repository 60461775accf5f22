import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import { describeError, redact, redactText } from '../../src/platform/redaction.ts'

const CANARY = 'Canary-4711'
const PRIVATE = [
  ...['authorization', 'Cookie', 'credentials', 'apiKey', 'api_key', 'clientSecret', 'webhookSecret', 'accessToken'],
  ...[
    'x-provider-token',
    'password',
    'guestName',
    'guest_name',
    'firstName',
    'lastName',
    'email',
    'guestEmail',
    'phone',
  ],
  ...['phoneNumber', 'dateOfBirth', 'passportNumber', 'notes', 'preferences', 'raw', 'body', 'variables'],
]

test('private fields never come through, at any depth', () => {
  const field = fc.constantFrom(...PRIVATE)
  const value = fc.constantFrom<unknown>(CANARY, [CANARY], { inner: CANARY }, { deep: [{ er: CANARY }] })
  const nest = fc.array(fc.constantFrom('list', 'object'), { maxLength: 8 })
  fc.assert(
    fc.property(field, value, nest, (name, content, levels) => {
      const fields = levels.reduce<unknown>((inner, level) => (level === 'list' ? [inner] : { in: inner }), {
        [name]: content,
      })
      expect(JSON.stringify(redact({ fields }))).not.toContain(CANARY)
    }),
  )
})

test('what an operator needs stays', () => {
  const fields = {
    ...{
      event: 'pms.sync.completed',
      hotelId: 'demo',
      provider: 'mock',
      syncLogId: '01935a2c-7f4e-7b6a-9d3e-0123456789ab',
    },
    ...{
      processed: 300,
      failed: 0,
      durationMs: 12.5,
      url: 'https://api.example.com/v1?page=2',
      name: 'sync',
      nothing: null,
    },
    tokenType: 'Bearer',
  }
  expect(redact(fields)).toEqual(fields)
})

test('a field without a value does not look as if it had one', () => {
  expect(redact({ email: null, phone: undefined })).toEqual({ email: null })
})

test('dates and what knows its own JSON are written as JSON does', () => {
  expect(redact({ at: new Date(0), url: new URL('https://u:canary@example.com/') })).toEqual({
    at: '1970-01-01T00:00:00.000Z',
    url: 'https://[redacted]@example.com/',
  })
})

describe('in text', () => {
  test.each([
    ['Duplicate guest ana.silva@example.com at the desk', 'Duplicate guest [email] at the desk'],
    ['connect postgresql://pms:canary@db:5432/pms failed', 'connect postgresql://[redacted]@db:5432/pms failed'],
    ['redis://:canary@cache', 'redis://[redacted]@cache'],
    ['sent Bearer abcdef.123456', 'sent Bearer [redacted]'],
    ['got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2ln', 'got [token]'],
    ['charge 4111 1111 1111 1111', 'charge •••• 1111'],
    ['GET https://api.example.com/v1/bookings?since=2026-11-23 took 120 ms', undefined],
  ])('%s', (text, expected) => {
    expect(redactText(text)).toBe(expected ?? text)
  })

  test('a long one is cut', () => {
    expect(redactText('x'.repeat(100_000)).length).toBeLessThan(5_000)
  })
})

describe('errors', () => {
  test('tell code, message, cause and where, and nothing that libraries hang on them', () => {
    const cause = Object.assign(new Error('socket hang up'), { config: { headers: { 'x-key': CANARY } } })
    const error = new PmsIntegrationError('PROVIDER_UNAVAILABLE', `No answer for ${CANARY}@example.com`, { cause })
    const told = describeError(Object.assign(error, { response: { data: CANARY } }))
    expect(told).toMatchObject({
      type: 'PmsIntegrationError',
      code: 'PROVIDER_UNAVAILABLE',
      statusCode: 502,
      message: 'No answer for [email]',
      cause: { message: 'socket hang up' },
    })
    expect(told.stack).toContain('redaction.test.ts')
    expect(JSON.stringify(told)).not.toContain(CANARY)
  })

  test('of the database do not quote the row', () => {
    const sql = `insert into pms_guest (name) values ('${CANARY}') - invalid input syntax for type date: "${CANARY}"`
    const error = Object.assign(new Error(sql), { code: '22007', table: 'pms_guest', detail: CANARY })
    const told = redact({ err: error }).err
    expect(told).toMatchObject({
      message: 'invalid input syntax for type date: "…"',
      table: 'pms_guest',
      code: '22007',
    })
    expect(JSON.stringify(told)).not.toContain(CANARY)
  })

  test('that cause themselves end', () => {
    const error = new Error('loop')
    error.cause = error
    expect(JSON.stringify(redact({ err: error })).length).toBeLessThan(20_000)
  })
})

import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/platform/config.ts'

const JWT_SECRET = randomBytes(32).toString('hex')
const ENCRYPTION_KEYS = `k1:${randomBytes(32).toString('base64')}`
const JWKS = { JWKS_URL: 'https://id.example/keys', JWT_ISSUER: 'https://id.example', JWT_AUDIENCE: 'pms' }
const production = { NODE_ENV: 'production', JWT_SECRET, ENCRYPTION_KEYS }

describe('without NODE_ENV', () => {
  test.each([
    ['real keys', { JWT_SECRET, ENCRYPTION_KEYS }],
    ['keys of an identity provider', { ...JWKS, ENCRYPTION_KEYS }],
    ['real keys and an empty NODE_ENV', { NODE_ENV: '', JWT_SECRET, ENCRYPTION_KEYS }],
  ])('%s mean production rules', (_, env) => {
    const { environment, allowPrivateProviderUrls, demo, requestsPerMinute } = loadConfig(env)
    expect({ environment, allowPrivateProviderUrls, demo, requestsPerMinute }).toEqual({
      environment: 'production',
      allowPrivateProviderUrls: false,
      demo: false,
      requestsPerMinute: 6_000,
    })
  })

  test.each([
    { JWT_SECRET },
    { ENCRYPTION_KEYS },
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '10.1.2.3' },
    { HOST: 'pms.internal' },
    { PUBLIC_URL: 'https://pms.example' },
    { PUBLIC_URL: 'http://203.0.113.7:4000' },
  ])('$HOST$PUBLIC_URL alone is not started with the conveniences of development, and says how to', (env) => {
    expect(() => loadConfig(env)).toThrow(/is missing[\s\S]*NODE_ENV=development/)
    expect(loadConfig({ ...env, NODE_ENV: 'development' }).environment).toBe('development')
  })

  test.each([
    {},
    { HOST: '127.0.0.1' },
    { HOST: '::1' },
    { HOST: 'localhost' },
    { PUBLIC_URL: 'http://localhost:4000' },
    { PUBLIC_URL: 'http://[::1]:4000' },
    { DATABASE_URL: 'postgresql://localhost/pms' },
  ])('a service of this machine alone is one of development (%j)', (env) => {
    expect(loadConfig(env).environment).toBe('development')
  })
})

describe('production refuses', () => {
  test.each([
    ['one byte over and over', Buffer.alloc(32, 7)],
    ['zeros', Buffer.alloc(32)],
    ['two bytes in turn', Buffer.from('ab'.repeat(16))],
    ['bytes that count up', Buffer.from(Array.from({ length: 32 }, (_, index) => index))],
  ])('a key of %s', (_, key) => {
    const keys = `${ENCRYPTION_KEYS},old:${key.toString('base64')}`
    expect(() => loadConfig({ ...production, ENCRYPTION_KEYS: keys })).toThrow(/ENCRYPTION_KEYS .*not random/)
    expect(() => loadConfig({ ...production, JWT_SECRET: key.toString('latin1').padEnd(32, 'x') })).toThrow(
      /JWT_SECRET/,
    )
  })

  test('no key that is random', () => {
    for (let n = 0; n < 2_000; n++) {
      const [hex, base64] = [randomBytes(16).toString('hex'), randomBytes(32).toString('base64')]
      loadConfig({ ...production, JWT_SECRET: hex, ENCRYPTION_KEYS: `k:${base64}` })
    }
  })

  test.each(['x', 'secret', 'x'.repeat(40), 'abababababababababab'])(
    'a token of the booking webhook like %s',
    (token) => {
      for (const name of ['PMS_WEBHOOK_TOKEN', 'PMS_MOCK_TOKEN']) {
        expect(() => loadConfig({ ...production, [name]: token })).toThrow(new RegExp(`${name} can be guessed`))
        loadConfig({ ...production, NODE_ENV: 'development', [name]: token })
        loadConfig({ ...production, [name]: 'secret_token_123' })
      }
    },
  )

  const jwks = { ...production, JWT_SECRET: '', ...JWKS }
  test.each([
    ['http-jwks', { ...jwks, JWKS_URL: 'http://id.example/keys' }],
    ['any-issuer', { ...jwks, JWT_ISSUER: '' }],
    ['any-audience', { ...jwks, JWT_AUDIENCE: '' }],
  ])('%s unless it is asked for by name', (risk, env) => {
    expect(loadConfig(jwks).risks).toEqual([])
    expect(() => loadConfig(env)).toThrow(new RegExp(`add ${risk} to ACCEPTED_RISKS`))
    expect(loadConfig({ ...env, ACCEPTED_RISKS: ` ${risk} ` }).risks).toEqual([risk])
    expect(loadConfig({ ...env, NODE_ENV: 'development' }).risks, 'doctor shows it everywhere').toEqual([risk])
  })

  test('a risk that nobody knows', () => {
    expect(() => loadConfig({ ...production, ACCEPTED_RISKS: 'all' })).toThrow(/ACCEPTED_RISKS must be one of/)
  })
})

import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { inspect } from 'node:util'
import { describe, expect, test } from 'vitest'
import { PmsIntegrationError } from '../../src/errors.ts'
import { loadConfig, publicUrlFor } from '../../src/platform/config.ts'

const KEY = randomBytes(32).toString('base64')
const OTHER_KEY = randomBytes(32).toString('base64url')
const JWT_SECRET = 'a-secret-that-must-never-be-printed-anywhere'
const PRODUCTION = { NODE_ENV: 'production', JWT_SECRET, ENCRYPTION_KEYS: `k1:${KEY}` }

function problemsOf(env: Record<string, string>): string[] {
  try {
    loadConfig(env)
  } catch (error) {
    if (!(error instanceof PmsIntegrationError)) throw error
    expect(error.code).toBe('CONFIGURATION_INVALID')
    return error.message
      .split('\n')
      .slice(1)
      .map((line) => line.trim())
  }
  return []
}

test('addresses of routers are told apart by commas; what is none is named', () => {
  const urls = 'http://router:4000/callback/, https://router.example.com/callback'
  expect(loadConfig({ SUBSCRIPTION_CALLBACK_URLS: urls }).subscriptionCallbackUrls).toEqual([
    'http://router:4000/callback',
    'https://router.example.com/callback',
  ])
  expect(() => loadConfig({ SUBSCRIPTION_CALLBACK_URLS: 'router:4000' })).toThrow(/SUBSCRIPTION_CALLBACK_URLS must be/)
})

describe('without any variable', () => {
  test('it is a development service for this machine alone', () => {
    expect(loadConfig({})).toEqual({
      metricsToken: null,
      tracing: null,
      risks: [],
      databaseConnections: 20,
      databaseDirectUrl: null,
      requestsPerMinute: null,
      subscriptionCallbackUrls: [],
      trustedDocuments: null,
      environment: 'development',
      http: { host: '127.0.0.1', port: 4000, publicUrl: null },
      dataDir: resolve('.data'),
      database: { kind: 'embedded' },
      queue: { kind: 'postgres' },
      tokens: { kind: 'generated', issuer: null, audience: null },
      encryption: { kind: 'generated' },
      log: { level: 'info', format: 'pretty' },
      allowPrivateProviderUrls: true,
      workerConcurrency: 8,
      retention: { payloadDays: 30, tombstoneDays: 30, syncLogDays: 90, auditDays: 400 },
      demo: true,
      webhookTokens: { byProvider: {}, shared: null },
    })
  })

  test('an empty variable counts as unset', () => {
    expect(loadConfig({ PORT: '', DATABASE_URL: ' ', NODE_ENV: '', DEMO: '' })).toEqual(loadConfig({}))
  })

  test('logs can be JSON, for programs that read them', () => {
    expect(loadConfig({ LOG_FORMAT: 'json' }).log.format).toBe('json')
  })
})

describe('production', () => {
  test('listens for others and turns the conveniences off', () => {
    const config = loadConfig(PRODUCTION)
    expect(config.http.host).toBe('0.0.0.0')
    expect(config.log.format).toBe('json')
    expect(config.allowPrivateProviderUrls).toBe(false)
    expect(config.demo).toBe(false)
  })

  test('refuses to start without keys and names them', () => {
    expect(problemsOf({ NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(/^JWT_SECRET is missing/),
      expect.stringMatching(/^ENCRYPTION_KEYS is missing/),
    ])
    expect(
      problemsOf({
        ...PRODUCTION,
        JWT_SECRET: '',
        JWKS_URL: 'https://id.example.com/jwks',
        JWT_ISSUER: 'id',
        JWT_AUDIENCE: 'pms',
      }),
    ).toEqual([])
  })
})

test('all problems are told at once, one a line, without the values', () => {
  const env = {
    NODE_ENV: 'staging',
    PORT: '70000',
    DATABASE_URL: 'mysql://root:canary@db/pms',
    REDIS_URL: 'canary',
    JWT_SECRET: 'canary',
    JWKS_URL: 'https://id.example.com/jwks',
    ENCRYPTION_KEYS: 'k1:canary',
    LOG_LEVEL: 'loud',
    DEMO: 'maybe',
    WORKER_CONCURRENCY: '1.5',
  }
  const problems = problemsOf(env)
  for (const name of Object.keys(env)) expect(problems.filter((problem) => problem.includes(name))).not.toEqual([])
  expect(problems.join()).not.toContain('canary')
  expect(problems).toContain('NODE_ENV must be one of development, test, production')
  expect(problems).toContain('JWT_SECRET and JWKS_URL exclude each other: set one')
})

test('a server is named by its URL', () => {
  const config = loadConfig({ DATABASE_URL: 'postgresql://u:p@db/pms', REDIS_URL: 'rediss://cache' })
  expect(config.database.kind === 'url' && config.database.url.reveal()).toBe('postgresql://u:p@db/pms')
  expect(config.queue.kind === 'redis' && config.queue.url.reveal()).toBe('rediss://cache')
  expect(config.demo).toBe(false)
})

test('several encryption keys, the first is the current one', () => {
  const { encryption } = loadConfig({ ...PRODUCTION, ENCRYPTION_KEYS: `new:${OTHER_KEY}, old:${KEY}` })
  const keys = encryption.kind === 'keys' ? encryption.keys : []
  expect(keys.map((key) => key.id)).toEqual(['new', 'old'])
  expect(keys[1]?.key.reveal()).toEqual(Buffer.from(KEY, 'base64'))
})

test.each([
  ['a key of the wrong size', `k1:${randomBytes(16).toString('base64')}`],
  ['no key id', KEY],
  ['a key id with a dot', `k.1:${KEY}`],
  ['a key id twice', `k1:${KEY},k1:${OTHER_KEY}`],
  ['an empty entry', `k1:${KEY},`],
])('ENCRYPTION_KEYS refuses %s', (_, value) => {
  expect(problemsOf({ ...PRODUCTION, ENCRYPTION_KEYS: value })).toEqual([expect.stringMatching(/^ENCRYPTION_KEYS /)])
})

test('the public URL is derived from the address unless it is given', () => {
  const { http } = loadConfig({ ...PRODUCTION, HOST: '0.0.0.0' })
  expect(publicUrlFor(http, 4321)).toBe('http://localhost:4321')
  expect(publicUrlFor({ ...http, host: '10.0.0.7' }, 80)).toBe('http://10.0.0.7:80')
  expect(publicUrlFor(loadConfig({ ...PRODUCTION, PUBLIC_URL: 'https://pms.example.com/' }).http, 1)).toBe(
    'https://pms.example.com',
  )
})

test('webhook tokens, one for all and one for a provider', () => {
  const { webhookTokens } = loadConfig({ PMS_WEBHOOK_TOKEN: 'w'.repeat(16), PMS_MY_PMS_TOKEN: 'p'.repeat(16) })
  expect(webhookTokens.shared?.reveal()).toBe('w'.repeat(16))
  expect(Object.keys(webhookTokens.byProvider)).toEqual(['MY_PMS'])
})

test('secrets do not print', () => {
  const config = loadConfig({
    ...PRODUCTION,
    DATABASE_URL: 'postgresql://u:hunter2@db/pms',
    REDIS_URL: 'redis://:hunter3@c',
  })
  const printed = `${JSON.stringify(config)}${inspect(config, { depth: 9, showHidden: true })}${Object.values(config).join()}`
  for (const secret of [JWT_SECRET, KEY, 'hunter2', 'hunter3']) expect(printed).not.toContain(secret)
})

test('it cannot be changed', () => {
  const config = loadConfig(PRODUCTION)
  expect(() => Object.assign(config.http, { port: 1 })).toThrow(TypeError)
  expect(() => Object.assign(config, { demo: true })).toThrow(TypeError)
})

test('.env.example documents every variable and is itself valid', () => {
  const example = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8')
  const lines = example.split('\n').filter((line) => /^\w+=/.test(line))
  const env = Object.fromEntries(lines.map((line) => line.split(/=(.*)/).slice(0, 2)))
  expect(loadConfig(env)).toEqual(loadConfig({}))
  const sources = ['config.ts', 'tracing-config.ts'].map((name) => readFileSync(`src/platform/${name}`, 'utf8'))
  const known = sources
    .join('\n')
    .match(/^ {2}[A-Z_]+(?=:)/gm)
    ?.map((name) => name.trim())
  expect(Object.keys(env).sort()).toEqual(known?.sort())
})

describe('traces', () => {
  const tracing = (env: Record<string, string>) => loadConfig(env).tracing
  const OTEL_EXPORTER_OTLP_ENDPOINT = 'http://collector:4318/'

  test('are off until somebody says where they go', () => {
    expect(tracing({})).toBe(null)
    expect(tracing({ OTEL_SERVICE_NAME: 'pms', OTEL_TRACES_SAMPLER: 'always_on' })).toBe(null)
    expect(tracing({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_SDK_DISABLED: 'true' })).toBe(null)
    expect(tracing({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_EXPORTER: 'none' })).toBe(null)
  })

  test('go to the path of the standard, or to the very address that is named', () => {
    expect(tracing({ OTEL_EXPORTER_OTLP_ENDPOINT })?.url).toBe('http://collector:4318/v1/traces')
    const OTEL_EXPORTER_OTLP_TRACES_ENDPOINT = 'https://traces.example.com/otlp'
    expect(tracing({ OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT })?.url).toBe(
      OTEL_EXPORTER_OTLP_TRACES_ENDPOINT,
    )
  })

  test.each([
    [{}, { followsParent: true, ratio: 1 }],
    [{ OTEL_TRACES_SAMPLER: 'always_off' }, { followsParent: false, ratio: 0 }],
    [
      { OTEL_TRACES_SAMPLER: 'traceidratio', OTEL_TRACES_SAMPLER_ARG: '.25' },
      { followsParent: false, ratio: 0.25 },
    ],
    [
      { OTEL_TRACES_SAMPLER: 'parentbased_traceidratio', OTEL_TRACES_SAMPLER_ARG: '0.1' },
      { followsParent: true, ratio: 0.1 },
    ],
  ])('are sampled as %o says', (env, sampler) => {
    expect(tracing({ OTEL_EXPORTER_OTLP_ENDPOINT, ...env })?.sampler).toEqual(sampler)
  })

  test('what is not spoken here is named', () => {
    expect(
      problemsOf({ OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc', OTEL_TRACES_SAMPLER_ARG: '2', OTEL_TRACES_SAMPLER: 'x' }),
    ).toEqual([
      expect.stringContaining('OTEL_EXPORTER_OTLP_PROTOCOL must be one of http/protobuf'),
      expect.stringContaining('OTEL_TRACES_SAMPLER must be one of always_on'),
      'OTEL_TRACES_SAMPLER_ARG must be a number from 0 to 1',
    ])
    expect(problemsOf({ OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' })).toEqual([
      'OTEL_EXPORTER_OTLP_ENDPOINT must be a URL that starts with http:// or https://',
    ])
  })
})

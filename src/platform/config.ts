import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { PmsIntegrationError } from '../errors.ts'
import { productionProblems, RISKS, type Risk, reasonForProduction, takenRisks } from './production-rules.ts'
import { Secret } from './secret.ts'
import { type TracingConfig, toTracingConfig, tracingVariables } from './tracing-config.ts'

/** All that can be configured, checked and frozen. Secrets inside do not print. */
export interface Config {
  readonly environment: 'development' | 'test' | 'production'
  readonly http: HttpConfig
  /** Absolute. Holds the embedded database and generated keys. */
  readonly dataDir: string
  /** Of the pool of one process. */
  readonly databaseConnections: number
  /** Around a pooler, for whatever has to stay on one connection; null: there is no pooler. */
  readonly databaseDirectUrl: Secret | null
  readonly database: { readonly kind: 'embedded' } | DatabaseUrlConfig
  readonly queue: { readonly kind: 'postgres' } | { readonly kind: 'redis'; readonly url: Secret }
  readonly tokens: TokenConfig
  readonly encryption: EncryptionConfig
  readonly log: { readonly level: LogLevel; readonly format: 'pretty' | 'json' }
  /** Whether a hotel may name a PMS on a private address, such as a simulator on this machine. */
  readonly allowPrivateProviderUrls: boolean
  /** Pages that one process has in memory at the same time, from a PMS's answer to their commit. */
  readonly workerConcurrency: number
  /** Requests of one viewer in a minute, in each process; null: as many as they like. */
  readonly requestsPerMinute: number | null
  /** File with the only documents that are executed; null: any that fits the schema. Absolute. */
  readonly trustedDocuments: string | null
  /** Addresses of routers that may be called back with the events of subscriptions, without a trailing slash. */
  readonly subscriptionCallbackUrls: readonly string[]
  /** Days that what nobody needs for ever is kept. */
  readonly retention: RetentionConfig
  /** Registers a demo hotel on the mock PMS at the first start. */
  readonly demo: boolean
  /** What callers of the booking webhook prove themselves with, beside the secret of a hotel's configuration. */
  readonly webhookTokens: WebhookTokens
  /** What readers of `/metrics` prove themselves with; null: only this machine may read it. */
  readonly metricsToken: Secret | null
  /** Where traces are sent; null: nowhere. */
  readonly tracing: TracingConfig | null
  /** What is less safe than it could be, and was asked for by name. */
  readonly risks: readonly Risk[]
}

export interface RetentionConfig {
  /** What a PMS sent: webhooks that are settled, and items that could not be stored and are resolved by now. */
  readonly payloadDays: number
  /** Rows that the PMS no longer has. */
  readonly tombstoneDays: number
  /** Syncs, with the items that they could not store. */
  readonly syncLogDays: number
  readonly auditDays: number
}

interface DatabaseUrlConfig {
  readonly kind: 'url'
  readonly url: Secret
  /** Of the owner of the schema, where the service itself logs in as somebody else. */
  readonly migrationUrl: Secret | null
}

export interface WebhookTokens {
  /** By provider, as its key stands in the name of the variable: `MOCK` of `PMS_MOCK_TOKEN`. */
  readonly byProvider: Readonly<Record<string, Secret>>
  /** For every provider without one of its own. */
  readonly shared: Secret | null
}

export interface HttpConfig {
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  /** Where others reach this service, without a trailing slash; null: derived from the port that it listens on. */
  readonly publicUrl: string | null
}

/** How bearer tokens are verified. `generated`: with a secret of `dev-keys.json` under the data directory. */
export type TokenConfig = TokenClaimsConfig &
  (
    | { readonly kind: 'secret'; readonly secret: Secret }
    | { readonly kind: 'jwks'; readonly url: string }
    | { readonly kind: 'generated' }
  )

interface TokenClaimsConfig {
  readonly issuer: string | null
  readonly audience: string | null
}

/** What encrypts stored credentials. The first key seals, all of them open. */
export type EncryptionConfig =
  | { readonly kind: 'keys'; readonly keys: readonly EncryptionKey[] }
  | { readonly kind: 'generated' }

export interface EncryptionKey {
  readonly id: string
  /** 32 bytes. */
  readonly key: Secret<Buffer>
}

const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const secretUrl = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  })

const PRODUCTION_RATE_LIMIT = 6_000

const webUrl = secretUrl('http:', 'https:')
const flag = z.stringbool({ error: 'must be true or false' })
const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))

const encryptionKey = z
  .string()
  .trim()
  .regex(/^[\w-]{1,32}:[\w+/-]+={0,2}$/, 'must be keyId:base64, several separated by commas')
  .transform((entry) => {
    const [id = '', base64 = ''] = entry.split(':')
    return { id, bytes: Buffer.from(base64, 'base64') }
  })
  .refine(({ bytes }) => bytes.length === 32, 'each key must be 32 bytes in base64')
  .transform(({ id, bytes }): EncryptionKey => ({ id, key: new Secret(bytes) }))

const encryptionKeys = z
  .string()
  .transform((list) => list.split(','))
  .pipe(z.array(encryptionKey))
  .refine((keys) => new Set(keys.map((key) => key.id)).size === keys.length, 'must not name a key id twice')

/** `PMS_<PROVIDER>_TOKEN`. */
const PROVIDER_TOKEN = /^PMS_(?!WEBHOOK_TOKEN$)([A-Z0-9_]+)_TOKEN$/

const variables = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  ACCEPTED_RISKS: z
    .string()
    .transform((list) => list.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(Object.keys(RISKS) as Risk[])))
    .default([]),
  PORT: integer(0, 65_535).default(4000),
  HOST: z.string().optional(),
  PUBLIC_URL: webUrl.transform((url) => url.replace(/\/+$/, '')).optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: secretUrl('postgres:', 'postgresql:').optional(),
  DATABASE_CONNECTIONS: integer(4, 1_000).default(20),
  DATABASE_DIRECT_URL: secretUrl('postgres:', 'postgresql:').optional(),
  MIGRATION_DATABASE_URL: secretUrl('postgres:', 'postgresql:').optional(),
  REDIS_URL: secretUrl('redis:', 'rediss:').optional(),
  JWT_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  JWKS_URL: webUrl.optional(),
  JWT_ISSUER: z.string().optional(),
  JWT_AUDIENCE: z.string().optional(),
  ENCRYPTION_KEYS: encryptionKeys.optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  LOG_FORMAT: z.enum(['pretty', 'json']).optional(),
  ALLOW_PRIVATE_PROVIDER_URLS: flag.optional(),
  WORKER_CONCURRENCY: integer(1, 100).default(8),
  RATE_LIMIT: integer(0, 1_000_000).optional(),
  TRUSTED_DOCUMENTS: z.string().optional(),
  SUBSCRIPTION_CALLBACK_URLS: z
    .string()
    .transform((list) => list.split(',').map((url) => url.trim().replace(/\/+$/, '')))
    .pipe(z.array(webUrl))
    .default([]),
  RAW_PAYLOAD_DAYS: integer(7, 3_650).default(30),
  TOMBSTONE_DAYS: integer(1, 3_650).default(30),
  SYNC_LOG_DAYS: integer(7, 3_650).default(90),
  AUDIT_DAYS: integer(30, 36_500).default(400),
  DEMO: flag.optional(),
  PMS_WEBHOOK_TOKEN: z.string().optional(),
  ...tracingVariables,
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
})
type Variables = z.output<typeof variables>
type Environment = Readonly<Record<string, string | undefined>>

/** Adds what a file `.env` in the working directory says; a variable that is set already wins. */
export function loadEnvFile(path = '.env'): void {
  if (existsSync(path)) process.loadEnvFile(path)
}

/**
 * Reads the configuration from environment variables. An empty variable counts as unset.
 * @throws PmsIntegrationError `CONFIGURATION_INVALID` that lists every problem, one a line, and never a value
 */
export function loadConfig(env: Environment = process.env): Config {
  const defined = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()))
  const reason = reasonForProduction(defined)
  const parsed = variables.safeParse(reason === null ? defined : { ...defined, NODE_ENV: 'production' })
  const problems = [...(parsed.error?.issues ?? []).map(describeIssue), ...findContradictions(defined, reason)]
  if (!parsed.success || problems.length > 0) {
    const list = problems.map((problem) => `\n  ${problem}`).join('')
    throw new PmsIntegrationError('CONFIGURATION_INVALID', `The configuration is not valid:${list}`)
  }
  return freeze(toConfig(parsed.data, providerTokensOf(defined), takenRisks(defined)))
}

/** Where others reach a service that listens on `port`. */
export function publicUrlFor(http: HttpConfig, port: number): string {
  const wildcard = ['0.0.0.0', '::', '127.0.0.1', '::1'].includes(http.host)
  return http.publicUrl ?? `http://${wildcard ? 'localhost' : http.host}:${port}`
}

function describeIssue(issue: z.core.$ZodIssue): string {
  return `${String(issue.path[0])} ${issue.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : issue.message}`
}

/** What no single variable can tell. */
function findContradictions(env: Environment, reason: string | null): string[] {
  const problems: string[] = []
  if (env.JWT_SECRET && env.JWKS_URL) problems.push('JWT_SECRET and JWKS_URL exclude each other: set one')
  if (env.NODE_ENV !== 'production' && reason === null) return problems
  const accepted = (env.ACCEPTED_RISKS ?? '').split(',').map((name) => name.trim())
  return [...problems, ...productionProblems(env, accepted)]
}

/** By provider, as its name is written in the variable. */
function providerTokensOf(env: Environment): Record<string, Secret> {
  const named = Object.entries(env).flatMap(([name, value]) => {
    const provider = PROVIDER_TOKEN.exec(name)?.[1]
    return provider === undefined || value === undefined ? [] : [[provider, new Secret(value)] as const]
  })
  return Object.fromEntries(named)
}

function toConfig(env: Variables, providerTokens: Record<string, Secret>, taken: readonly Risk[]): Config {
  const isProduction = env.NODE_ENV === 'production'
  return {
    environment: env.NODE_ENV,
    http: {
      // A development server hands out tokens and may reach private addresses: only this machine may talk to it.
      host: env.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
      port: env.PORT,
      publicUrl: env.PUBLIC_URL ?? null,
    },
    dataDir: resolve(env.DATA_DIR),
    databaseConnections: env.DATABASE_CONNECTIONS,
    databaseDirectUrl: env.DATABASE_DIRECT_URL === undefined ? null : new Secret(env.DATABASE_DIRECT_URL),
    database: toDatabaseConfig(env),
    queue: env.REDIS_URL ? { kind: 'redis', url: new Secret(env.REDIS_URL) } : { kind: 'postgres' },
    tokens: toTokenConfig(env),
    encryption: env.ENCRYPTION_KEYS ? { kind: 'keys', keys: env.ENCRYPTION_KEYS } : { kind: 'generated' },
    log: { level: env.LOG_LEVEL, format: env.LOG_FORMAT ?? (isProduction ? 'json' : 'pretty') },
    allowPrivateProviderUrls: env.ALLOW_PRIVATE_PROVIDER_URLS ?? !isProduction,
    workerConcurrency: env.WORKER_CONCURRENCY,
    requestsPerMinute: (env.RATE_LIMIT ?? (isProduction ? PRODUCTION_RATE_LIMIT : 0)) || null,
    trustedDocuments: env.TRUSTED_DOCUMENTS === undefined ? null : resolve(env.TRUSTED_DOCUMENTS),
    subscriptionCallbackUrls: env.SUBSCRIPTION_CALLBACK_URLS,
    retention: {
      payloadDays: env.RAW_PAYLOAD_DAYS,
      tombstoneDays: env.TOMBSTONE_DAYS,
      syncLogDays: env.SYNC_LOG_DAYS,
      auditDays: env.AUDIT_DAYS,
    },
    demo: env.DEMO ?? (env.NODE_ENV === 'development' && !env.DATABASE_URL),
    webhookTokens: {
      byProvider: providerTokens,
      shared: env.PMS_WEBHOOK_TOKEN === undefined ? null : new Secret(env.PMS_WEBHOOK_TOKEN),
    },
    metricsToken: env.METRICS_TOKEN === undefined ? null : new Secret(env.METRICS_TOKEN),
    tracing: toTracingConfig(env),
    risks: [...taken, ...env.ACCEPTED_RISKS.filter((risk) => risk === 'public-schema')],
  }
}

function toDatabaseConfig({ DATABASE_URL, MIGRATION_DATABASE_URL }: Variables): Config['database'] {
  if (DATABASE_URL === undefined) return { kind: 'embedded' }
  const migrationUrl = MIGRATION_DATABASE_URL === undefined ? null : new Secret(MIGRATION_DATABASE_URL)
  return { kind: 'url', url: new Secret(DATABASE_URL), migrationUrl }
}

function toTokenConfig(env: Variables): TokenConfig {
  const claims = { issuer: env.JWT_ISSUER ?? null, audience: env.JWT_AUDIENCE ?? null }
  if (env.JWKS_URL) return { kind: 'jwks', url: env.JWKS_URL, ...claims }
  if (env.JWT_SECRET) return { kind: 'secret', secret: new Secret(env.JWT_SECRET), ...claims }
  return { kind: 'generated', ...claims }
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && part !== null && !Object.isFrozen(part)) freeze(part)
  }
  return Object.freeze(value)
}

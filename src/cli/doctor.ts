import { Command } from 'commander'
import { calendarRequests, STATED_PLANS, saidOf } from '../calendar/requests.ts'
import { toPmsError } from '../errors.ts'
import { readStreamHealth } from '../insights/streams.ts'
import { type Config, loadConfig } from '../platform/config.ts'
import { type Database, openDatabase } from '../platform/database/database.ts'
import { encodingProblem } from '../platform/database/encoding.ts'
import { SCOPED_ROLE } from '../platform/database/hotel-scope.ts'
import { scopedRoleProblem } from '../platform/database/scoped-role.ts'
import { type DatabaseServer, openDatabaseServer } from '../platform/database/server.ts'
import { databaseUser } from '../platform/database/service-user.ts'
import { createLogger } from '../platform/logger.ts'
import { createQueueBackend } from '../platform/queue/queue.ts'
import { listProviderAdapters } from '../providers/registry.ts'
import { resolveKeys } from '../security/dev-keys.ts'
import { createVault } from '../security/vault.ts'
import { changesFinding } from './changes-finding.ts'
import { warningsOf } from './warnings.ts'

/** One line of the report. `detail` never holds a secret. */
export interface Finding {
  /** `warn`: it works, and had better be otherwise. */
  ok: boolean | 'warn'
  subject: string
  detail: string
}

const WORDS = { true: 'ok  ', warn: 'WARN', false: 'FAIL' }

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say what is configured, reachable and missing; exits with 1 when something is wrong')
    .action(async () => {
      let failed = false
      for await (const { ok, subject, detail } of examine()) {
        failed ||= !ok
        process.stdout.write(`${WORDS[`${ok}`]}  ${subject.padEnd(14)} ${detail}\n`)
      }
      process.exitCode = failed ? 1 : 0
    })
}

async function* examine(): AsyncGenerator<Finding> {
  yield { ok: true, subject: 'Node.js', detail: process.version }
  const config = attemptSync(() => loadConfig())
  if (config instanceof Error) return yield { ok: false, subject: 'configuration', detail: config.message }
  yield { ok: true, subject: 'configuration', detail: `${config.environment}, port ${config.http.port}` }
  yield keysFinding(config)
  yield tokensFinding(config)
  yield await tracesFinding(config)
  for (const detail of warningsOf(config)) yield { ok: 'warn', subject: 'caution', detail }
  const quiet = createLogger({ ...config.log, level: 'silent' })
  try {
    await using server = await openDatabaseServer(config, quiet)
    await using database = await openDatabase({ url: server.url })
    yield* databaseFindings(config, database)
    yield await queueFinding(config, server)
    yield await credentialsFinding(config, database)
    yield await streamsFinding(database)
    yield await changesFinding(database)
  } catch (error) {
    yield { ok: false, subject: 'database', detail: describe(error) }
  }
  const names = listProviderAdapters().map(({ key }) => key)
  yield { ok: true, subject: 'providers', detail: names.join(', ') }
  yield calendarsFinding()
}

/** What calendars ask of each PMS: the most that is asked for by the clock. */
function calendarsFinding(): Finding {
  const said = listProviderAdapters().flatMap(({ key, limits }) => {
    const asked = calendarRequests(limits)
    return asked === null ? [] : [`${key} ${saidOf(asked)}`]
  })
  const detail = `requests of a hotel of ${STATED_PLANS} rate plans: ${said.join('; ')}`
  return { ok: true, subject: 'calendars', detail }
}

function keysFinding({ tokens, encryption }: Config): Finding {
  const signing = { secret: 'JWT_SECRET', jwks: 'JWKS_URL', generated: 'generated for development' }[tokens.kind]
  const sealing =
    encryption.kind === 'keys' ? `${encryption.keys.length} in ENCRYPTION_KEYS` : 'generated for development'
  return { ok: true, subject: 'keys', detail: `tokens: ${signing}; encryption: ${sealing}` }
}

/** Who may post bookings to which hotels: a token of the environment opens more doors than one configuration. */
function tokensFinding({ webhookTokens: { byProvider, shared } }: Config): Finding {
  const ofProviders = Object.keys(byProvider).map((name) => `PMS_${name}_TOKEN`)
  const route = 'POST /api/pms/<provider>/bookings'
  const parts = [
    ofProviders.length > 0 && `${ofProviders.join(', ')}: for every hotel of that provider, beside its own secret`,
    shared !== null && 'PMS_WEBHOOK_TOKEN: for hotels with neither a secret nor a token of their provider',
  ]
  const detail = parts.filter(Boolean).join('; ') || 'only secrets of configurations'
  return { ok: true, subject: 'booking tokens', detail: `${detail} (${route})` }
}

const COLLECTOR_TIMEOUT_MS = 3_000

/** Asks the collector to take no spans. One that is away costs the traces and nothing else. */
async function tracesFinding({ tracing }: Config): Promise<Finding> {
  const subject = 'traces'
  if (tracing === null) return { ok: true, subject, detail: 'off (OTEL_EXPORTER_OTLP_ENDPOINT)' }
  const { host } = new URL(tracing.url)
  const headers = { 'content-type': 'application/x-protobuf' }
  const signal = AbortSignal.timeout(COLLECTOR_TIMEOUT_MS)
  const answer = await fetch(tracing.url, { method: 'POST', headers, body: '', signal }).catch(() => null)
  if (answer === null) return { ok: 'warn', subject, detail: `the collector at ${host} does not answer` }
  const detail = `to the collector at ${host}, which answered ${answer.status}`
  return { ok: answer.status === 404 || answer.status >= 500 ? 'warn' : true, subject, detail }
}

async function* databaseFindings(config: Config, database: Database): AsyncGenerator<Finding> {
  const [row] = await database.query<{ version: string }>(`SELECT current_setting('server_version') AS version`)
  const kind = config.database.kind === 'embedded' ? `embedded in ${config.dataDir}` : 'DATABASE_URL'
  yield { ok: true, subject: 'database', detail: `PostgreSQL ${row?.version}, ${kind}` }
  const problem = await encodingProblem(database)
  if (problem !== null) yield { ok: false, subject: 'encoding', detail: problem }
  const pending = await database.pendingMigrations()
  const detail = pending.length === 0 ? 'up to date' : `pending: ${pending.join(', ')} (run: npm run pms -- migrate)`
  yield { ok: pending.length === 0, subject: 'schema', detail }
  yield await wallFinding(database)
}

/** Whether the database keeps hotels apart, for whatever is asked of it. */
async function wallFinding(database: Database): Promise<Finding> {
  const subject = 'hotels'
  const problem = await scopedRoleProblem(database)
  if (problem !== null) return { ok: false, subject, detail: problem }
  const { name, isUnbound } = await databaseUser(database)
  const detail = `kept apart by row-level security, as ${SCOPED_ROLE}`
  if (!isUnbound) return { ok: true, subject, detail: `${detail}; ${name} owns nothing` }
  const advice = 'give the service a user of its own, and set MIGRATION_DATABASE_URL'
  return { ok: 'warn', subject, detail: `${detail}, but ${name} could step up again: ${advice}` }
}

async function queueFinding(config: Config, { url, migrationUrl }: DatabaseServer): Promise<Finding> {
  const redisUrl = config.queue.kind === 'redis' ? config.queue.url.reveal() : undefined
  const log = createLogger({ ...config.log, level: 'silent' })
  try {
    await using backend = await createQueueBackend({ databaseUrl: url, migrationUrl, redisUrl, log })
    const problem = backend.problem()
    if (problem !== null) return { ok: 'warn', subject: 'queue', detail: `${problem} (REDIS_URL)` }
    return { ok: true, subject: 'queue', detail: backend.kind === 'redis' ? 'Redis (REDIS_URL)' : 'PostgreSQL' }
  } catch (error) {
    return { ok: false, subject: 'queue', detail: describe(error) }
  }
}

/** Whether every stored credential opens with the configured keys; a lost key shows here and not at three in the morning. */
async function credentialsFinding(config: Config, database: Database): Promise<Finding> {
  const subject = 'credentials'
  if ((await database.pendingMigrations()).length > 0) return { ok: true, subject, detail: 'none yet' }
  const { encryption } = await resolveKeys(config)
  const vault = createVault({ keys: encryption })
  const rows = await database
    .within('*')
    .query<{ hotelId: string; provider: string; credentials: string }>(
      'SELECT hotel_id AS "hotelId", provider, credentials FROM pms_configuration',
    )
  const unreadable = rows.filter(({ credentials, ...key }) => {
    const opened = attemptSync(() => vault.open(credentials, { ...key, field: 'credentials' }))
    return opened instanceof Error
  })
  const names = unreadable.map(({ hotelId, provider }) => `${hotelId}/${provider}`).join(', ')
  const detail = unreadable.length === 0 ? `${rows.length} readable` : `not readable with these keys: ${names}`
  return { ok: unreadable.length === 0, subject, detail }
}

/** Streams that hotels have switched on, and those of them that are down. */
export async function streamsFinding(database: Database): Promise<Finding> {
  const subject = 'streams'
  if ((await database.pendingMigrations()).length > 0) return { ok: true, subject, detail: 'none yet' }
  const rows = await readStreamHealth(database.within('*'))
  if (rows.length === 0) return { ok: true, subject, detail: 'none switched on' }
  const down = rows.filter(({ isDown }) => isDown)
  if (down.length === 0) return { ok: true, subject, detail: `${rows.length} up` }
  const named = down.map(({ provider, state, reason }) => `${provider} ${state}${reason === null ? '' : `: ${reason}`}`)
  const detail = `${down.length} of ${rows.length} down, their hotels are polled (${[...new Set(named)].join('; ')})`
  return { ok: 'warn', subject, detail }
}

function attemptSync<T>(work: () => T): T | Error {
  try {
    return work()
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

/** Our own errors speak for themselves; a library's message may quote an address with its password. */
function describe(error: unknown): string {
  const { code, message } = toPmsError(error)
  const reason = (error as { code?: unknown }).code
  return code === 'INTERNAL_SERVER_ERROR' ? `not reachable (${String(reason ?? 'unknown reason')})` : message
}

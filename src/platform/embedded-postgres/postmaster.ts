import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { open, readFile, rm, stat, truncate } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { PmsIntegrationError } from '../../errors.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import type { Cluster } from './cluster.ts'
import { identifyProcess, isAlive, isServerOf } from './process-identity.ts'

/** A running server. */
export interface Postmaster {
  /** See `identifyProcess`. */
  readonly identity: string
  readonly port: number
}

export interface StartOptions {
  binaries: Binaries
  account: Account
  durable: boolean
  port: number | undefined
}

const POLL_MS = 10
const START_MS = 120_000
const FAST_STOP_MS = 10_000
const IMMEDIATE_STOP_MS = 5_000
const START_ATTEMPTS = 20
const RETRY_MS = 500
const LOG_LIMIT_BYTES = 10_000_000

const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  // Short queries on a small machine gain nothing from these; parallel ones also fail where /dev/shm is small (Docker).
  jit: 'off',
  max_parallel_workers_per_gather: '0',
  max_parallel_maintenance_workers: '0',
  // Statements and details quote guests' data.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
}
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** The server of this cluster as its `postmaster.pid` names it, if that process lives and really is it. */
export async function findPostmaster(cluster: Cluster): Promise<(Postmaster & { readonly isReady: boolean }) | null> {
  const [pid, , , port, , , , status] = (await readPidFile(cluster)).split('\n')
  const identity = identifyProcess(Number(pid))
  if (identity === null || !isServerOf(Number(pid), cluster.data)) return null
  return { identity, port: Number(port), isReady: status?.trim() === 'ready' }
}

/** Starts the server in a session of its own, so that Ctrl-C in the terminal reaches only us. */
export async function startPostmaster(cluster: Cluster, options: StartOptions): Promise<Postmaster> {
  await removeMisleadingPidFile(cluster)
  const log = await stat(cluster.logFile).catch(() => null)
  if (log && log.size > LOG_LIMIT_BYTES) await truncate(cluster.logFile)
  for (let attempt = 1; ; attempt++) {
    const port = options.port ?? (await freePort())
    const failure = await launch(cluster, options, port)
    if (typeof failure !== 'string') return failure
    const isPortTaken = options.port === undefined && /could not create any TCP\/IP sockets/.test(failure)
    // The last connections of a killed server hold its memory for a moment.
    const isDyingOut = /pre-existing shared memory block/.test(failure)
    if (attempt === START_ATTEMPTS || !(isPortTaken || isDyingOut)) throw startError(cluster, failure)
    if (isDyingOut) await delay(RETRY_MS)
  }
}

/** Ends the server, fast and clean; by force when it does not end in time. Connected clients are cut off. */
export async function stopPostmaster({ identity }: Pick<Postmaster, 'identity'>): Promise<void> {
  for (const [signal, patienceMs] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', IMMEDIATE_STOP_MS],
  ] as const) {
    if (!isAlive(identity)) return
    process.kill(Number.parseInt(identity, 10), signal)
    const deadline = performance.now() + patienceMs
    while (performance.now() < deadline) {
      if (!isAlive(identity)) return
      await delay(POLL_MS)
    }
  }
  throw new PmsIntegrationError('SERVICE_UNAVAILABLE', `The embedded PostgreSQL (process ${identity}) does not stop.`)
}

/** Returns the server, or the end of its log when it gave up. */
async function launch(cluster: Cluster, { binaries, account, durable }: StartOptions, port: number) {
  const settings = { ...SETTINGS, ...(durable ? {} : NOT_DURABLE), port: String(port) }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  await using log = await open(cluster.logFile, 'a', 0o600)
  const { size: logStart } = await log.stat()
  const server = spawn(binaries.postgres, ['-D', cluster.data, ...flags], {
    detached: true,
    stdio: ['ignore', log.fd, log.fd],
    cwd: cluster.folder,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    ...account,
  })
  server.unref()
  let ended: string | undefined
  const end = once(server, 'exit').then(
    () => (ended = ''),
    (error: Error) => (ended = error.message),
  )
  const ready = await untilReady(cluster, { pid: server.pid, port }, () => ended !== undefined)
  return ready ?? `${await end}${await logTail(cluster.logFile, logStart)}`
}

type Launched = { pid: number | undefined; port: number }

/** The pid file may still be that of a crashed server, which had another port. */
async function untilReady(cluster: Cluster, { pid, port }: Launched, hasEnded: () => boolean) {
  const deadline = performance.now() + START_MS
  while (pid !== undefined && !hasEnded()) {
    const found = await findPostmaster(cluster)
    if (found?.isReady && found.port === port && found.identity === identifyProcess(pid)) return found
    if (performance.now() > deadline) {
      process.kill(pid, 'SIGQUIT')
      break
    }
    await delay(POLL_MS)
  }
  return null
}

const pidFile = ({ data }: Cluster) => join(data, 'postmaster.pid')
const readPidFile = (cluster: Cluster) => readFile(pidFile(cluster), 'utf8').catch(() => '')

/**
 * After a crash PostgreSQL clears up by itself, unless its old pid went to a stranger meanwhile: it takes that for a
 * server and refuses to start.
 */
async function removeMisleadingPidFile(cluster: Cluster): Promise<void> {
  const pid = Number.parseInt(await readPidFile(cluster), 10)
  if (identifyProcess(pid) !== null && !isServerOf(pid, cluster.data)) await rm(pidFile(cluster), { force: true })
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}

async function logTail(path: string, from: number): Promise<string> {
  const written = (await readFile(path)).subarray(from).toString('utf8')
  return written.trim().split('\n').slice(-15).join('\n')
}

function startError(cluster: Cluster, tail: string): PmsIntegrationError {
  const isOtherVersion = /database files are incompatible/.test(tail)
  const message = `The embedded PostgreSQL did not start. The end of ${cluster.logFile}:\n${tail}`
  return new PmsIntegrationError(isOtherVersion ? 'CONFIGURATION_INVALID' : 'SERVICE_UNAVAILABLE', message)
}

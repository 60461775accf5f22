import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import type { TestProject } from 'vitest/node'
import { compile } from '../../bin/compile.mjs'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts'
import { dropTestDatabases, newRunId } from './server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Of a database whose user may create others. */
    serverUrl: string
    redisUrl: string | null
    /** Names this run of the whole suite. */
    runId: string
  }
}

const FOLDER = 'pms-test-server-'
const AN_HOUR_MS = 3_600_000
const log = {
  info() {},
  warn: (facts: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(facts)}\n`),
}

/**
 * Provides one PostgreSQL to all test files: the one of `DATABASE_URL`, else an embedded one in a temporary folder.
 * What runs that were killed left behind is removed first.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const runId = newRunId()
  // Processes of the tests run what users run; compiled once, not by each of them.
  await compile()
  const server = process.env.DATABASE_URL ? borrow(process.env.DATABASE_URL) : await start()
  // Unpacks the browser, once on a machine: two test files that did so at a time would meet half of it.
  if (!process.env.CHROMIUM_PATH) await chromium.executablePath()
  await dropTestDatabases(server.url, (_, startedAt) => Date.now() - startedAt.getTime() > AN_HOUR_MS)
  project.provide('serverUrl', server.url)
  project.provide('redisUrl', process.env.REDIS_URL || null)
  project.provide('runId', runId)
  return async () => {
    await dropTestDatabases(server.url, (id) => id === runId)
    await server.stop()
  }
}

const borrow = (url: string) => ({ url, stop: async () => {} })

async function start() {
  await removeAbandoned()
  const dataDir = await mkdtemp(join(tmpdir(), `${FOLDER}${process.pid}-`))
  await chmod(dataDir, 0o755) // as root, the server runs as another user
  const server = await startEmbeddedPostgres({ dataDir, log, durable: false })
  return { url: server.url, stop: () => remove(server, dataDir) }
}

async function remove(server: EmbeddedPostgres, dataDir: string): Promise<void> {
  await server.stop()
  for (const folder of [server.dataDir, dataDir]) await rm(folder, { recursive: true, force: true })
}

/** A run that was killed leaves its server running: joining it and leaving as its last user stops it. */
async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = Number(new RegExp(`^${FOLDER}(\\d+)-`).exec(name)?.[1])
    if (!pid || isAlive(pid)) continue
    const dataDir = join(tmpdir(), name)
    await startEmbeddedPostgres({ dataDir, log, durable: false })
      .then((server) => remove(server, dataDir))
      .catch(() => {}) // another run is at it
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

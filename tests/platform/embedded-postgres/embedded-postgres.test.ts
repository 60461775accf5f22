import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readdir, readFile, realpath, rename, rm, stat, watch, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../../src/platform/embedded-postgres/embedded-postgres.ts'
import { type Child, startChild } from './child.ts'

const isRoot = process.getuid?.() === 0

/** An empty data directory; disposing stops whatever still runs there. */
async function emptyDataDir(mode = 0o755) {
  const path = await mkdtemp(join(tmpdir(), 'pms-embedded-'))
  await chmod(path, mode)
  const log: { message: string; facts: object }[] = []
  const note = (facts: object, message: string) => void log.push({ message, facts })
  const start = (options: { port?: number; durable?: boolean } = {}) =>
    startEmbeddedPostgres({ dataDir: path, log: { info: note, warn: note }, durable: false, ...options })
  const remove = async () => {
    const real = await realpath(join(path, 'postgres')).catch(() => path)
    if ((await readdir(real)).includes('data'))
      await start().then(
        (server) => server.stop(),
        () => {},
      )
    for (const folder of [real, path]) await rm(folder, { recursive: true, force: true })
  }
  return { path, log, start, [Symbol.asyncDispose]: remove }
}

async function query({ url }: Pick<EmbeddedPostgres, 'url'>, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<unknown[]>({ text, rowMode: 'array' })
    return rows.flat()
  } finally {
    await client.end()
  }
}

const serverPid = async (server: EmbeddedPostgres) =>
  Number.parseInt(await readFile(join(server.dataDir, 'data', 'postmaster.pid'), 'utf8'), 10)

/** For the tests of one describe: setting a cluster up takes a second, starting it again a tenth. */
function sharedPlace(): () => Awaited<ReturnType<typeof emptyDataDir>> {
  let place: Awaited<ReturnType<typeof emptyDataDir>>
  beforeAll(async () => {
    place = await emptyDataDir()
  })
  afterAll(() => place[Symbol.asyncDispose]())
  return () => place
}

const isDown = (server: Pick<EmbeddedPostgres, 'url'>) =>
  expect(query(server, 'SELECT 1')).rejects.toThrow('ECONNREFUSED')

test('a server that dies is started again at the same port', async () => {
  await using place = await emptyDataDir()
  await using server = await place.start()
  process.kill(await serverPid(server), 'SIGKILL')
  await vi.waitFor(async () => expect(await query(server, 'SELECT 1')).toEqual([1]), { timeout: 30_000, interval: 200 })
  expect(place.log).toContainEqual(expect.objectContaining({ message: expect.stringContaining('started again') }))
})

describe('a running server', () => {
  const place = sharedPlace()
  let server: EmbeddedPostgres
  beforeAll(async () => {
    server = await place().start()
  })
  afterAll(() => server.stop())

  test('text is UTF-8 and time is UTC, whatever the environment says', async () => {
    expect(await query(server, 'SHOW server_encoding')).toEqual(['UTF8'])
    expect(await query(server, 'SHOW timezone')).toEqual(['UTC'])
    expect(await query(server, `SELECT upper('straße ção'), length('日本')`)).toEqual(['STRAßE ÇÃO', 2])
  })

  test('nobody gets in without the password, which only the owner can read', async () => {
    const wrong = server.url.replace(/:[^:@]+@/, ':wrong@')
    await expect(query({ url: wrong }, 'SELECT 1')).rejects.toMatchObject({ code: '28P01' })
    expect(new URL(server.url).hostname).toBe('127.0.0.1')
    expect(await query(server, 'SHOW unix_socket_directories')).toEqual([''])
    expect((await stat(join(server.dataDir, 'password'))).mode & 0o777).toBe(0o600)
  })

  test.runIf(isRoot)('as root, the server runs as a user of its own', async () => {
    expect((await stat(`/proc/${await serverPid(server)}`)).uid).toBe((await stat(server.dataDir)).uid)
    expect((await stat(server.dataDir)).uid).not.toBe(0)
  })
})

describe('one data directory, again and again', { concurrent: false }, () => {
  const place = sharedPlace()

  test('a restart keeps the data', async () => {
    {
      await using server = await place().start()
      expect(server.adopted).toBe(false)
      await query(server, 'CREATE TABLE kept (id int)')
      await query(server, 'INSERT INTO kept VALUES (7)')
    }
    await using server = await place().start()
    expect(server.adopted).toBe(false)
    expect(await query(server, 'SELECT id FROM kept')).toEqual([7])
  })

  test('stopping twice is stopping once', async () => {
    const server = await place().start()
    await Promise.all([server.stop(), server.stop()])
    await isDown(server)
  })

  test('a port that is taken is told with the end of the server log', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    await expect(place().start({ port: (other.address() as AddressInfo).port })).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
      message: expect.stringContaining('could not bind'),
    })
    other.close()
  })

  test('the server of a killed process is adopted, with its data', async () => {
    await using child = startChild('use-postgres.ts', place().path)
    const { url } = JSON.parse(await child.line())
    await query({ url }, 'CREATE TABLE adopted AS SELECT 8 AS id')
    await child.kill()
    const server = await place().start()
    expect(server).toMatchObject({ url, adopted: true })
    expect(await query(server, 'SELECT id FROM adopted')).toEqual([8])
    await server.stop()
    await isDown(server)
  })

  test('a killed server recovers', async () => {
    const crashed = await place().start({ durable: true })
    await query(crashed, 'CREATE TABLE recovered AS SELECT 9 AS id')
    process.kill(await serverPid(crashed), 'SIGKILL')
    await crashed.stop()
    await using server = await place().start()
    expect(server.adopted).toBe(false)
    expect(await query(server, 'SELECT id FROM recovered')).toEqual([9])
  })

  test('the pid of a crashed server may belong to a stranger by now, who is left alone', async () => {
    const crashed = await place().start()
    const pidFile = join(crashed.dataDir, 'data', 'postmaster.pid')
    const before = await readFile(pidFile, 'utf8')
    await crashed.stop()
    const { uid, gid } = await stat(crashed.dataDir)
    const stranger = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' })
    await writeFile(pidFile, before.replace(/^\d+/, String(stranger.pid)))
    await using server = await place().start()
    expect(await query(server, 'SELECT 1')).toEqual([1])
    expect(stranger.kill()).toBe(true)
  })

  test('a killed user does not keep the server up', async () => {
    await using child = startChild('use-postgres.ts', place().path)
    await child.line()
    const server = await place().start()
    await child.kill()
    await server.stop()
    await isDown(server)
  })

  test('files of another PostgreSQL version are told from a passing trouble', async () => {
    const versionFile = join(place().path, 'postgres', 'data', 'PG_VERSION')
    const version = await readFile(versionFile, 'utf8')
    await writeFile(versionFile, '12\n')
    await expect(place().start()).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID' })
    await writeFile(versionFile, version)
  })

  test('what is left of a folder that somebody removed in part is told in a sentence', async () => {
    const passwordFile = join(place().path, 'postgres', 'password')
    await rename(passwordFile, `${passwordFile}.away`)
    await expect(place().start()).rejects.toMatchObject({ code: 'CONFIGURATION_INVALID', message: /a part is missing/ })
    await rename(`${passwordFile}.away`, passwordFile)
  })
})

describe('an empty folder', () => {
  test('processes that start at once share one server; the last to leave stops it', async () => {
    await using place = await emptyDataDir()
    const children = [1, 2, 3].map(() => startChild('use-postgres.ts', place.path))
    const started = await Promise.all(children.map(async (child) => JSON.parse(await child.line())))
    expect(new Set(started.map(({ url }) => url)).size).toBe(1)
    expect(started.filter(({ adopted }) => !adopted)).toHaveLength(1)
    const adoptedBy = (child: Child) => Number(started[children.indexOf(child)].adopted)

    // The one that started it goes first.
    for (const child of children.toSorted((a, b) => adoptedBy(a) - adoptedBy(b))) {
      expect(await query(started[0], 'SELECT 1')).toEqual([1])
      child.tell('stop')
      await child.ended
    }
    await isDown(started[0])
  })

  test('a start that was killed while it made the cluster leaves nothing that looks done', async () => {
    await using place = await emptyDataDir()
    const changes = watch(place.path)
    const child = startChild('use-postgres.ts', place.path)
    for await (const { filename } of changes) if (filename?.includes('.draft-')) break
    await child.kill()
    await using server = await place.start()
    expect(await query(server, 'SELECT 1')).toEqual([1])
    expect((await readdir(place.path)).sort()).toEqual(['postgres'])
  })

  // Only root runs the server as another user.
  test.runIf(isRoot)('that is private links to a cluster elsewhere; the log says where', async () => {
    await using place = await emptyDataDir(0o700)
    const first = await place.start()
    await query(first, 'CREATE TABLE kept AS SELECT 7 AS id')
    await first.stop()
    expect(first.dataDir).toMatch(/^\/var\/(lib|tmp)\/pms-adapter-layer\//)
    expect(place.log.map(({ message }) => message).join('\n')).toContain(`the database lives in ${first.dataDir}`)

    const second = await place.start()
    expect(second.dataDir).toBe(first.dataDir)
    expect(await query(second, 'SELECT id FROM kept')).toEqual([7])
    await second.stop()

    // Somebody removes it: that must not keep the service from starting.
    await rm(first.dataDir, { recursive: true })
    await using third = await place.start()
    expect(third.dataDir).not.toBe(first.dataDir)
    expect(place.log).toContainEqual(expect.objectContaining({ message: expect.stringContaining('is gone') }))
  })
})

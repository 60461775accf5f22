import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, test, vi } from 'vitest'
import { openDatabase } from '../../../src/platform/database/database.ts'
import { createQueueBackend } from '../../../src/platform/queue/queue.ts'
import { dropDatabase, freePort, onServer, testDatabaseName } from '../../kit/server.ts'
import { silentLog } from '../../kit/services.ts'

const isInstalled = (() => {
  try {
    return execFileSync('pgbouncer', ['--version']).length > 0
  } catch {
    return false
  }
})()

/** PgBouncer in transaction mode before the server of the tests. */
async function startPooler(target: URL) {
  const folder = await mkdtemp(join(tmpdir(), 'pms-pooler-'))
  await chmod(folder, 0o777)
  const port = await freePort()
  const password = decodeURIComponent(target.password)
  const account = `user=${target.username}${password && ` password=${password}`}`
  const settings = {
    listen_addr: '127.0.0.1',
    listen_port: port,
    unix_socket_dir: '',
    auth_type: 'any',
    pool_mode: 'transaction',
    default_pool_size: 6,
    ...(process.getuid?.() === 0 && { user: 'nobody' }),
  }
  const lines = Object.entries(settings).map(([name, value]) => `${name} = ${value}`)
  const file = join(folder, 'pgbouncer.ini')
  const databases = `* = host=${target.hostname} port=${target.port} ${account}`
  await writeFile(file, ['[databases]', databases, '[pgbouncer]', ...lines, ''].join('\n'))
  const child: ChildProcess = spawn('pgbouncer', ['-q', file], { stdio: 'ignore' })
  const url = new URL(target)
  url.host = `127.0.0.1:${port}`
  await vi.waitFor(() => onServer(url.href, (client) => client.query('SELECT 1')), { timeout: 20_000 })
  return {
    url,
    async [Symbol.asyncDispose]() {
      const ended = once(child, 'exit')
      child.kill('SIGKILL')
      await ended
      await rm(folder, { recursive: true, force: true })
    },
  }
}

test.skipIf(!isInstalled)(
  'behind a pooler in transaction mode everything works, at the second start as at the first',
  async () => {
    const serverUrl = new URL(inject('serverUrl'))
    const name = testDatabaseName(inject('runId'), `pooled${randomBytes(4).toString('hex')}`)
    await onServer(serverUrl.href, (client) => client.query(`CREATE DATABASE ${name}`))
    await using pooler = await startPooler(serverUrl)
    pooler.url.pathname = `/${name}`
    const { href: url } = pooler.url
    for (const start of [1, 2]) {
      await using database = await openDatabase({ url })
      expect((await database.migrate()).length > 0).toBe(start === 1)
      await using backend = await createQueueBackend({ databaseUrl: url, log: silentLog })
      const queue = await backend.openQueue('things')
      const ids = Array.from({ length: 12 }, (_, index) => `${start}-${index}`)
      await Promise.all(ids.map((id) => queue.add({}, { id })))
      const hotels = database.within('*')
      const read = () => hotels.query('SELECT count(*)::integer AS n FROM pms_hotel', [], { isPrepared: true })
      expect(await Promise.all(ids.map(read))).toEqual(ids.map(() => [{ n: 0 }]))
      const readTogether = () =>
        hotels.transaction(({ queryAll }) => queryAll([{ text: 'SELECT count(*)::integer AS n FROM pms_hotel' }]), {
          isPrepared: true,
        })
      for (let round = 0; round < 3; round++)
        expect(await Promise.all(ids.map(readTogether))).toEqual(ids.map(() => [[{ n: 0 }]]))
      expect(await hotels.transaction((tx) => tx.query('SELECT current_user AS name'))).toEqual([
        { name: 'pms_hotel_scoped' },
      ])
    }
    await onServer(serverUrl.href, async (client) => {
      const { rows } = await client.query(
        `SELECT FROM pg_locks WHERE locktype = 'advisory' AND database =
      (SELECT oid FROM pg_database WHERE datname = $1)`,
        [name],
      )
      expect(rows).toEqual([])
      await dropDatabase(client, name)
    })
  },
)

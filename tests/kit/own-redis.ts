import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { Redis } from 'ioredis'
import { freePort } from './server.ts'

/** A Redis of one's own, to take away. It keeps nothing: every start is a flush. */
export interface OwnRedis extends AsyncDisposable {
  readonly url: string
  start(): Promise<void>
  kill(): Promise<void>
}

/** Null where no `redis-server` is installed. */
export async function startOwnRedis(password: string | null = null): Promise<OwnRedis | null> {
  const port = await freePort()
  const url = `redis://${password === null ? '' : `:${password}@`}127.0.0.1:${port}/0`
  const start = () => launch(port, password === null ? [] : ['--requirepass', password])
  let server: ChildProcess | null = await start()
  if (server === null) return null
  await answers(url)
  const kill = async () => {
    if (server === null) return
    const ended = once(server, 'exit')
    server.kill('SIGKILL')
    await ended
    server = null
  }
  return {
    url,
    async start() {
      server = await start()
      await answers(url)
    },
    kill,
    [Symbol.asyncDispose]: kill,
  }
}

async function launch(port: number, more: readonly string[]): Promise<ChildProcess | null> {
  const args = ['--port', String(port), '--save', '', '--appendonly', 'no', '--maxmemory-policy', 'noeviction', ...more]
  const child = spawn('redis-server', args, { stdio: 'ignore' })
  const [outcome] = await Promise.race([once(child, 'spawn').then(() => [null]), once(child, 'error')])
  return outcome === null ? child : null
}

async function answers(url: string): Promise<void> {
  const client = new Redis(url, { lazyConnect: true, retryStrategy: () => 20, maxRetriesPerRequest: null })
  client.on('error', () => {})
  await client.ping().finally(() => client.disconnect())
}

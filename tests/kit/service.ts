import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** The service as a process of its own, the way a user starts it. */
export interface Service extends AsyncDisposable {
  /** Where it answers; null for a worker. */
  readonly url: string | null
  readonly pid: number
  /** Everything that it printed. */
  readonly output: () => string
  /** Ends it and resolves with how it ended. */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>
}

/** The first start after a change builds the dashboard. */
const START_TIMEOUT_MS = 90_000
/** Keys of a test are real ones: without a word about it production rules would hold. */
const SURROUNDINGS = { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', NODE_ENV: 'development' }

/** Starts `serve` and resolves when it is ready. `env` is all that it gets beside the path. */
export const startService = (env: Record<string, string>, args: readonly string[] = []) =>
  startProgram(env, ['bin/pms.mjs', 'serve', ...args])

/** The same for another program that greets like it. */
export async function startProgram(env: Record<string, string>, args: readonly string[]): Promise<Service> {
  const child = spawn(process.execPath, args, {
    env: { ...SURROUNDINGS, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  const end = async (name: NodeJS.Signals) => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name)
    const [code, signal] = await ended
    return { code, signal }
  }
  await ready(child, lines, ended).catch(async (error) => {
    await end('SIGKILL')
    throw error
  })
  return {
    url: /GraphQL +(http\S+)\/graphql/.exec(lines.join('\n'))?.[1] ?? null,
    pid: child.pid ?? 0,
    output: () => lines.join('\n'),
    end,
    [Symbol.asyncDispose]: async () => void (await end('SIGTERM')),
  }
}

/** An API tells its address after it says that it is ready; the line after the greeting's first part is enough. */
async function ready(child: ChildProcess, lines: string[], ended: Promise<unknown>): Promise<void> {
  const isWorker = child.spawnargs.includes('worker')
  const mark = isWorker ? /Ready/ : /WebSocket on the same path/
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line)
      if (mark.test(line)) resolve()
    })
  }
  const timer = setTimeout(() => reject(new Error(`Not ready in time:\n${lines.join('\n')}`)), START_TIMEOUT_MS)
  ended.then(() => reject(new Error(`It ended before it was ready:\n${lines.join('\n')}`)))
  await promise.finally(() => clearTimeout(timer))
}

/** Runs a command of the CLI to its end. */
export async function runCli(env: Record<string, string>, args: readonly string[]) {
  const child = spawn(process.execPath, ['bin/pms.mjs', ...args], {
    env: { ...SURROUNDINGS, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [stdout, stderr] = ['', '']
  child.stdout.on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    stderr += chunk
  })
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, stdout, stderr }
}

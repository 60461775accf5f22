import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { type Service, startService } from '../kit/service.ts'

/** A process of the service that is killed and comes back, with a host whose clock may be wrong. */
export interface Member extends AsyncDisposable {
  readonly name: string
  /** Null while it is down, and of a worker. */
  url(): string | null
  kill(): Promise<void>
  start(): Promise<void>
  signal(name: 'SIGSTOP' | 'SIGCONT'): void
  /** From now on, and after every start. */
  stepClock(aheadMs: number): Promise<void>
  /** Everything that it printed, in all its lives. */
  output(): string
  /** Asks it to end. @returns how it did; null when it was not there to be asked */
  end(): Promise<{ code: number | null; signal: NodeJS.Signals | null } | null>
}

export interface MemberOptions {
  readonly name: string
  readonly role: 'api' | 'worker'
  readonly env: Record<string, string>
  /** Of an API: the same in all its lives. */
  readonly port: number
}

const PATIENCE_MS = 180_000
const PRELOAD = new URL('stepping-clock.mjs', import.meta.url).pathname

export async function startMember({ name, role, env, port }: MemberOptions): Promise<Member> {
  const folder = await mkdtemp(join(tmpdir(), 'pms-chaos-'))
  const clockFile = join(folder, 'clock')
  const lives: (() => string)[] = []
  let service: Service | null = null
  const start = async () => {
    const own = { PORT: String(port), CLOCK_FILE: clockFile, NODE_OPTIONS: `--import=${PRELOAD}` }
    // Whoever runs it starts it again when it ends because its database is not there yet.
    const started = await insist(
      () => startService({ ...env, ...own }, ['--role', role]),
      (reason) => lives.push(() => reason),
    )
    service = started
    lives.push(started.output)
  }
  const end = async (signal: NodeJS.Signals) => {
    const ending = service
    service = null
    return (await ending?.end(signal)) ?? null
  }
  await start()
  return {
    name,
    start,
    url: () => service?.url ?? null,
    kill: async () => void (await end('SIGKILL')),
    signal(signal) {
      if (service !== null) process.kill(service.pid, signal)
    },
    async stepClock(aheadMs) {
      await writeFile(clockFile, String(aheadMs))
      if (service !== null) process.kill(service.pid, 'SIGUSR2')
    },
    output: () => lives.map((read) => read()).join('\n'),
    end: () => end('SIGTERM'),
    async [Symbol.asyncDispose]() {
      await end('SIGKILL')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** @param tell why it ended each time */
async function insist<T>(work: () => Promise<T>, tell: (reason: string) => void): Promise<T> {
  const givenUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      tell(String(error))
      if (performance.now() > givenUpAt) throw error
      await delay(200)
    }
  }
}

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'

/** A process of its own that runs a script beside this file and tells what happens there, a line at a time. */
export interface Child extends AsyncDisposable {
  /** The next line that it prints; rejects when it ends instead. */
  line(): Promise<string>
  /** Tells it to go on. */
  tell(line: string): void
  ended: Promise<void>
  /** Kills it and its whole process group with SIGKILL. */
  kill(): Promise<void>
}

export function startChild(script: string, ...args: string[]): Child {
  const path = new URL(script, import.meta.url).pathname
  const child = spawn(process.execPath, [path, ...args], { detached: true, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const ended = once(child, 'exit').then(() => {})
  const kill = async () => {
    if (child.pid && child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL')
    await ended
  }
  return {
    async line() {
      const { value, done } = await lines.next()
      if (done) throw new Error(`${script} ended early`)
      return String(value)
    },
    tell: (line) => void child.stdin.write(`${line}\n`),
    ended,
    kill,
    [Symbol.asyncDispose]: kill,
  }
}

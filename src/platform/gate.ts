import { abortable } from './deadline.ts'

/** Lets so many through at a time. */
export interface Gate {
  /** Resolves when it is one's turn: the smallest rank first, number by number, and of equal ones who came first. */
  enter(rank: readonly number[], signal: AbortSignal): Promise<Disposable>
}

interface Waiting {
  readonly rank: readonly number[]
  readonly admit: (pass: Disposable) => void
}

/** One in so many goes to whoever has waited longest, so that none starves. */
const OLDEST_EVERY = 8

export function createGate(size: number): Gate {
  const waiting = new Set<Waiting>()
  let inside = 0
  let turns = 0

  const pass = (): Disposable => {
    inside += 1
    let isIn = true
    return {
      [Symbol.dispose]() {
        if (!isIn) return
        isIn = false
        inside -= 1
        next()
      },
    }
  }
  const next = () => {
    if (inside >= size || waiting.size === 0) return
    turns += 1
    const [oldest] = waiting
    const first =
      turns % OLDEST_EVERY === 0 ? oldest : [...waiting].reduce((best, each) => (isBefore(each, best) ? each : best))
    if (first === undefined) return
    waiting.delete(first)
    first.admit(pass())
  }
  return {
    async enter(rank, signal) {
      signal.throwIfAborted()
      if (inside < size) return pass()
      const { promise, resolve } = Promise.withResolvers<Disposable>()
      const entry: Waiting = { rank, admit: resolve }
      waiting.add(entry)
      return abortable(promise, signal).catch((error: unknown) => {
        // Its turn may have come just when it was given up.
        if (!waiting.delete(entry)) void promise.then((late) => late[Symbol.dispose]())
        throw error
      })
    },
  }
}

function isBefore({ rank: a }: Waiting, { rank: b }: Waiting): boolean {
  const index = a.findIndex((value, at) => value !== b[at])
  return index >= 0 && (a[index] ?? 0) < (b[index] ?? 0)
}

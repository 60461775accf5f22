import { setTimeout as delay } from 'node:timers/promises'

/** What time it is for whatever is stored. */
export interface Clock {
  now(): Date
}

/** The database's time, carried on by this machine's monotonic clock: the same for all processes, whatever their hosts say. */
export interface DatabaseClock extends Clock, AsyncDisposable {
  /** How far the host's own clock is ahead of it. */
  hostAheadMs(): number
}

export interface DatabaseClockOptions {
  /** Asks the database for its time. */
  read(): Promise<Date>
  /** How often. A machine that was suspended is right again after this long. */
  everyMs?: number
  /** Milliseconds of a clock that never jumps. */
  elapsed?(): number
  host?(): number
}

/** Knows the time when it resolves, and carries on by itself while the database is away. */
export async function startDatabaseClock(options: DatabaseClockOptions): Promise<DatabaseClock> {
  const { read, everyMs = 1_000, elapsed = () => performance.now(), host = Date.now } = options
  const carried = createCarriedClock(elapsed)
  const renew = async () => {
    const askedAt = elapsed()
    const now = (await read()).getTime()
    carried.set(now, (askedAt + elapsed()) / 2)
  }
  await renew()
  const stop = new AbortController()
  const keep = async () => {
    while (!stop.signal.aborted) {
      await delay(everyMs, undefined, { ref: false, signal: stop.signal }).catch(() => {})
      if (!stop.signal.aborted) await renew().catch(() => {})
    }
  }
  const keeping = keep()
  return {
    now: () => new Date(carried.now()),
    hostAheadMs: () => host() - carried.now(),
    async [Symbol.asyncDispose]() {
      stop.abort()
      await keeping
    },
  }
}

/** How fast time may pass while it is ahead of what it is set to: at half its speed. */
const SLOWEST = 0.5

/** Never goes backwards: what is ahead waits for the time that it was set to, and still moves on meanwhile. */
function createCarriedClock(elapsed: () => number) {
  let offset = Number.NEGATIVE_INFINITY
  let setAt = 0
  let latest = Number.NEGATIVE_INFINITY
  const now = () => {
    latest = Math.max(latest, offset + elapsed())
    return latest
  }
  return {
    now,
    set(time: number, at: number) {
      const slowed = offset - (at - setAt) * (1 - SLOWEST)
      offset = Math.max(time - at, slowed)
      setAt = at
    },
  }
}

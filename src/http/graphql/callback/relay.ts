import type { Seat } from '../subscriptions/fan-out.ts'
import type { Router, Verdict } from './router.ts'

/** A router that leaves this much waiting is dropped before it fills the memory of all others. */
const MAX_UNSENT = 4 * 1024 * 1024
/** Heartbeats in a row that may fail. */
const MAX_MISSED = 5
/** A heartbeat is due within the interval, not after it. */
const EARLY = 0.75

interface RelayOptions {
  readonly router: Router
  readonly seat: Seat
  /** 0: none are wanted. */
  readonly heartbeatMs: number
  /** Called once, when nothing more will be told. */
  readonly onEnd: () => void
}

export interface Relay {
  /** Ends it for a reason that the router is told. */
  fail(errors: string): void
  /** Resolves when what was on its way has arrived, or never will. */
  settled(): Promise<unknown>
}

/** Tells a router what a broadcast tells, message by message, until one of the three has had enough. */
export function startRelay({ router, seat, heartbeatMs, onEnd }: RelayOptions): Relay {
  let isOver = false
  let unsent = 0
  let missed = 0
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    isOver = true
    clearInterval(heartbeat)
    seat.leave()
    onEnd()
  }
  const inTurn = (work: () => Promise<unknown>) => {
    last = last.then(() => (isOver ? undefined : work()))
  }
  const fail = (errors: string) => {
    if (isOver) return
    end()
    last = last.then(() => router.complete(errors))
  }
  const heed = (verdict: Verdict) => {
    if (verdict !== 'TAKEN' && !isOver) end()
  }
  const beat = async () => {
    const verdict = await router.check()
    missed = verdict === 'FAILED' ? missed + 1 : 0
    if (missed === 0 || missed >= MAX_MISSED) heed(verdict)
  }
  const heartbeat = heartbeatMs === 0 ? undefined : setInterval(() => void beat(), heartbeatMs * EARLY)
  seat.listen({
    next(result) {
      unsent += result.length
      if (unsent > MAX_UNSENT) return heed('GONE')
      inTurn(async () => {
        heed(await router.next(result))
        unsent -= result.length
      })
    },
    complete() {
      inTurn(async () => {
        end()
        await router.complete()
      })
    },
  })
  return { fail, settled: () => last }
}

import type { Subscription } from '../subscriptions/fan-out.ts'
import type { Outcome, Router } from './router.ts'

/** A router that leaves this much waiting is dropped before it fills the memory of all others. */
const MAX_UNSENT = 4 * 1024 * 1024
/** Heartbeats in a row that may fail. */
const MAX_MISSED = 5
/** A heartbeat is due within the interval, not after it. */
const EARLY = 0.75

interface RelayOptions {
  readonly router: Router
  readonly subscription: Subscription
  /** 0: none are wanted. */
  readonly heartbeatMs: number
  /** Called once, when nothing more will be sent. */
  readonly onEnd: () => void
}

export interface Relay {
  /** Ends it and sends the router the reason. */
  fail(errors: string): void
  /** Resolves when what was on its way has arrived, or never will. */
  settled(): Promise<unknown>
}

/** Sends a router the results of a subscription, message by message, until one side ends it. */
export function startRelay({ router, subscription, heartbeatMs, onEnd }: RelayOptions): Relay {
  let isOver = false
  let unsent = 0
  let missed = 0
  let last: Promise<unknown> = Promise.resolve()

  const end = () => {
    isOver = true
    clearInterval(heartbeat)
    subscription.unsubscribe()
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
  const endUnlessAccepted = (outcome: Outcome) => {
    if (outcome !== 'ACCEPTED' && !isOver) end()
  }
  const beat = async () => {
    const outcome = await router.check()
    missed = outcome === 'FAILED' ? missed + 1 : 0
    if (missed === 0 || missed >= MAX_MISSED) endUnlessAccepted(outcome)
  }
  const heartbeat = heartbeatMs === 0 ? undefined : setInterval(() => void beat(), heartbeatMs * EARLY)
  subscription.listen({
    next(result) {
      unsent += result.length
      if (unsent > MAX_UNSENT) return endUnlessAccepted('GONE')
      inTurn(async () => {
        endUnlessAccepted(await router.next(result))
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

import type { Sql } from '../../platform/database/database.ts'
import { isOutage } from '../../platform/database/errors.ts'
import { type Lease, renew } from '../store/runs.ts'

/** Why a run has to stop before its end. */
export type StopReason = 'CANCELLED' | 'LEASE_LOST' | 'STALLED' | 'SHUTDOWN'

export interface HoldTiming {
  /** After this long without a renewal another worker may take the run. */
  leaseMs: number
  /** How often the lease is renewed and a cancel is looked for. */
  heartbeatMs: number
  /** A run that stores no page for this long, waiting for the vendor's allowance aside, is stuck. */
  stallMs: number
}

/** A worker's hold on a run, from claim to end. */
export interface Hold extends Disposable {
  /** Aborts as soon as the run has to stop. */
  readonly signal: AbortSignal
  /** Set once `signal` has aborted. */
  readonly stopReason: StopReason | null
  /** A page was stored, or the vendor told us to wait until then: not stuck. */
  progressed(until?: Date): void
}

/** Renews the lease until disposed. A heartbeat proves that the process lives; only pages prove that the run moves. */
export function holdRun(database: Sql, lease: Lease, timing: HoldTiming, shutdown?: AbortSignal): Hold {
  const controller = new AbortController()
  let stopReason: StopReason | null = null
  let stuckAt = Date.now() + timing.stallMs

  const stop = (reason: StopReason) => {
    if (controller.signal.aborted) return
    stopReason = reason
    controller.abort(new Error(`Sync stopped: ${reason}`))
  }
  const onShutdown = () => stop('SHUTDOWN')
  if (shutdown?.aborted) onShutdown()
  shutdown?.addEventListener('abort', onShutdown, { once: true })

  const beat = async () => {
    if (Date.now() > stuckAt) return stop('STALLED')
    try {
      const held = await renew(database, lease, timing.leaseMs)
      if (held === null) stop('LEASE_LOST')
      else if (held.cancelRequestedAt !== null) stop('CANCELLED')
    } catch (error) {
      // While the database is away nobody else can take the run either.
      if (!isOutage(error)) throw error
    }
  }
  const timer = repeat(beat, timing.heartbeatMs)

  return {
    signal: controller.signal,
    get stopReason() {
      return stopReason
    },
    progressed(until) {
      stuckAt = Math.max(Date.now(), until?.getTime() ?? 0) + timing.stallMs
    },
    [Symbol.dispose]() {
      timer.stop()
      shutdown?.removeEventListener('abort', onShutdown)
    },
  }
}

/** Calls `work` again and again, each time `everyMs` after the last call has ended. */
function repeat(work: () => Promise<void>, everyMs: number): { stop(): void } {
  let timer: NodeJS.Timeout | undefined
  let stopped = false
  const next = () => {
    if (!stopped) timer = setTimeout(() => void work().then(next, next), everyMs)
  }
  next()
  return {
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}

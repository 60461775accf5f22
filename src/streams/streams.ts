import type { Place } from '../platform/places.ts'
import { createLeaseKeeper } from '../sync/run/lease-keeper.ts'
import type { StreamDeps } from './deps.ts'
import { claimStream, ensureStreams, renewStreams, type StreamLease } from './rows.ts'
import { leaseLost, readStream } from './stream.ts'

/** Connections that vendors keep open: each scope is held by one worker of all, and read into the inbox. */
export interface Streams {
  /** Takes the stream whose turn it is; null when none is due. */
  claim(): Promise<StreamLease | null>
  /** Reads a claimed stream until it ends, or the process does. */
  work(lease: StreamLease, options?: { shutdown?: AbortSignal; place?: Pick<Place, 'waiting'> }): Promise<void>
  /** Finds streams that were switched on, and has hotels polled whose stream is down. */
  guard(): Promise<void>
}

export interface StreamTiming {
  /** After this long without a renewal another worker may connect. Longer than any vendor takes to notice a dead one. */
  leaseMs: number
  heartbeatMs: number
  /** Who could not renew for so long lets go, since another worker may be about to connect. */
  doubtMs: number
}

const TIMING: StreamTiming = { leaseMs: 20_000, heartbeatMs: 4_000, doubtMs: 12_000 }

export function createStreams(deps: StreamDeps, timing: Partial<StreamTiming> = {}): Streams {
  const { leaseMs, heartbeatMs, doubtMs } = { ...TIMING, ...timing }
  const renewedAtMs = new Map<string, number>()
  const renew = async (leases: readonly StreamLease[], ms: number) => {
    const sentAtMs = performance.now()
    const standing = new Map((await renewStreams(deps.database, leases, ms)).map((one) => [one.key, one]))
    return leases.flatMap((lease) => {
      const found = standing.get(lease.key)
      if (found === undefined) return []
      renewedAtMs.set(lease.key, sentAtMs)
      return [{ lease, stop: found.isWanted ? null : ('CANCELLED' as const) }]
    })
  }
  // A stream may be silent for days: its connection is watched, not its messages.
  const leases = createLeaseKeeper(renew, { leaseMs, heartbeatMs, stallMs: Number.POSITIVE_INFINITY })
  return {
    claim: () => claimStream(deps.database, leaseMs),
    async work(lease, { shutdown, place } = {}) {
      using hold = leases.keep(lease, shutdown)
      renewedAtMs.set(lease.key, performance.now())
      const isDoubtful = () => performance.now() - (renewedAtMs.get(lease.key) ?? 0) > doubtMs
      using doubt = watch(isDoubtful, heartbeatMs / 4)
      place?.waiting()
      try {
        await readStream(deps, {
          lease,
          signal: AbortSignal.any([hold.signal, doubt.signal]),
          get stopReason() {
            return hold.stopReason
          },
          progressed: () => hold.progressed(),
        })
      } finally {
        renewedAtMs.delete(lease.key)
      }
    },
    async guard() {
      await ensureStreams(deps.database)
      await deps.inbox.oweBackfillWhereDown(deps.database)
    },
  }
}

/** Aborts once the lease is in doubt, whatever its stream is waiting for: the vendor, or a database that does not answer. */
function watch(isDoubtful: () => boolean, everyMs: number): Disposable & { readonly signal: AbortSignal } {
  const controller = new AbortController()
  const look = () => isDoubtful() && controller.abort(leaseLost())
  const timer = setInterval(look, everyMs).unref()
  return { signal: controller.signal, [Symbol.dispose]: () => clearInterval(timer) }
}

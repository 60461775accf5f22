/** Why work has to stop before its end. */
export type StopReason = 'CANCELLED' | 'LEASE_LOST' | 'STALLED' | 'OVER_TIME' | 'SHUTDOWN'

export interface KeeperTiming {
  /** After this long without a renewal another worker may take what is leased. */
  leaseMs: number
  /** How often leases are renewed and wishes looked for. */
  heartbeatMs: number
  /** What stores nothing for this long, waiting for the vendor's allowance aside, is stuck. */
  stallMs: number
}

/** What a worker has leased, from claim to end. */
export interface Hold extends Disposable {
  /** Aborts as soon as the work has to stop. */
  readonly signal: AbortSignal
  /** Set once `signal` has aborted. */
  readonly stopReason: StopReason | null
  /** Something was stored, or the vendor has to be waited for so long: not stuck. */
  progressed(waitMs?: number): void
}

/** What a renewal says of a lease that still stands: null, or why its work has to stop. */
export interface Renewal<Lease> {
  readonly lease: Lease
  readonly stop: StopReason | null
}

/** Renews everything that a process has leased of one kind. */
export interface LeaseKeeper<Lease> {
  /** Until the hold is disposed of. */
  keep(lease: Lease, shutdown?: AbortSignal): Hold
}

interface Kept<Lease> {
  readonly lease: Lease
  stuckAtMs: number
  stop(reason: StopReason): void
}

/**
 * One statement a beat for all leases, however many they are. A beat proves that the process lives; only what is stored
 * proves that the work moves.
 * @param renew answers for the leases that still stand
 */
export function createLeaseKeeper<Lease>(
  renew: (leases: readonly Lease[], leaseMs: number) => Promise<readonly Renewal<Lease>[]>,
  { leaseMs, heartbeatMs, stallMs }: KeeperTiming,
): LeaseKeeper<Lease> {
  const kept = new Set<Kept<Lease>>()
  let timer: NodeJS.Timeout | undefined

  const beat = async () => {
    const now = performance.now()
    for (const each of kept) if (now > each.stuckAtMs) each.stop('STALLED')
    const asked = [...kept]
    const standing = new Map(
      (
        await renew(
          asked.map(({ lease }) => lease),
          leaseMs,
        )
      ).map((one) => [one.lease, one]),
    )
    for (const each of asked) {
      const renewal = standing.get(each.lease)
      const reason = renewal === undefined ? 'LEASE_LOST' : renewal.stop
      if (reason !== null) each.stop(reason)
    }
  }
  const next = () => {
    // A beat that fails is made up for by the next one; while the database is away nobody else can take over either.
    timer = kept.size === 0 ? undefined : setTimeout(() => void beat().then(next, next), heartbeatMs).unref()
  }
  return {
    keep(lease, shutdown) {
      const { hold, entry } = open(lease, stallMs, shutdown, () => kept.delete(entry))
      kept.add(entry)
      if (timer === undefined) next()
      return hold
    },
  }
}

function open<Lease>(lease: Lease, stallMs: number, shutdown: AbortSignal | undefined, onClose: () => void) {
  const controller = new AbortController()
  let stopReason: StopReason | null = null
  const stop = (reason: StopReason) => {
    if (controller.signal.aborted) return
    stopReason = reason
    controller.abort(new Error(`Sync stopped: ${reason}`))
  }
  const onShutdown = () => stop('SHUTDOWN')
  if (shutdown?.aborted) onShutdown()
  shutdown?.addEventListener('abort', onShutdown, { once: true })
  const entry: Kept<Lease> = { lease, stuckAtMs: performance.now() + stallMs, stop }
  const hold: Hold = {
    signal: controller.signal,
    get stopReason() {
      return stopReason
    },
    progressed(waitMs = 0) {
      entry.stuckAtMs = performance.now() + waitMs + stallMs
    },
    [Symbol.dispose]() {
      onClose()
      shutdown?.removeEventListener('abort', onShutdown)
    },
  }
  return { hold, entry }
}

import { toPmsError } from '../errors.ts'
import { isOutage } from '../platform/database/errors.ts'
import { StreamClosed } from '../providers/transport/socket/stream-closed.ts'
import type { StopReason } from '../sync/run/lease-keeper.ts'
import type { StreamEnd } from './rows.ts'

/** First wait after a connection that came to nothing; doubles with each in a row. */
const WAIT_MS = 2_000
const LONGEST_WAIT_MS = 5 * 60_000
/** The same where asking again soon is of no use: somebody else is connected, or a person has to do something. */
const LOCKED_OUT_MS = 60_000
const LONGEST_LOCKED_OUT_MS = 15 * 60_000
const NEEDS_SOMEBODY = new Set(['PROVIDER_UNAUTHORIZED', 'PROVIDER_FORBIDDEN', 'PROVIDER_REJECTED', 'BAD_USER_INPUT'])

export interface Ended {
  /** What ended it; undefined: the vendor, as it should. */
  readonly error: unknown
  readonly stopReason: StopReason | null
  /** Connections in a row before this one that came to nothing. */
  readonly failures: number
  /** Time that the vendor wants between two connections. */
  readonly restMs: number
}

/** When a stream is connected again, and what is said of it until then. */
export function outcomeOf({ error, stopReason, failures, restMs }: Ended, random: () => number): StreamEnd {
  const planned = { isFailure: false, closeCode: null, reason: null, forgetsOffset: false }
  // Nobody wants it any more, or this process ends; another one may go on as soon as the vendor lets it.
  if (stopReason === 'CANCELLED') return { state: 'OFF', restMs, ...planned }
  if (stopReason !== null || error === undefined || isOutage(error)) return { state: 'CONNECTING', restMs, ...planned }
  const { code, message, retryAfterMs = 0 } = toPmsError(error)
  if (code === 'SYNC_LEASE_LOST') return { state: 'CONNECTING', restMs, ...planned }
  const closed = error instanceof StreamClosed ? error : NOT_CLOSED
  const { closeCode, isLockedOut, isStartRefused } = closed
  const isSlow = isLockedOut || NEEDS_SOMEBODY.has(code)
  const [firstMs, longestMs] = isSlow ? [LOCKED_OUT_MS, LONGEST_LOCKED_OUT_MS] : [WAIT_MS, LONGEST_WAIT_MS]
  // Those of an outage do not come back all at once.
  const backoffMs = Math.min(firstMs * 2 ** failures, longestMs) * (0.75 + random() / 2)
  return {
    state: isLockedOut ? 'LOCKED_OUT' : 'WAITING',
    restMs: Math.round(Math.max(backoffMs, restMs, retryAfterMs)),
    ...{ isFailure: true, closeCode, reason: message, forgetsOffset: isStartRefused },
  }
}

const NOT_CLOSED = { closeCode: null, isLockedOut: false, isStartRefused: false }

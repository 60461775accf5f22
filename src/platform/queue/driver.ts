import { setTimeout } from 'node:timers/promises'
import {
  type BackendFactory,
  type ConnectionOptions,
  type IQueueBackend,
  isNotConnectionError,
  type RelayBackendFactory,
} from 'bullmq'
import { PmsIntegrationError } from '../../errors.ts'
import { reasonOf } from './outage-log.ts'

/** One kind of store under BullMQ: the connections that its classes share, and what speaks over them. */
export interface QueueDriver {
  readonly kind: 'postgres' | 'redis'
  /** Fails fast while the store is away. */
  readonly producer: ConnectionOptions
  /** Waits while the store is away. */
  readonly consumer: ConnectionOptions
  readonly backend: BackendFactory
  readonly relayBackend: RelayBackendFactory
  /** What keeps the store from being used at the moment; null: nothing that is known. */
  problem(): string | null
  /** Resolves when the store was there for the first time. */
  readonly arrival: Promise<unknown>
  close(): Promise<void>
}

const PAUSE_MS = 1_000
const LONGEST_SLEEP_S = 5
type Pause = (ms: number) => Promise<unknown>

/**
 * Two habits of BullMQ's worker do harm while its store is in trouble. After an error that is not of the connection
 * it asks again at once and without end: here such an error comes a second late. After a failed wait on PostgreSQL it sleeps
 * until it is notified, an hour at the longest, and a connection that died silently never notifies: here it looks for
 * work every few seconds.
 */
export function retryingBackend<B extends IQueueBackend>(
  create: BackendFactory<B>,
  pause: Pause = setTimeout,
): BackendFactory<B> {
  return (name, opts, options) => {
    const backend = create(name, opts, options)
    backend.moveToActive = failingLate(backend.moveToActive.bind(backend), pause)
    backend.waitForJob = failingLate(backend.waitForJob.bind(backend), pause)
    return Object.defineProperty(backend, 'maximumBlockTimeout', { value: LONGEST_SLEEP_S })
  }
}

function failingLate<A extends unknown[], R>(
  call: (...args: A) => Promise<R>,
  pause: Pause,
): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await call(...args)
    } catch (error) {
      if (error instanceof Error && isNotConnectionError(error)) await pause(PAUSE_MS)
      throw error
    }
  }
}

/** Without the password that it may hold. */
export function addressOf(url: string): string {
  const { protocol, host, pathname } = new URL(url)
  return `${protocol}//${host}${pathname}`
}

/** @param url may hold a password; what is thrown does not. */
export function queueUnreachable(url: string, cause: unknown): PmsIntegrationError {
  const reason = reasonOf(cause)
  return new PmsIntegrationError(
    'SERVICE_UNAVAILABLE',
    `The job queue at ${addressOf(url)} cannot be reached: ${reason}`,
    { cause },
  )
}

import type { SyncLog } from '../../entities/sync-log.ts'
import type { WaitNotice } from '../../providers/transport/http.ts'
import { progressOf, progressTopic, type SyncProgress } from '../events/progress.ts'
import type { EngineDeps } from './deps.ts'

/** More often than this nobody can read. */
const EVERY_MS = 250

/** Publishes a run's progress: the first and the last event at once, those between at most four times a second. */
export interface Reporter extends Disposable {
  page(log: SyncLog): void
  waiting(notice: WaitNotice): void
  finishing(): void
  /** The row tells everything from here on. */
  parked(log: SyncLog): Promise<void>
  ended(log: SyncLog): Promise<void>
}

export function createReporter(
  { pubsub, clock }: Pick<EngineDeps, 'pubsub' | 'clock'>,
  begun: SyncLog,
  providerName: string,
): Reporter {
  const startedAt = performance.now()
  let log = begun
  let step = 0
  let lastSentAt = Number.NEGATIVE_INFINITY
  let timer: NodeJS.Timeout | undefined
  let pending: SyncProgress | undefined
  let wait: WaitNotice | undefined

  const publish = (progress: SyncProgress) => {
    clearTimeout(timer)
    timer = undefined
    pending = undefined
    lastSentAt = performance.now()
    return pubsub.publish(progressTopic(begun), progress)
  }
  const send = (live: Parameters<typeof progressOf>[1]) => {
    step += 1
    pending = progressOf(log, { ...speed(), step, ...live })
    const waitMs = EVERY_MS - (performance.now() - lastSentAt)
    if (waitMs <= 0) void publish(pending)
    else timer ??= setTimeout(() => pending && void publish(pending), waitMs)
  }
  const isWaiting = () => wait !== undefined && wait.until > clock.now()
  const read = () => (wait !== undefined && isWaiting() ? waitFor(wait) : { phase: 'FETCHING' as const })
  const waitFor = ({ until, reason }: WaitNotice) => {
    const seconds = Math.max(Math.ceil((until.getTime() - clock.now().getTime()) / 1000), 0)
    const why = reason === 'BACKOFF' || reason === 'CIRCUIT_OPEN' ? ' (it did not answer)' : ''
    const message = `Waiting ${seconds} s for ${providerName}${why}`
    return { phase: 'WAITING' as const, waitingUntil: until, message }
  }
  const speed = () => {
    const seconds = (performance.now() - startedAt) / 1000
    const rate = (log.itemsProcessed - begun.itemsProcessed) / seconds
    const left = log.itemsTotal === null ? null : Math.max(log.itemsTotal - log.itemsProcessed, 0)
    const known = seconds > 0.2 && rate > 0
    return {
      rate: known ? Math.round(rate * 10) / 10 : null,
      etaMs: known && left !== null ? Math.round((left / rate) * 1000) : null,
    }
  }

  send(read())
  return {
    page(current) {
      log = current
      step = 0
      // The next page is asked for while this one is stored: its wait is not over.
      send(read())
    },
    waiting(notice) {
      wait = notice
      send(read())
    },
    finishing() {
      send({ phase: 'FINISHING', message: 'Looking for what is gone' })
    },
    async parked(current) {
      await publish(progressOf(current))
    },
    async ended(current) {
      log = current
      await publish(progressOf(current, { ...speed(), etaMs: null }))
    },
    [Symbol.dispose]() {
      clearTimeout(timer)
    },
  }
}

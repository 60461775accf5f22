import { setTimeout as delay } from 'node:timers/promises'
import { PmsIntegrationError } from '../../errors.ts'
import { abortable } from '../deadline.ts'
import type { QueueDriver } from './driver.ts'
import type { ReportTrouble } from './outage-log.ts'

/** A part of the queue that may come after its owner, when its store does. */
export interface Late<T> {
  /** @throws PmsIntegrationError SERVICE_UNAVAILABLE until it is there */
  get(): T
  /** Null until it is there. */
  peek(): T | null
  /** It is no longer waited for. What has come stays, for whoever opened it. */
  giveUp(): void
}

const AGAIN_MS = 1_000

/** Opens a part at once where its store is there, and otherwise in the background as soon as that comes. */
export async function openLate<T>(
  { problem, arrival }: Pick<QueueDriver, 'problem' | 'arrival'>,
  open: () => Promise<T>,
  report: ReportTrouble,
): Promise<Late<T>> {
  const waiting = new AbortController()
  let part: T | null = problem() === null ? await open() : null
  const openWhenHere = async () => {
    await abortable(arrival, waiting.signal)
    while (part === null && !waiting.signal.aborted) {
      part = await open().catch((error: unknown) => {
        report(error)
        return null
      })
      if (part === null) await delay(AGAIN_MS, undefined, { ref: false, signal: waiting.signal })
    }
  }
  if (part === null) openWhenHere().catch(() => {}) // given up
  return {
    get() {
      if (part === null) throw new PmsIntegrationError('SERVICE_UNAVAILABLE', 'The job queue is not there yet.')
      return part
    },
    peek: () => part,
    giveUp: () => waiting.abort(new Error('given up')),
  }
}

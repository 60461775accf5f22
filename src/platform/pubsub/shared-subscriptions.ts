import { setTimeout as delay } from 'node:timers/promises'
import type { RelaySubscription } from 'bullmq'
import type { ReportTrouble } from '../queue/outage-log.ts'
import type { MessageRelay } from '../queue/queue.ts'

type Listener = (data: never) => void

interface Shared {
  readonly listeners: Set<Listener>
  readonly subscribed: Promise<RelaySubscription>
}

export interface SharedSubscriptions {
  /** Resolves when messages flow. A rejected one needs no `remove`. */
  add(pattern: string, listener: Listener): Promise<void>
  remove(pattern: string, listener: Listener): void
}

const RETRY_MS = 1_000

/**
 * All listeners of a pattern share one subscription at the relay: added with the first, removed with the last. A listener
 * that comes after the last one left gets a new subscription, so that it never waits for the old one to go.
 */
export function createSharedSubscriptions(relay: MessageRelay, report: ReportTrouble): SharedSubscriptions {
  const byPattern = new Map<string, Shared>()

  const open = (pattern: string): Shared => {
    const listeners = new Set<Listener>()
    const subscribed = relay.subscribe<readonly never[]>(pattern, ({ data: messages }) => {
      for (const message of messages) for (const listener of listeners) listener(message)
    })
    const shared = { listeners, subscribed }
    byPattern.set(pattern, shared)
    subscribed.catch(() => forget(pattern, shared))
    return shared
  }
  const forget = (pattern: string, shared: Shared) => {
    if (byPattern.get(pattern) === shared) byPattern.delete(pattern)
  }

  return {
    async add(pattern, listener) {
      const shared = byPattern.get(pattern) ?? open(pattern)
      shared.listeners.add(listener)
      await shared.subscribed
    },
    remove(pattern, listener) {
      const shared = byPattern.get(pattern)
      if (!shared?.listeners.delete(listener) || shared.listeners.size > 0) return
      forget(pattern, shared)
      unsubscribe(shared, report).catch(report)
    },
  }
}

/** The relay does not try again by itself; a subscription left there would collect messages for nobody. */
async function unsubscribe({ subscribed }: Shared, report: ReportTrouble): Promise<void> {
  const subscription = await subscribed
  for (;;) {
    try {
      return await subscription.unsubscribe()
    } catch (error) {
      report(error)
      await delay(RETRY_MS, undefined, { ref: false })
    }
  }
}

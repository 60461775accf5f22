import { type Client, createClient } from 'graphql-ws'
import { useSyncExternalStore } from 'react'

/** `idle`: nothing is subscribed to. `paused`: the connection is lost and being made again. */
export type LiveStatus = 'idle' | 'live' | 'paused'

export const POLL_MS = 10_000
const UNAUTHORIZED = 4401
const MAX_WAIT_MS = 10_000

let status: LiveStatus = 'idle'
const listeners = new Set<() => void>()

/** Whether what is on the screen follows by itself. */
export const useLiveStatus = () => useSyncExternalStore(listen, () => status)

/** For `pollInterval` of queries whose changes a subscription brings: polls while that is down, 0 otherwise. */
export const useLivePolling = () => (useLiveStatus() === 'paused' ? POLL_MS : 0)

/** A connection that is made with the first subscription, and again and again when it breaks. */
export function createLiveClient(token: string, onUnauthenticated: () => void): Client {
  return createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { authorization: `Bearer ${token}` },
    keepAlive: 15_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) => wait(Math.min(MAX_WAIT_MS, 500 * 2 ** retries) * (0.5 + Math.random() / 2)),
    on: {
      connected: () => become('live'),
      closed: (event) => {
        const { code, wasClean } = event as CloseEvent
        if (code === UNAUTHORIZED) onUnauthenticated()
        become(wasClean && code === 1000 ? 'idle' : 'paused')
      },
    },
  })
}

function become(next: LiveStatus): void {
  status = next
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

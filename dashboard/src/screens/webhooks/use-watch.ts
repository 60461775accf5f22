import { useEffect } from 'react'

/** There is no subscription for events: while one waits, it is polled. */
const ASK_EVERY_MS = 3_000

interface Polled {
  startPolling(ms: number): void
  stopPolling(): void
}

/** Keeps a query fresh as long as something in it is about to change. */
export function useWatch({ startPolling, stopPolling }: Polled, isWaiting: boolean): void {
  useEffect(() => {
    if (!isWaiting) return
    startPolling(ASK_EVERY_MS)
    return stopPolling
  }, [isWaiting, startPolling, stopPolling])
}

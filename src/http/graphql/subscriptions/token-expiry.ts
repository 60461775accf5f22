import { systemClock, type Viewer } from '../../../security/viewer.ts'

/** Longest time that a timer can take. */
const MAX_TIMER_MS = 2 ** 31 - 1

/** Calls back when the viewer's token expires; returns the function that clears the timer. */
export function onExpiry({ expiresAt }: Viewer, callback: () => void, clock = systemClock): () => void {
  const leftMs = expiresAt.getTime() - clock.now().getTime()
  const timer = setTimeout(callback, Math.min(Math.max(leftMs, 0), MAX_TIMER_MS))
  return () => clearTimeout(timer)
}

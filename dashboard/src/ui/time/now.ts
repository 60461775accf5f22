import { useSyncExternalStore } from 'react'

const STEP_MS = 15_000
let now = Date.now()
let timer = 0
const listeners = new Set<() => void>()

/** The time in ms since 1970, at most a quarter of a minute old: one clock for all relative times. */
export const useNow = () => useSyncExternalStore(listen, () => now)

function listen(listener: () => void): () => void {
  if (listeners.size === 0) {
    now = Date.now()
    timer = window.setInterval(tick, STEP_MS)
  }
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) window.clearInterval(timer)
  }
}

function tick(): void {
  now = Date.now()
  for (const listener of listeners) listener()
}

import { useEffect, useRef, useState } from 'react'

/** The conflict that the keys are about. When it is decided, the keyboard goes on to what takes its place. */
export function useCurrent(ids: readonly string[]) {
  const places = useRef(new Map<string, HTMLElement>())
  const [current, setCurrent] = useState<string | null>(null)
  const last = useRef(0)
  const at = current === null ? -1 : ids.indexOf(current)
  if (at >= 0) last.current = at
  const next = current !== null && at < 0 ? (ids[Math.min(last.current, ids.length - 1)] ?? NONE_LEFT) : current
  useEffect(() => {
    if (next === current || next === null) return
    setCurrent(next === NONE_LEFT ? null : next)
    lead(() => places.current.get(next)?.focus())
  }, [next, current])
  return { current, setCurrent, places }
}

/** Where the keyboard goes when all are decided. */
export const NONE_LEFT = 'none left'
const LOOK_EVERY_MS = 50
const PATIENCE_MS = 5_000
const isNowhere = () => document.activeElement === null || document.activeElement === document.body

/** A dialog that closes takes its time, and then gives the keyboard back to what is gone. */
function lead(focus: () => void): void {
  const begun = performance.now()
  const timer = window.setInterval(() => {
    if (isNowhere()) focus()
    const isThere = !isNowhere() && document.querySelector('[role="dialog"]') === null
    if (isThere || performance.now() - begun > PATIENCE_MS) window.clearInterval(timer)
  }, LOOK_EVERY_MS)
}

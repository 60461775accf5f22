import { useEffect, useState } from 'react'

/** Milliseconds until `until`, counted down by the second; never below 0. null: there is nothing to wait for. */
export function useCountdown(until: string | null | undefined): number | null {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    if (!until) return
    setNow(Date.now())
    const timer = window.setInterval(() => setNow(Date.now()), 1_000)
    return () => window.clearInterval(timer)
  }, [until])
  return until ? Math.max(new Date(until).getTime() - now, 0) : null
}

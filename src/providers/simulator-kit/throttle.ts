/** A vendor's rate limit as the vendor counts it: at most so many requests in any window of `perMs`. */
export interface Throttle {
  /** Counts a request in. Null: it may pass; otherwise in how many milliseconds one may. */
  enter(nowMs: number): number | null
}

export function createThrottle({ requests, perMs }: { requests: number; perMs: number }): Throttle {
  const passed: number[] = []
  return {
    enter(nowMs) {
      while (passed[0] !== undefined && passed[0] <= nowMs - perMs) passed.shift()
      const [oldest] = passed
      if (oldest !== undefined && passed.length >= requests) return oldest + perMs - nowMs
      passed.push(nowMs)
      return null
    },
  }
}

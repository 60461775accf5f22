/**
 * What was read of a property a moment ago and hardly ever changes, such as the names of its rooms: whoever is told of one
 * booking after the other need not ask for it each time. Never anything of a guest.
 */
export interface ShortMemory {
  /** @returns undefined when it was not kept, or is older */
  get<T>(name: string, maxAgeMs: number): T | undefined
  keep(name: string, value: unknown): void
}

/** The memories of a process, one for each account and property. */
export interface ShortMemories {
  of(key: string): ShortMemory
}

const MOST_KEPT = 50_000

/** @param nowMs of a clock that never jumps */
export function createShortMemories(nowMs: () => number = () => performance.now()): ShortMemories {
  const kept = new Map<string, { readonly value: unknown; readonly atMs: number }>()
  return {
    of: (key) => ({
      get<T>(name: string, maxAgeMs: number) {
        const found = kept.get(`${key} ${name}`)
        return found === undefined || nowMs() - found.atMs > maxAgeMs ? undefined : (found.value as T)
      },
      keep(name, value) {
        const full = `${key} ${name}`
        // Put in anew it is the youngest of all, and what is first has not been read for longest.
        kept.delete(full)
        kept.set(full, { value, atMs: nowMs() })
        const [oldest] = kept.size > MOST_KEPT ? kept.keys() : []
        if (oldest !== undefined) kept.delete(oldest)
      },
    }),
  }
}

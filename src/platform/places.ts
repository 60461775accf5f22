/** Room for work that mostly waits for somebody else. */
export interface Places {
  /** No room for one more. */
  readonly isFull: boolean
  /** Kinds that take up more than `share` of the places. */
  crowded(share: number): string[]
  /** @param kind of work, such as the provider that it waits for */
  enter(kind: string): Place
}

/** Of one piece of work. Disposing gives it back. */
export interface Place extends Disposable {
  readonly enteredAtMs: number
  /** It waits for an answer from now on. */
  waiting(): void
  /** It has one. */
  working(): void
}

export interface PlacesOptions {
  /** Pieces of work at a time, those that wait for long aside. */
  readonly atWork: number
  /** All of them. */
  readonly inAll: number
  /** Work that has waited for so long costs nothing worth a place. */
  readonly slowMs: number
  /** Milliseconds of a clock that never jumps. */
  readonly now?: () => number
}

export function createPlaces({ atWork, inAll, slowMs, now = () => performance.now() }: PlacesOptions): Places {
  const taken = new Set<{ readonly kind: string; waitingSinceMs: number | null }>()
  const busy = () => {
    const slowSinceMs = now() - slowMs
    return [...taken].filter(({ waitingSinceMs }) => waitingSinceMs === null || waitingSinceMs > slowSinceMs)
  }
  return {
    get isFull() {
      return taken.size >= inAll || (taken.size >= atWork && busy().length >= atWork)
    },
    crowded(share) {
      const kinds = Map.groupBy(busy(), ({ kind }) => kind)
      return [...kinds].filter(([, those]) => those.length > share).map(([kind]) => kind)
    },
    enter(kind) {
      const entry: { readonly kind: string; waitingSinceMs: number | null } = { kind, waitingSinceMs: null }
      taken.add(entry)
      return {
        enteredAtMs: now(),
        waiting() {
          entry.waitingSinceMs ??= now()
        },
        working() {
          entry.waitingSinceMs = null
        },
        [Symbol.dispose]: () => void taken.delete(entry),
      }
    },
  }
}

/** One item as the vendor's change log knows it. */
export interface Entry {
  readonly index: number
  readonly id: string
  /** How often it has been edited. */
  readonly revision: number
  readonly updatedAtMs: number
}

/** A position in the order of a ledger. */
export type Position = Pick<Entry, 'updatedAtMs' | 'id'>

/** The items of one kind in the order of their last change, ties by id: the order that vendors page in. */
export interface Ledger {
  readonly entries: readonly Entry[]
  /** Counts changes, see {@link createView}. */
  readonly version: number
  /** Where the entries begin that come after this position. */
  positionAfter(position: Position): number
  /** The half-open range of positions changed between two times, both included; null is unbounded. */
  range(sinceMs: number | null, untilMs: number | null): { from: number; to: number }
  find(id: string): number
  add(entry: Entry): void
  replace(position: number, entry: Entry): void
  remove(position: number): Entry | undefined
  /** Gives all entries the same time of change. */
  stampAll(updatedAtMs: number): void
}

const compare = (a: Position, b: Position) => a.updatedAtMs - b.updatedAtMs || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

export function createLedger(initial: readonly Entry[]): Ledger {
  let entries = initial.toSorted(compare)
  let version = 0
  const byId = new Map(entries.map((entry) => [entry.id, entry]))

  /** The first position whose entry is beyond. */
  const search = (isBeyond: (entry: Entry) => boolean) => {
    let [low, high] = [0, entries.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      const entry = entries[middle]
      if (entry === undefined || isBeyond(entry)) high = middle
      else low = middle + 1
    }
    return low
  }
  const positionAfter = (position: Position) => search((entry) => compare(entry, position) > 0)
  const add = (entry: Entry) => {
    entries.splice(positionAfter(entry), 0, entry)
    byId.set(entry.id, entry)
    version += 1
  }
  const remove = (position: number) => {
    version += 1
    const [removed] = entries.splice(position, 1)
    if (removed !== undefined) byId.delete(removed.id)
    return removed
  }
  return {
    get entries() {
      return entries
    },
    get version() {
      return version
    },
    positionAfter,
    range: (sinceMs, untilMs) => ({
      from: sinceMs === null ? 0 : search((entry) => entry.updatedAtMs >= sinceMs),
      to: untilMs === null ? entries.length : search((entry) => entry.updatedAtMs > untilMs),
    }),
    find(id) {
      const entry = byId.get(id)
      return entry === undefined ? -1 : positionAfter(entry) - 1
    },
    add,
    remove,
    replace(position, entry) {
      remove(position)
      add(entry)
    },
    stampAll(updatedAtMs) {
      entries = entries.map((entry) => ({ ...entry, updatedAtMs })).sort(compare)
      for (const entry of entries) byId.set(entry.id, entry)
      version += 1
    },
  }
}

/**
 * A vendor's own selection or order of the entries, such as newest first or by arrival. Computed anew only after a
 * change, so that paging through it is cheap.
 */
export function createView<T>(ledger: Ledger, compute: (entries: readonly Entry[]) => T): () => T {
  let computed: { version: number; view: T } | undefined
  return () => {
    if (computed?.version !== ledger.version) computed = { version: ledger.version, view: compute(ledger.entries) }
    return computed.view
  }
}

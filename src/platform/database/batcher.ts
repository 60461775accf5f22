interface Waiting<Item, Result> {
  readonly item: Item
  readonly sinceMs: number
  resolve(result: Result): void
  reject(error: unknown): void
}

export interface BatcherOptions {
  /** Most items of one write. */
  readonly size: number
  /** Writes at the same time. */
  readonly lanes: number
  /** A write keeps the next one from beginning for so long, so that more go with it; not at all if not given. */
  readonly patienceMs?: number
  /** Whether a write failed for what one of its items is: then each is tried alone. */
  isOfOneItem(error: unknown): boolean
}

export interface Batcher<Item, Result> {
  /** Resolves with what became of the item, when it is written. */
  add(item: Item): Promise<Result>
  /** How long the oldest item has been waiting; 0: none is. */
  waitingMs(): number
}

/**
 * Groups writes that are wanted at the same time: whoever comes while a write is under way goes with the next one. Alone
 * nobody waits; under load a hundred commits become one. Each caller gets its own result, after the write.
 */
export function createBatcher<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  { size, lanes, patienceMs = 0, isOfOneItem }: BatcherOptions,
): Batcher<Item, Result> {
  const waiting: Waiting<Item, Result>[] = []
  /** With when each began. */
  const underWay = new Map<readonly Waiting<Item, Result>[], number>()
  let timer: NodeJS.Timeout | undefined

  const next = () => {
    clearTimeout(timer)
    if (underWay.size >= lanes || waiting.length === 0) return
    const waitMs = Math.max(...underWay.values()) + patienceMs - performance.now()
    if (waitMs > 0) {
      timer = setTimeout(next, waitMs).unref()
      return
    }
    const group = waiting.splice(0, size)
    underWay.set(group, performance.now())
    writeGroup(write, group, isOfOneItem).finally(() => {
      underWay.delete(group)
      next()
    })
  }
  return {
    add: (item) =>
      new Promise((resolve, reject) => {
        waiting.push({ item, resolve, reject, sinceMs: performance.now() })
        // The requests that were read in the same turn of the event loop share a write.
        if (waiting.length === 1) setImmediate(next)
      }),
    waitingMs() {
      const [oldest = waiting] = underWay.keys()
      const sinceMs = oldest[0]?.sinceMs
      return sinceMs === undefined ? 0 : performance.now() - sinceMs
    },
  }
}

async function writeGroup<Item, Result>(
  write: (items: readonly Item[]) => Promise<readonly Result[]>,
  group: readonly Waiting<Item, Result>[],
  isOfOneItem: BatcherOptions['isOfOneItem'],
): Promise<void> {
  try {
    const results = await write(group.map(({ item }) => item))
    for (const [index, { resolve }] of group.entries()) resolve(results[index] as Result)
  } catch (error) {
    if (group.length > 1 && isOfOneItem(error)) {
      for (const each of group) await writeGroup(write, [each], isOfOneItem)
    } else for (const { reject } of group) reject(error)
  }
}

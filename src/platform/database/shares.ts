import { PmsIntegrationError } from '../../errors.ts'
import type { ScopedDatabase } from './database.ts'

/** Lets each holder of a key run only so many statements at a time, so that none of them can take all connections. */
export interface Shares {
  /** @throws PmsIntegrationError TOO_MANY_REQUESTS when too many statements of the key are waiting already */
  run<T>(key: string, work: () => Promise<T>): Promise<T>
}

/** More of one viewer wait for a reason that waiting does not mend. */
const MAX_WAITING = 1_000
const RETRY_AFTER_MS = 1_000

interface Share {
  running: number
  readonly waiting: (() => void)[]
}

export function createShares(size: number): Shares {
  const shares = new Map<string, Share>()
  const acquire = (key: string): Share | Promise<Share> => {
    const share = shares.get(key) ?? { running: 0, waiting: [] }
    shares.set(key, share)
    if (share.running < size) {
      share.running += 1
      return share
    }
    if (share.waiting.length >= MAX_WAITING) throw tooMany()
    // Whoever ends hands the place over, so that `running` stays as it is.
    return new Promise((resolve) => share.waiting.push(() => resolve(share)))
  }
  const release = (key: string, share: Share) => {
    const next = share.waiting.shift()
    if (next) return next()
    share.running -= 1
    if (share.running === 0) shares.delete(key)
  }
  return {
    async run(key, work) {
      const share = await acquire(key)
      try {
        return await work()
      } finally {
        release(key, share)
      }
    },
  }
}

const tooMany = () =>
  new PmsIntegrationError('TOO_MANY_REQUESTS', 'Too many requests of yours are waiting for the database.', {
    retryAfterMs: RETRY_AFTER_MS,
  })

/** Of the pooled connections, and of the pipelined ones, where statements are many and quick. */
export interface ReadShares {
  readonly pooled: Shares
  readonly pipelined: Shares
}

/** Statements of one viewer at a time; less than half of the pool. */
export const createReadShares = (): ReadShares => ({ pooled: createShares(8), pipelined: createShares(64) })

/** The same database for one viewer, within its shares. */
export function shareDatabase(
  database: ScopedDatabase,
  key: string,
  { pooled, pipelined }: ReadShares,
): ScopedDatabase {
  return {
    ...database,
    query: (text, params, options) =>
      (options?.isPrepared ? pipelined : pooled).run(key, () => database.query(text, params, options)),
    transaction: (work) => pooled.run(key, () => database.transaction(work)),
    within: (hotelIds) => shareDatabase(database.within(hotelIds), key, { pooled, pipelined }),
  }
}

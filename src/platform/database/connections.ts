import type pg from 'pg'
import { DatabaseUnavailable, isOutage, named } from './errors.ts'
import { answeredWithin, isOfStatement } from './statements.ts'

export interface ConnectionCounts {
  readonly lent: number
  readonly idle: number
  /** Who waits for one. */
  readonly waiting: number
}

/** The connections of a process, each lent to one at a time. */
export interface Connections {
  counts(): ConnectionCounts
  /** Runs `work` on a connection. One that broke is closed instead of going back. @throws DatabaseUnavailable */
  lend<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>
  /** The same in one transaction: all of it or nothing. It is committed at the end, unless `work` has done so. */
  transact<T>(work: (client: pg.PoolClient, transaction: Transaction) => Promise<T>, answerMs: number): Promise<T>
}

/** Whoever sends what begins it says so before, and whoever sends its commit afterwards. */
export interface Transaction {
  state: 'NEW' | 'OPEN' | 'COMMITTED'
}

/**
 * After a failover the connections to the old server are silent, all of them: when one has not answered in time, those that
 * nothing was heard of since it was asked are not lent again.
 */
export function createConnections(pool: pg.Pool): Connections {
  /** Counts what happens to connections, for clocks step. */
  let moment = 0
  const heardAt = new WeakMap<pg.ClientBase, number>()
  let silentSince = 0
  const isHeard = (client: pg.ClientBase) => {
    moment += 1
    heardAt.set(client, moment)
  }
  pool.on('connect', isHeard)

  const take = async (): Promise<pg.PoolClient> => {
    for (;;) {
      const client = await pool.connect().catch((error) => {
        throw new DatabaseUnavailable(error)
      })
      if ((heardAt.get(client) ?? 0) > silentSince) return client
      destroy(client, new Error('Nothing was heard of it since another one fell silent'))
    }
  }
  const giveBack = (client: pg.PoolClient, broken: Error | null, takenAt: number) => {
    if (broken === null) {
      isHeard(client)
      return client.release()
    }
    if (isSilence(broken)) silentSince = Math.max(silentSince, takenAt)
    destroy(client, broken)
  }
  /** @param work resolves with how it went, and with what broke the connection, if anything did */
  const use = async <T>(work: (client: pg.PoolClient) => Promise<Outcome<T>>): Promise<T> => {
    const client = await take()
    const takenAt = moment
    const { result, broken } = await work(client)
    giveBack(client, broken, takenAt)
    return result()
  }
  return {
    counts: () => ({ lent: pool.totalCount - pool.idleCount, idle: pool.idleCount, waiting: pool.waitingCount }),
    lend: (work) => use((client) => outcomeOf(work(client))),
    transact: (work, answerMs) =>
      use(async (client) => {
        const transaction: Transaction = { state: 'NEW' }
        const send = (text: string) => client.query(answeredWithin(answerMs, { text }))
        const all = async () => {
          const result = await work(client, transaction)
          if (transaction.state === 'OPEN') await send('COMMIT')
          return result
        }
        const outcome = await outcomeOf(all())
        // Nothing is asked of a connection that is lost; its server gives the transaction up by itself.
        if (!outcome.isFailed || outcome.broken !== null || transaction.state !== 'OPEN') return outcome
        const { broken } = await outcomeOf(send('ROLLBACK'))
        return { ...outcome, broken }
      }),
  }
}

interface Outcome<T> {
  readonly isFailed: boolean
  /** Gives it, or throws what went wrong. */
  readonly result: () => T
  /** What ended the connection; null when it can be used again. */
  readonly broken: Error | null
}

async function outcomeOf<T>(work: Promise<T>): Promise<Outcome<T>> {
  try {
    const value = await work
    return { isFailed: false, result: () => value, broken: null }
  } catch (error) {
    const fail = () => {
      throw named(error)
    }
    return { isFailed: true, result: fail, broken: brokenBy(error) }
  }
}

/** Errors of the statement, and of whoever used the connection, do not end it. */
function brokenBy(error: unknown): Error | null {
  const cause = isOutage(error) ? error.cause : error
  return isOutage(named(cause)) && !isOfStatement(cause) ? (cause as Error) : null
}

const isSilence = ({ message }: Error) => message === 'Query read timeout'

/** Without a farewell, which a silent server would never answer. */
function destroy(client: pg.PoolClient, reason: Error): void {
  const { connection } = client as unknown as { connection?: { stream: { destroy(): void } } }
  client.release(reason)
  connection?.stream.destroy()
}

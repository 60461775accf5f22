import type { FastifyInstance } from 'fastify'
import type { DatabaseClock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { settledWithin } from '../platform/deadline.ts'
import { neglectedMs } from '../sync/store/claim.ts'
import type { Intake } from '../webhooks/inbox/intake.ts'

export interface HealthDeps {
  readonly database: Pick<Database, 'within' | 'pendingMigrations'>
  readonly intake: Pick<Intake, 'waitingMs'>
  readonly hostAheadMs: DatabaseClock['hostAheadMs']
  /** What keeps the job queue from carrying anything; null: nothing. */
  readonly queueProblem: () => string | null
  /** Whether this process executes syncs: only then does it answer for those that nobody takes. */
  readonly works: boolean
}

const PATIENCE_MS = 2_000
/** Tokens and certificates are judged by the host's clock. */
const MOST_AHEAD_MS = 2_000
/** A write takes milliseconds. */
const STUCK_MS = 5_000
/** Workers look every second. */
const NEGLECTED_MS = 60_000

/** `/healthz`: the process answers. `/readyz`: it can do its work. */
export function serveHealth(fastify: FastifyInstance, deps: HealthDeps): void {
  fastify.get('/healthz', async () => ({ status: 'ok' }))
  fastify.get('/readyz', async (_, reply) => {
    const problem = (await findProblem(deps.database)) ?? findDelay(deps)
    if (problem !== null) return reply.code(503).send({ status: 'not ready', problem })
    const neglect = await findNeglect(deps.database)
    const warning = neglect ?? deps.queueProblem()
    if (warning === null) return { status: 'ready' }
    // Who only answers can do so without a worker, and the tables do what the queue does; taking it away would help nobody.
    if (neglect === null || !deps.works) return { status: 'ready', warning }
    return reply.code(503).send({ status: 'not ready', problem: neglect })
  })
}

async function findProblem(database: HealthDeps['database']): Promise<string | null> {
  const pending = database.pendingMigrations()
  if (!(await settledWithin(PATIENCE_MS, pending))) return 'The database does not answer.'
  try {
    const names = await pending
    return names.length === 0 ? null : `${names.length} migrations are pending.`
  } catch {
    return 'The database cannot be reached.'
  }
}

function findDelay({ intake, hostAheadMs }: HealthDeps): string | null {
  const aheadMs = hostAheadMs()
  if (Math.abs(aheadMs) > MOST_AHEAD_MS) {
    const seconds = Math.round(Math.abs(aheadMs) / 1_000)
    return `The clock of this machine is ${seconds} s ${aheadMs > 0 ? 'ahead of' : 'behind'} the database's.`
  }
  return intake.waitingMs() > STUCK_MS ? 'Webhooks cannot be stored at the moment.' : null
}

async function findNeglect(database: HealthDeps['database']): Promise<string | null> {
  const reading = neglectedMs(database.within('*')).catch(() => 0)
  const ms = (await settledWithin(PATIENCE_MS, reading)) ? await reading : 0
  return ms > NEGLECTED_MS ? `Syncs have been due for ${Math.round(ms / 1_000)} s, and no worker takes them.` : null
}

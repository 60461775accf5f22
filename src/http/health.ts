import type { FastifyInstance } from 'fastify'
import type { DatabaseClock } from '../platform/clock.ts'
import type { Database } from '../platform/database/database.ts'
import { settledWithin } from '../platform/deadline.ts'
import type { Intake } from '../webhooks/inbox/intake.ts'

export interface HealthDeps {
  readonly database: Pick<Database, 'pendingMigrations'>
  readonly intake: Pick<Intake, 'waitingMs'>
  readonly hostAheadMs: DatabaseClock['hostAheadMs']
}

const PATIENCE_MS = 2_000
/** Tokens and certificates are judged by the host's clock. */
const MOST_AHEAD_MS = 2_000
/** A write takes milliseconds. */
const STUCK_MS = 5_000

/** `/healthz`: the process answers. `/readyz`: it can do its work. */
export function serveHealth(fastify: FastifyInstance, deps: HealthDeps): void {
  fastify.get('/healthz', async () => ({ status: 'ok' }))
  fastify.get('/readyz', async (_, reply) => {
    const problem = (await findProblem(deps.database)) ?? findDelay(deps)
    return problem === null ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', problem })
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

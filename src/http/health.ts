import type { FastifyInstance } from 'fastify'
import type { Database } from '../platform/database/database.ts'
import { settledWithin } from '../platform/deadline.ts'

const TIMEOUT_MS = 2_000

/** `/healthz`: the process answers. `/readyz`: it can do its work. */
export function serveHealth(fastify: FastifyInstance, database: Pick<Database, 'pendingMigrations'>): void {
  fastify.get('/healthz', async () => ({ status: 'ok' }))
  fastify.get('/readyz', async (_, reply) => {
    const problem = await findProblem(database)
    return problem === null ? { status: 'ready' } : reply.code(503).send({ status: 'not ready', problem })
  })
}

async function findProblem(database: Pick<Database, 'pendingMigrations'>): Promise<string | null> {
  const pending = database.pendingMigrations()
  if (!(await settledWithin(TIMEOUT_MS, pending))) return 'The database does not answer.'
  try {
    const names = await pending
    return names.length === 0 ? null : `${names.length} migrations are pending.`
  } catch {
    return 'The database cannot be reached.'
  }
}

import type { FastifyInstance } from 'fastify'
import type { Config } from '../platform/config.ts'
import type { Database } from '../platform/database/database.ts'
import type { Logger } from '../platform/logger.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { createFastify, listen } from './fastify.ts'
import { type HealthDeps, serveHealth } from './health.ts'
import { serveMetrics } from './metrics.ts'

export interface StatusDeps extends Pick<HealthDeps, 'hostAheadMs' | 'intake' | 'queueProblem' | 'works'> {
  readonly config: Pick<Config, 'environment' | 'http' | 'metricsToken'>
  readonly database: Pick<Database, 'within' | 'pendingMigrations'>
  readonly metrics: Metrics
}

/** `/healthz`, `/readyz` and `/metrics`. */
export function serveStatus(fastify: FastifyInstance, { config, database, metrics, ...health }: StatusDeps): void {
  serveHealth(fastify, { database, ...health })
  serveMetrics(fastify, { metrics, database: database.within('*'), token: config.metricsToken })
}

/** The same alone, for a worker. One whose port is taken works all the same: several may share a machine. */
export async function startStatusServer(
  deps: StatusDeps & { readonly log: Logger; listProviders(): readonly PmsProviderAdapter[] },
): Promise<AsyncDisposable> {
  const { config, log, metrics, listProviders } = deps
  const isProduction = config.environment === 'production'
  const fastify = createFastify({ log, isProduction, metrics, providers: listProviders() })
  serveStatus(fastify, deps)
  await listen(fastify, config.http, log).catch((error: Error) =>
    log.warn({ reason: error.message }, 'This worker answers no /healthz, /readyz and /metrics'),
  )
  return { [Symbol.asyncDispose]: () => fastify.close() }
}

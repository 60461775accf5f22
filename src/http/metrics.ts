import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { BlockList } from 'node:net'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type ErrorCode, PmsIntegrationError } from '../errors.ts'
import { readTableGauges } from '../insights/gauges.ts'
import type { Sql } from '../platform/database/database.ts'
import { settledWithin } from '../platform/deadline.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { Secret } from '../platform/secret.ts'

const TIMEOUT_MS = 2_000

export interface MetricsRouteDeps {
  readonly metrics: Metrics
  readonly database: Sql
  /** Null: only requests from this machine, and not through a proxy, are answered. */
  readonly token: Secret | null
}

/** `/metrics` for Prometheus. A database that is away costs its gauges, not the answer. */
export function serveMetrics(fastify: FastifyInstance, { metrics, database, token }: MetricsRouteDeps): void {
  fastify.get('/metrics', async (request, reply) => {
    authenticateReader(request, token)
    await refresh(metrics, database)
    const { contentType, text } = await metrics.print()
    return reply.type(contentType).send(text)
  })
}

/** Counts what senders of webhooks were refused for. */
export function refusalCounter(metrics: Metrics, providers: readonly string[]) {
  return ({ routeOptions, params }: FastifyRequest, code: ErrorCode): void => {
    if (!routeOptions.url?.startsWith('/api/pms/:provider/')) return
    const { provider = '' } = params as { provider?: string }
    metrics.countRefused(providers.includes(provider) ? provider : 'unknown', code)
  }
}

async function refresh(metrics: Metrics, database: Sql): Promise<void> {
  const reading = readTableGauges(database).catch(() => null)
  const gauges = (await settledWithin(TIMEOUT_MS, reading)) ? await reading : null
  metrics.setGauge('pms_database_up', 'Whether the database answered.', [{ labels: {}, value: gauges ? 1 : 0 }])
  for (const { name, meaning, measures } of gauges ?? []) metrics.setGauge(name, meaning, measures)
}

/** @throws PmsIntegrationError UNAUTHENTICATED, FORBIDDEN */
function authenticateReader({ headers, ip }: FastifyRequest, token: Secret | null): void {
  if (token !== null) {
    if (isEqual(headers.authorization ?? '', `Bearer ${token.reveal()}`)) return
    throw new PmsIntegrationError('UNAUTHENTICATED', 'Send METRICS_TOKEN as the bearer token.')
  }
  if (isLoopback(ip) && isForThisMachine(headers)) return
  throw new PmsIntegrationError('FORBIDDEN', 'Without METRICS_TOKEN, metrics are served to this machine only.')
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const isEqual = (one: string, other: string) => timingSafeEqual(digest(one), digest(other))

/** What proxies add: each its own, and none is sent by who asks from this machine. */
const PROXIED =
  /^(via|forwarded|x-forwarded(-.*)?|x-real-ip|x-original-.*|.*-client-ip|.*-connecting-ip|x-envoy-.*|x-amzn-.*|cdn-loop)$/
/** A proxy that passes the name on which it was asked gives itself away by it. */
const LOCAL_HOST = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i

const isForThisMachine = (headers: IncomingHttpHeaders) =>
  LOCAL_HOST.test(headers.host ?? '') && !Object.keys(headers).some((name) => PROXIED.test(name))

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8)
loopback.addAddress('::1', 'ipv6')
const isLoopback = (ip: string) => loopback.check(ip, ip.includes(':') ? 'ipv6' : 'ipv4')

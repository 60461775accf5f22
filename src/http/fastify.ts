import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { PmsIntegrationError } from '../errors.ts'
import type { Config } from '../platform/config.ts'
import type { Logger } from '../platform/logger.ts'
import type { Metrics } from '../platform/metrics.ts'
import type { PmsProviderAdapter } from '../providers/provider.ts'
import { refuseDeepBodies } from './body-depth.ts'
import { answerErrors } from './errors.ts'
import { addSecurityHeaders } from './headers.ts'
import { rejectMalformedRequest, rejectMalformedUrl } from './malformed-request.ts'
import { refusalCounter } from './metrics.ts'
import { logRequests, requestIdOf, traceRequests } from './requests.ts'
import { unpackBodies } from './unpack-bodies.ts'

const BODY_LIMIT_BYTES = 1024 * 1024
/** What was asked before the end is answered by then; who is slower, or reads slower, is cut off. */
const LAST_ANSWERS_MS = 3_000
/** From a request's first byte to the last of its body, for a megabyte from a slow network. */
const REQUEST_TIMEOUT_MS = 60_000

export interface FastifyOptions {
  readonly log: Logger
  readonly isProduction: boolean
  readonly requestTimeoutMs?: number | undefined
  readonly metrics: Metrics
  readonly providers: readonly Pick<PmsProviderAdapter, 'key'>[]
}

/** A server without routes: bounds, headers, errors and the log of requests. */
export function createFastify({ log, isProduction, metrics, providers, ...options }: FastifyOptions): FastifyInstance {
  const { requestTimeoutMs = REQUEST_TIMEOUT_MS } = options
  const fastify = Fastify({
    loggerInstance: log as FastifyBaseLogger,
    // The built-in request log has whole URLs, and with them what people search for.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: requestTimeoutMs,
    http: { headersTimeout: requestTimeoutMs, connectionsCheckingInterval: requestTimeoutMs / 4 },
    frameworkErrors: rejectMalformedUrl,
    clientErrorHandler: rejectMalformedRequest,
  })
  traceRequests(fastify)
  // Only JSON: text/plain is what a form of a foreign page can send.
  fastify.removeContentTypeParser('text/plain')
  unpackBodies(fastify)
  refuseDeepBodies(fastify)
  logRequests(fastify)
  addSecurityHeaders(fastify, isProduction)
  const keys = providers.map(({ key }) => key)
  answerErrors(fastify, refusalCounter(metrics, keys))
  endSlowConnections(fastify)
  return fastify
}

function endSlowConnections(fastify: FastifyInstance): void {
  let timer: NodeJS.Timeout
  fastify.addHook('preClose', async () => {
    timer = setTimeout(() => fastify.server.closeAllConnections(), LAST_ANSWERS_MS)
  })
  fastify.addHook('onClose', async () => clearTimeout(timer))
}

/** Starts to listen. @throws PmsIntegrationError CONFIGURATION_INVALID with the reason */
export async function listen(fastify: FastifyInstance, { host, port }: Config['http'], log: Logger): Promise<URL> {
  const address = new URL(await fastify.listen({ host, port }).catch((error) => cannotListen(error, host, port)))
  // Such as no file descriptor left for one more connection: those that are open go on.
  fastify.server.on('error', (error) => log.error({ err: error }, 'A connection could not be accepted'))
  return address
}

function cannotListen(cause: unknown, host: string, port: number): never {
  const { code } = cause as { code?: string }
  const why = {
    EADDRINUSE: 'it is in use',
    EACCES: 'it is not allowed',
    EADDRNOTAVAIL: 'this machine has no such address',
  }
  const reason = why[code as keyof typeof why] ?? 'it failed'
  throw new PmsIntegrationError(
    'CONFIGURATION_INVALID',
    `Cannot listen on ${host}, port ${port}: ${reason}. Set HOST or PORT.`,
    {
      cause,
    },
  )
}

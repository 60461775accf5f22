import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SyncLog } from '../../entities/sync-log.ts'
import { badUserInput, ERROR_CODES, type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Tracing } from '../../platform/tracing/tracing.ts'
import { instant } from '../../records/common.ts'
import { ENTITY_TYPES, type EntityType, recordTypes } from '../../records/entity-type.ts'
import { kebabCase } from '../../records/record-type.ts'
import { requireHotel, requirePermission } from '../../security/policy.ts'
import type { Authenticator, Viewer } from '../../security/viewer.ts'
import type { SyncEngine } from '../../sync/engine.ts'
import { type ErrorReport, readErrorReports } from '../../sync/error-reports.ts'
import type { SyncRequest } from '../../sync/run/request.ts'
import { isActive } from '../../sync/run/wait.ts'
import { inRequestSpan } from '../request-span.ts'
import { onlyHotelOf, preferredWait } from './asked.ts'
import { headerOf, jsonOf, keepRawBodies } from './raw-body.ts'

export interface SyncRoutesDeps {
  readonly engine: Pick<SyncEngine, 'request' | 'waitForEnd'>
  readonly authenticator: Authenticator
  readonly database: Pick<Database, 'within'>
  readonly tracing: Tracing
  /** Aborted when the server closes: whoever waits for the end of a run gets it as it stands. */
  readonly stopping: AbortSignal
}

const DEFAULT_WAIT_SECONDS = 30

const body = z.strictObject({
  /** Not needed with a token of exactly one hotel. */
  hotelId: z.string().min(1).optional(),
  provider: z.string().min(1),
  slice: z.string().nullish(),
  since: instant.nullish(),
  limit: z.int().nullish(),
  full: z.boolean().nullish(),
  acceptDeletions: z.boolean().nullish(),
})

/** What a path may be called beside the name of its entity type. */
const SHORT_NAMES: { readonly [Type in EntityType]?: readonly string[] } = { MAINTENANCE_REQUEST: ['maintenance'] }

/** Syncs for callers without GraphQL: the same engine, the same errors. */
export async function serveSyncs(fastify: FastifyInstance, deps: SyncRoutesDeps): Promise<void> {
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    for (const entityType of ENTITY_TYPES) {
      for (const noun of [kebabCase(recordTypes[entityType].words.many), ...(SHORT_NAMES[entityType] ?? [])])
        scope.post(`/api/pms/sync/${noun}`, (request, reply) => sync(deps, entityType, request, reply))
    }
  })
}

async function sync(deps: SyncRoutesDeps, entityType: EntityType, request: FastifyRequest, reply: FastifyReply) {
  const authorization = headerOf(request, 'authorization')
  const viewer = requirePermission(await deps.authenticator.authenticate(authorization), 'ADMIN_EDIT')
  return inRequestSpan(deps.tracing, [request, reply], true, () => syncFor(viewer, deps, entityType, request, reply))
}

async function syncFor(
  viewer: Viewer,
  { engine, database, stopping }: SyncRoutesDeps,
  entityType: EntityType,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const syncRequest = requestOf(viewer, entityType, jsonOf(request))
  const waitSeconds = preferredWait(headerOf(request, 'prefer'))
  const queued = await engine.request(syncRequest)
  const timeout = AbortSignal.timeout((waitSeconds ?? DEFAULT_WAIT_SECONDS) * 1_000)
  const log = await engine.waitForEnd(queued.id, AbortSignal.any([timeout, stopping]))
  if (waitSeconds !== null) reply.header('preference-applied', `wait=${waitSeconds}`)
  const [errorSummary = null] = await readErrorReports(database.within([log.hotelId]), [log])
  return reply.code(statusOf(log)).send(answerOf(log, errorSummary))
}

function requestOf(viewer: Viewer, entityType: EntityType, payload: unknown): SyncRequest {
  const parsed = body.safeParse(payload)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw badUserInput(issue?.path.join('.') || 'body', issue?.message ?? 'is not valid')
  }
  const { provider, slice, since, limit, full, acceptDeletions } = parsed.data
  const hotelId = parsed.data.hotelId ?? onlyHotelOf(viewer)
  requireHotel(viewer, hotelId)
  return {
    ...{ hotelId, provider, entityType, trigger: 'MANUAL', triggeredBy: viewer.subject },
    ...(typeof slice === 'string' && { slice }),
    ...(since && { since }),
    ...(typeof limit === 'number' && { limit }),
    ...(full && { full }),
    ...(acceptDeletions && { acceptDeletions }),
  }
}

/** A provider's failure has the status of its code, as everywhere else. */
function statusOf(log: SyncLog): number {
  if (isActive(log)) return 202
  return log.status === 'FAILED' ? new PmsIntegrationError(codeOf(log), '').statusCode : 200
}

function codeOf({ errorCode }: SyncLog): ErrorCode {
  return errorCode !== null && errorCode in ERROR_CODES ? (errorCode as ErrorCode) : 'INTERNAL_SERVER_ERROR'
}

function answerOf(log: SyncLog, errorSummary: ErrorReport | null) {
  const { id: syncLogId, status, itemsProcessed: processed, itemsFailed: failed, duration } = log
  const success = status !== 'FAILED' && status !== 'CANCELLED'
  const summary = { processed, failed, duration: duration ?? 0 }
  const message = log.errorSummary ?? ERROR_CODES[codeOf(log)].meaning
  const errors = success ? {} : { errors: [{ message, extensions: { code: codeOf(log) } }] }
  const unread = log.unreadCount > 0 && { unread: { count: log.unreadCount, values: log.unreadValues } }
  return { success, syncLogId, status, summary, ...unread, ...(errorSummary && { errorSummary }), ...errors }
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ChangeRequest } from '../../changes/asking/request.ts'
import { isSettled } from '../../changes/asking/wait.ts'
import type { Changes } from '../../changes/changes.ts'
import { type Change, ChangeEntity } from '../../entities/change.ts'
import { selectList } from '../../entities/select.ts'
import { badUserInput, ERROR_CODES, type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Tracing } from '../../platform/tracing/tracing.ts'
import { ACTION_NAMES } from '../../records/changes/actions.ts'
import { requireHotel, requirePermission } from '../../security/policy.ts'
import type { Authenticator, Viewer } from '../../security/viewer.ts'
import { inRequestSpan } from '../request-span.ts'
import { onlyHotelOf, preferredWait } from './asked.ts'
import { headerOf, jsonOf, keepRawBodies } from './raw-body.ts'

export interface ChangeRoutesDeps {
  readonly changes: Pick<Changes, 'request' | 'preview' | 'waitForEnd'>
  readonly authenticator: Authenticator
  readonly database: Pick<Database, 'within'>
  readonly tracing: Tracing
  /** Aborted when the server closes. */
  readonly stopping: AbortSignal
}

const fields = z.record(z.string().max(100), z.json())

const body = z.strictObject({
  /** Not needed with a token of exactly one hotel. */
  hotelId: z.string().min(1).max(300).optional(),
  action: z.enum(ACTION_NAMES),
  /** Of the booking, room or other thing that is changed, in this service. */
  id: z.uuid(),
  values: fields.optional(),
  expected: fields.nullish(),
  options: fields.nullish(),
  reason: z.string().max(500).nullish(),
  dryRun: z.boolean().nullish(),
})

/** Changes for callers without GraphQL: the same rules, the same codes. */
export async function serveChanges(fastify: FastifyInstance, deps: ChangeRoutesDeps): Promise<void> {
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    scope.post('/api/pms/changes', (request, reply) =>
      asViewer(deps, 'ADMIN_EDIT', [request, reply], (viewer) => ask(viewer, deps, request, reply)),
    )
  })
  fastify.get<{ Params: { id: string } }>('/api/pms/changes/:id', (request, reply) =>
    asViewer(deps, 'ADMIN_VIEW', [request, reply], (viewer) => show(viewer, deps, request.params.id, reply)),
  )
}

export async function asViewer(
  { authenticator, tracing }: Pick<ChangeRoutesDeps, 'authenticator' | 'tracing'>,
  permission: 'ADMIN_VIEW' | 'ADMIN_EDIT',
  [request, reply]: [FastifyRequest, FastifyReply],
  answer: (viewer: Viewer) => Promise<unknown>,
) {
  const viewer = requirePermission(await authenticator.authenticate(headerOf(request, 'authorization')), permission)
  return inRequestSpan(tracing, [request, reply], permission === 'ADMIN_EDIT', () => answer(viewer))
}

/** 202 while it is under way: `Prefer: wait=10` waits for its end. */
async function ask(
  viewer: Viewer,
  { changes, stopping }: ChangeRoutesDeps,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  const { dryRun, ...wish } = requestOf(viewer, jsonOf(request))
  if (dryRun) return reply.send({ success: true, preview: await changes.preview(wish, stopping) })
  const seconds = preferredWait(headerOf(request, 'prefer'))
  const recorded = await changes.request(wish)
  if (seconds === null) return reply.code(202).send(answerOf(recorded))
  const signal = AbortSignal.any([AbortSignal.timeout(seconds * 1_000), stopping])
  const change = await changes.waitForEnd(recorded, signal)
  return reply.header('preference-applied', `wait=${seconds}`).code(statusOf(change)).send(answerOf(change))
}

function requestOf(viewer: Viewer, payload: unknown): ChangeRequest & { readonly dryRun: boolean } {
  const parsed = body.safeParse(payload)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw badUserInput(issue?.path.join('.') || 'body', issue?.message ?? 'is not valid')
  }
  const { id: entityId, hotelId = onlyHotelOf(viewer), values = {}, dryRun, ...wish } = parsed.data
  requireHotel(viewer, hotelId)
  return { ...wish, hotelId, entityId, values, requestedBy: viewer.subject, dryRun: dryRun === true }
}

async function show({ hotelIds }: Viewer, { database }: ChangeRoutesDeps, id: string, reply: FastifyReply) {
  const scope = hotelIds === '*' ? hotelIds : [...hotelIds]
  const [change] = z.uuid().safeParse(id).success
    ? await database
        .within(scope)
        .query<Change>(`SELECT ${selectList(ChangeEntity, 'c')} FROM pms_change c WHERE id = $1`, [id])
    : []
  if (change === undefined) throw new PmsIntegrationError('NOT_FOUND', 'There is no such change.', { field: 'id' })
  return reply.send(answerOf(change))
}

const statusOf = (change: Change) => {
  if (!isSettled(change)) return 202
  return change.state === 'APPLIED' ? 200 : new PmsIntegrationError(codeOf(change), '').statusCode
}

/** What it ended with; what a person has to decide has no other code. */
function codeOf({ errorCode }: Change): ErrorCode {
  return errorCode !== null && errorCode in ERROR_CODES ? (errorCode as ErrorCode) : 'CHANGE_NOT_OPEN'
}

/** Never the values: they may tell of a guest. */
function answerOf(change: Change) {
  const { id: changeId, hotelId, provider, action, groups, state, waitingFor, sendings, error } = change
  const { createdAt, sentAt, endedAt, expiresAt } = change
  const success = !isSettled(change) || state === 'APPLIED'
  const message = error ?? ERROR_CODES[codeOf(change)].meaning
  return {
    ...{ success, changeId, hotelId, provider, action, groups, state, waitingFor, sendings },
    ...{ createdAt, sentAt, endedAt, expiresAt },
    ...(!success && { errors: [{ message, extensions: { code: codeOf(change) } }] }),
  }
}

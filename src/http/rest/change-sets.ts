import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLSchema } from 'graphql'
import { z } from 'zod'
import type { Changes } from '../../changes/changes.ts'
import { estimateSending } from '../../changes/sets/estimate.ts'
import { previewExpiry, stopOf } from '../../changes/sets/life.ts'
import { countItems } from '../../changes/sets/result.ts'
import { resultsCsv } from '../../changes/sets/results-csv.ts'
import { type ChangeSet, ChangeSetEntity, type ChangeSetResult } from '../../entities/change-set.ts'
import { selectList } from '../../entities/select.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { PmsProviderAdapter } from '../../providers/provider.ts'
import { coerceInput } from '../../resolvers/access/coerce-input.ts'
import { requestOfInput } from '../../resolvers/changes/sets/request-of-input.ts'
import type { PmsCreateChangeSetInput } from '../../schema/changes/sets/inputs.ts'
import { hasPermission, requireHotel, scopeOf } from '../../security/policy.ts'
import type { Viewer } from '../../security/viewer.ts'
import { onlyHotelOf } from './asked.ts'
import { asViewer, type ChangeRoutesDeps } from './changes.ts'
import { jsonOf, keepRawBodies } from './raw-body.ts'

export interface ChangeSetRoutesDeps extends Omit<ChangeRoutesDeps, 'changes'> {
  readonly changes: Pick<Changes, 'sets'>
  readonly schema: GraphQLSchema
  listProviders(): readonly PmsProviderAdapter[]
}

/** So that a file that has far too many lines is told so. */
const MAX_BODY = 8 * 1024 * 1024

type ById = { Params: { id: string }; Querystring: { list?: string } }

/** Change sets for callers without GraphQL: the same input, the same rules, the same codes. */
export async function serveChangeSets(fastify: FastifyInstance, deps: ChangeSetRoutesDeps): Promise<void> {
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    scope.post('/api/pms/change-sets', { bodyLimit: MAX_BODY }, (request, reply) =>
      asViewer(deps, 'ADMIN_EDIT', [request, reply], (viewer) => create(viewer, deps, request, reply)),
    )
  })
  fastify.get<ById>('/api/pms/change-sets/:id', (request, reply) =>
    asViewer(deps, 'ADMIN_VIEW', [request, reply], async (viewer) =>
      reply.send(await answerOf(viewer, deps, await findSet(viewer, deps, request.params.id))),
    ),
  )
  fastify.get<ById>('/api/pms/change-sets/:id/results', (request, reply) =>
    asViewer(deps, 'ADMIN_VIEW', [request, reply], (viewer) =>
      sendResults(viewer, deps, request.params.id, request, reply),
    ),
  )
}

/** 202: a worker looks at its items. */
async function create(viewer: Viewer, deps: ChangeSetRoutesDeps, request: FastifyRequest, reply: FastifyReply) {
  const body = jsonOf(request)
  if (body === null || typeof body !== 'object' || Array.isArray(body))
    throw badUserInput('body', 'has to be an object')
  const { hotelId = onlyHotelOf(viewer) } = body as { hotelId?: unknown }
  const input = coerceInput<PmsCreateChangeSetInput>(deps.schema, 'PmsCreateChangeSetInput', { ...body, hotelId })
  requireHotel(viewer, input.hotelId)
  const wanted = await requestOfInput(deps.database.within([input.hotelId]), input)
  const set = await deps.changes.sets.create({ ...wanted, requestedBy: viewer.subject })
  return reply.code(202).send(await answerOf(viewer, deps, set))
}

/** @throws PmsIntegrationError NOT_FOUND, also for a hotel that is not the viewer's */
export async function findSet(viewer: Viewer, { database }: ChangeSetRoutesDeps, id: string): Promise<ChangeSet> {
  const [set] = z.uuid().safeParse(id).success
    ? await database
        .within(scopeOf(viewer))
        .query<ChangeSet>(`SELECT ${selectList(ChangeSetEntity, 's')} FROM pms_change_set s WHERE id = $1`, [id])
    : []
  if (set === undefined) throw new PmsIntegrationError('NOT_FOUND', 'There is no such change set.', { field: 'id' })
  return set
}

/** Never the values: they may tell of a guest. */
export async function answerOf(viewer: Viewer, { database, listProviders }: ChangeSetRoutesDeps, set: ChangeSet) {
  const counts = (await countItems(database.within(scopeOf(viewer)), [set.id])).get(set.id)
  const adapter = listProviders().find(({ key }) => key === set.provider)
  const left = (set.startedAt === null ? counts?.toSend : counts?.waiting) ?? 0
  const { id: changeSetId, hotelId, provider, action, source, state, canary, stopPercent, waitingFor, undoOf } = set
  const { previewHash, previewedAt, createdAt, startedAt, endedAt, errorCode, error } = set
  return {
    ...{
      success: true,
      changeSetId,
      hotelId,
      provider,
      action,
      source,
      state,
      canary,
      stopPercent,
      waitingFor,
      undoOf,
    },
    ...{ previewHash, previewedAt, previewExpiresAt: previewExpiry(set), createdAt, startedAt, endedAt, counts },
    estimate: previewHash === null || adapter === undefined ? null : estimateSending(adapter, action, left),
    ...{ stoppedBecause: stopOf(set), errorCode, error },
  }
}

const LISTS: Readonly<Record<string, ChangeSetResult>> = {
  ...{ done: 'DONE', failed: 'FAILED', 'not-tried': 'NOT_TRIED', waiting: 'WAITING' },
}

async function sendResults(
  viewer: Viewer,
  deps: ChangeSetRoutesDeps,
  id: string,
  { query }: FastifyRequest<ById>,
  reply: FastifyReply,
) {
  const { list } = query
  if (list !== undefined && !Object.hasOwn(LISTS, list))
    throw badUserInput('list', `has to be one of ${Object.keys(LISTS).join(', ')}, or left out for all`)
  const set = await findSet(viewer, deps, id)
  const options = { result: LISTS[list ?? ''] ?? null, showsGiven: hasPermission(viewer, 'ADMIN_EDIT') }
  const lines = resultsCsv(deps.database.within([set.hotelId]), set, options)
  return reply
    .header('content-type', 'text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="change-set-${list ?? 'all'}.csv"`)
    .send(Readable.from(lines))
}

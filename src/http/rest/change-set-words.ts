import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { ChangeSets } from '../../changes/sets/sets.ts'
import type { ChangeSet } from '../../entities/change-set.ts'
import { badUserInput, PmsIntegrationError } from '../../errors.ts'
import type { Viewer } from '../../security/viewer.ts'
import { answerOf, type ChangeSetRoutesDeps, findSet } from './change-sets.ts'
import { asViewer } from './changes.ts'
import { bytesOf, jsonOf, keepRawBodies } from './raw-body.ts'

type Said = Parameters<ChangeSets['run']>[0]

/** What people say of a set. To undo one answers with the set that takes it back. */
const WORDS: Readonly<Record<string, (sets: ChangeSets, said: Said) => Promise<ChangeSet>>> = {
  preview: (sets, said) => sets.preview(said),
  run: (sets, said) => sets.run(said),
  pause: (sets, said) => sets.pause(said),
  resume: (sets, said) => sets.resume(said),
  cancel: (sets, said) => sets.cancel(said),
  undo: (sets, said) => sets.undo(said),
}

const running = z.strictObject({ previewHash: z.string().max(100) })
const nothing = z
  .strictObject({})
  .nullable()
  .transform((): { previewHash?: string } => ({}))

type ByWord = { Params: { id: string; word: string } }

/** Change sets that have been looked at, for callers without GraphQL: `POST /api/pms/change-sets/:id/run` and the others. */
export async function serveChangeSetWords(fastify: FastifyInstance, deps: ChangeSetRoutesDeps): Promise<void> {
  await fastify.register(async (scope) => {
    keepRawBodies(scope)
    scope.post<ByWord>('/api/pms/change-sets/:id/:word', (request, reply) =>
      asViewer(deps, 'ADMIN_EDIT', [request, reply], (viewer) => say(viewer, deps, request, reply)),
    )
  })
}

async function say(
  viewer: Viewer,
  deps: ChangeSetRoutesDeps,
  request: FastifyRequest<ByWord>,
  reply: FastifyReply,
): Promise<unknown> {
  const { id, word } = request.params
  const act = Object.hasOwn(WORDS, word) ? WORDS[word] : undefined
  if (act === undefined) throw new PmsIntegrationError('NOT_FOUND', 'There is no such address.', { field: 'word' })
  const { previewHash = '' } = word === 'run' ? parse(running, request) : parse(nothing, request)
  const { hotelId } = await findSet(viewer, deps, id)
  const set = await act(deps.changes.sets, { hotelId, id, actor: viewer.subject, previewHash })
  return reply.code(202).send(await answerOf(viewer, deps, set))
}

function parse<T extends z.ZodType>(schema: T, request: FastifyRequest<ByWord>): z.output<T> {
  const parsed = schema.safeParse(bytesOf(request).length === 0 ? null : jsonOf(request))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw badUserInput(issue?.path.join('.') || 'body', issue?.message ?? 'is not valid')
}

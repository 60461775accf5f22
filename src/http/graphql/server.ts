import { ApolloServer, type ApolloServerPlugin } from '@apollo/server'
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
} from '@apollo/server/plugin/disabled'
import { fastifyApolloHandler } from '@as-integrations/fastify'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { GraphQLError, type GraphQLSchema } from 'graphql'
import { currentCause } from '../../platform/cause.ts'
import type { Tracing } from '../../platform/tracing/tracing.ts'
import { type ApiContext, type ApiServices, createContext } from '../../resolvers/access/context.ts'
import type { RateLimit } from '../../security/rate-limit.ts'
import type { Authenticator, Viewer } from '../../security/viewer.ts'
import type { QueryPage } from '../pages/query.ts'
import { inRequestSpan } from '../request-span.ts'
import type { Callbacks } from './callback/serve.ts'
import { executeCompiled } from './compiled-execution.ts'
import { exceeds, LIMITS } from './limits.ts'
import { sayOutages } from './outages.ts'
import { presentError } from './present-error.ts'
import { followSpecification } from './protocol.ts'
import { repeatedFieldsRule } from './repeated-fields.ts'
import { readDocument, type TrustedDocuments } from './trusted-documents.ts'

export const GRAPHQL_PATH = '/graphql'

/** What both transports of the API are made of. */
export interface GraphqlApi {
  readonly schema: GraphQLSchema
  readonly services: ApiServices
  readonly authenticator: Authenticator
  /** How often a viewer may ask over a connection that is open, together with requests; null: as often as it likes. */
  readonly limit: RateLimit | null
  readonly isProduction: boolean
  readonly documents: TrustedDocuments
  /** Aborted when the server closes. */
  readonly stopping: AbortSignal
}

declare module 'fastify' {
  interface FastifyRequest {
    viewer: Viewer | null
  }
}

/** GraphQL over HTTP, POST and GET; a browser that opens its address gets the query page, where there is one. */
export async function createGraphql(
  fastify: FastifyInstance,
  api: GraphqlApi,
  { callbacks, queryPage }: { readonly callbacks: Callbacks; readonly queryPage: QueryPage | null },
): Promise<void> {
  const { authenticator, services, isProduction, stopping, documents } = api
  const present = (error: unknown, id: string) =>
    presentError(error, { requestId: id, log: services.log, isProduction })
  const apollo = new ApolloServer<ApiContext>({
    schema: api.schema,
    introspection: !isProduction,
    csrfPrevention: true,
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    parseOptions: { maxTokens: LIMITS.tokens },
    validationRules: [repeatedFieldsRule],
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    logger: services.log,
    formatError: (_, error) => present(error, currentCause()?.requestId ?? ''),
    plugins: [
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      refuseSubscriptions,
      limitOperations,
      nameOperations(services.tracing),
      followSpecification,
      sayOutages,
      executeCompiled(api.schema, present),
    ],
  })
  await apollo.start()
  fastify.addHook('onClose', () => apollo.stop())

  const answer = fastifyApolloHandler(apollo, {
    context: async (request, reply) =>
      createContext(services, {
        viewer: request.viewer,
        requestId: request.id,
        signal: () => AbortSignal.any([stopping, goneSignal(reply)]),
      }),
  })
  fastify.decorateRequest('viewer', null)
  fastify.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    ...(queryPage && { onRequest: queryPage }),
    preHandler: async (request, reply) => {
      request.viewer = await authenticator.authenticate(request.headers.authorization)
      if (callbacks.isRequested(request.body)) return callbacks.answer(request, reply)
      readDocument(documents, request)
    },
    handler: (request, reply) =>
      inRequestSpan(services.tracing, [request, reply], request.viewer !== null, async () =>
        answer.call(fastify, request, reply),
      ),
  })
}

/** Aborted when the client hung up before it had its answer. */
function goneSignal(reply: FastifyReply): AbortSignal {
  const gone = new AbortController()
  const abort = () => {
    if (!reply.raw.writableFinished) gone.abort()
  }
  if (reply.raw.closed) abort()
  else reply.raw.once('close', abort)
  return gone.signal
}

const limitOperations: ApolloServerPlugin<ApiContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ document, operation, request }) {
        const refusal = operation && exceeds({ document, operation, variables: request.variables ?? {} })
        if (refusal) throw refusal
      },
    }
  },
}

const nameOperations = (tracing: Tracing): ApolloServerPlugin<ApiContext> => ({
  async requestDidStart() {
    return {
      async didResolveOperation({ operation, operationName }) {
        const type = operation && { 'graphql.operation.type': operation.operation }
        tracing.note({ ...type, ...(operationName && { 'graphql.operation.name': operationName }) })
      },
    }
  },
})

const refuseSubscriptions: ApolloServerPlugin<ApiContext> = {
  async requestDidStart() {
    return {
      async didResolveOperation({ operation }) {
        if (operation?.operation !== 'subscription') return
        const extensions = { code: 'BAD_USER_INPUT', http: { status: 400 } }
        throw new GraphQLError(
          'Subscriptions are served over WebSocket (graphql-transport-ws) and at /graphql/stream (graphql-sse).',
          { extensions },
        )
      },
    }
  },
}

import type { ApolloServerPlugin } from '@apollo/server'
import type { GraphQLFormattedError, GraphQLSchema } from 'graphql'
import type { ApiContext } from '../../resolvers/access/context.ts'
import { createCompiledQueries, type RunQuery } from './compiled-queries.ts'

/**
 * Has Apollo answer with compiled queries. Its hooks around the execution and its fields are then not called; none of
 * our plugins uses them.
 */
export function executeCompiled(
  schema: GraphQLSchema,
  present: (error: unknown, requestId: string) => GraphQLFormattedError,
): ApolloServerPlugin<ApiContext> {
  const runOf = createCompiledQueries(schema)
  return {
    async requestDidStart() {
      return {
        async responseForOperation({ document, operation, request, contextValue, response: { http } }) {
          // Of a name that no operation has, and of variables that do not fit, graphql-js tells what is wrong.
          const run: RunQuery | null = operation ? runOf(document, operation) : null
          const result = await run?.(contextValue, request.variables ?? {})
          if (result?.data === undefined) return null
          const errors = result.errors?.map((error) => present(error, contextValue.requestId))
          return { http, body: { kind: 'single', singleResult: { data: result.data, ...(errors && { errors }) } } }
        },
      }
    },
  }
}

import {
  type DocumentNode,
  type ExecutionArgs,
  GraphQLError,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  parse,
  recommendedRules,
  specifiedRules,
  validate,
} from 'graphql'
import { z } from 'zod'
import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import { type ApiContext, createContext } from '../../resolvers/access/context.ts'
import { exceeds, LIMITS } from './limits.ts'
import { repeatedFieldsRule } from './repeated-fields.ts'
import type { GraphqlApi } from './server.ts'
import { type DocumentRequest, documentText, type TrustedDocuments } from './trusted-documents.ts'

/** An operation as clients send it. */
export interface OperationPayload extends DocumentRequest {
  readonly operationName?: string | null | undefined
  readonly variables?: Record<string, unknown> | null | undefined
}

/** An operation that may be executed. */
export interface Operation {
  readonly document: DocumentNode
  readonly isSubscription: boolean
  readonly payload: OperationPayload
}

/** The body of a request, where no library has looked at it before. */
export const operationPayload = z
  .object({
    query: z.string().nullish(),
    documentId: z.string().nullish(),
    extensions: z.record(z.string(), z.unknown()).nullish(),
    operationName: z.string().nullish(),
    variables: z.record(z.string(), z.unknown()).nullish(),
  })
  .refine(({ query, documentId, extensions }) => query ?? documentId ?? extensions?.persistedQuery, 'names no document')

/** What a message of a WebSocket, an event stream or a router asks for, or why not; the same checks as over HTTP. */
export function readOperation(
  { schema, isProduction, documents }: GraphqlApi,
  payload: OperationPayload,
): Operation | readonly GraphQLError[] {
  const { operationName, variables } = payload
  const document = read(payload, documents)
  if (document instanceof GraphQLError) return [document]
  const ours = [repeatedFieldsRule, ...(isProduction ? [NoSchemaIntrospectionCustomRule] : [])]
  const rules = [...specifiedRules, ...recommendedRules, ...ours]
  const errors = validate(schema, document, rules)
  if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'))
  const operation = getOperationAST(document, operationName)
  if (!operation) return [unknownOperation()]
  const refusal = exceeds({ document, operation, variables: variables ?? {} })
  if (refusal) return [refusal]
  return { document, isSubscription: operation.operation === 'subscription', payload }
}

/** What the operation is executed with. */
export function executionArgs(
  { schema, services, stopping }: GraphqlApi,
  { viewer, signal, requestId }: Pick<ApiContext, 'viewer' | 'requestId'> & { signal: AbortSignal },
  { document, payload: { operationName = null, variables: variableValues = null } }: Operation,
): ExecutionArgs {
  const contextValue = createContext(services, { viewer, requestId, signal: () => AbortSignal.any([stopping, signal]) })
  return { schema, document, contextValue, operationName, variableValues }
}

const unknownOperation = () =>
  coded(new GraphQLError('Set `operationName` to an operation of the document.'), 'BAD_USER_INPUT')

function read(payload: OperationPayload, documents: TrustedDocuments): DocumentNode | GraphQLError {
  try {
    return parse(documentText(documents, payload), { maxTokens: LIMITS.tokens })
  } catch (error) {
    if (error instanceof PmsIntegrationError) return new GraphQLError(error.message, { originalError: error })
    return coded(error as GraphQLError, 'GRAPHQL_PARSE_FAILED')
  }
}

/** As Apollo names it over HTTP. */
function coded(error: GraphQLError, code: ErrorCode): GraphQLError {
  error.extensions.code = code
  return error
}

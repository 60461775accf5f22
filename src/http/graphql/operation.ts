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
import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import { type ApiContext, createContext } from '../../resolvers/context.ts'
import { exceeds, LIMITS } from './limits.ts'
import type { GraphqlApi } from './server.ts'
import { type DocumentRequest, documentText, type TrustedDocuments } from './trusted-documents.ts'

/** An operation as clients send it. */
export interface OperationPayload extends DocumentRequest {
  readonly operationName?: string | null | undefined
  readonly variables?: Record<string, unknown> | null | undefined
}

/** What is executed for a message of a WebSocket or an event stream, or why it is not; the same checks as over HTTP. */
export function prepareOperation(
  { schema, services, isProduction, stopping, documents }: GraphqlApi,
  { viewer, signal, requestId }: Pick<ApiContext, 'viewer' | 'signal' | 'requestId'>,
  payload: OperationPayload,
): ExecutionArgs | readonly GraphQLError[] {
  const { operationName, variables } = payload
  const document = read(payload, documents)
  if (document instanceof GraphQLError) return [document]
  const rules = [...specifiedRules, ...recommendedRules, ...(isProduction ? [NoSchemaIntrospectionCustomRule] : [])]
  const errors = validate(schema, document, rules)
  if (errors.length > 0) return errors.map((error) => coded(error, 'GRAPHQL_VALIDATION_FAILED'))
  const operation = getOperationAST(document, operationName)
  if (!operation) return [unknownOperation()]
  const refusal = exceeds({ document, operation, variables: variables ?? {} })
  if (refusal) return [refusal]
  const contextValue = createContext(services, { viewer, requestId, signal: AbortSignal.any([stopping, signal]) })
  return { schema, document, contextValue, operationName: operationName ?? null, variableValues: variables ?? null }
}

const unknownOperation = () => coded(new GraphQLError('Name one operation of the document.'), 'BAD_USER_INPUT')

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

import {
  type ASTNode,
  type ExecutionResult,
  type FormattedExecutionResult,
  GraphQLError,
  type GraphQLFormattedError,
  Kind,
  TokenKind,
} from 'graphql'
import { ERROR_CODES, type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import { isImpossibleValue } from '../../platform/database/errors.ts'
import type { Logger } from '../../platform/logger.ts'

export const IMPOSSIBLE_VALUE = 'A value is not one that can be stored or compared.'

export interface ErrorAudience {
  readonly requestId: string
  readonly log: Pick<Logger, 'error'>
  /** Whether "Did you mean …?" is left out, which would tell of the schema. */
  readonly isProduction: boolean
}

/** Apollo's codes for requests that never came to be executed; those of graphql-js carry none. */
const PROTOCOL_CODES: Readonly<Record<string, ErrorCode>> = {
  GRAPHQL_PARSE_FAILED: 'GRAPHQL_PARSE_FAILED',
  GRAPHQL_VALIDATION_FAILED: 'GRAPHQL_VALIDATION_FAILED',
  OPERATION_TOO_LARGE: 'OPERATION_TOO_LARGE',
  BAD_USER_INPUT: 'BAD_USER_INPUT',
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_FOUND: 'BAD_USER_INPUT',
  PERSISTED_QUERY_NOT_SUPPORTED: 'BAD_USER_INPUT',
}
const HTTP_CODES: Readonly<Record<number, ErrorCode>> = {
  405: 'METHOD_NOT_ALLOWED',
  415: 'UNSUPPORTED_MEDIA_TYPE',
}
/** The last of 51 wrong values in variables, after which graphql-js looks at no more; it points nowhere. */
const TOO_MANY_VALUES = /^Too many errors processing variables/
const LITERALS: readonly string[] = [Kind.INT, Kind.FLOAT, Kind.STRING, Kind.BOOLEAN, Kind.ENUM, Kind.NULL]

/**
 * What a client is told of an error: a code of the closed list, a message that is meant for it, the request id. Anything
 * that was not thrown on purpose is logged and hidden.
 */
export function presentError(thrown: unknown, audience: ErrorAudience): GraphQLFormattedError {
  const error =
    thrown instanceof GraphQLError ? thrown : new GraphQLError(String(thrown), { originalError: toError(thrown) })
  const { message, ...extensions } = describe(error, audience)
  return {
    message,
    ...(error.locations && { locations: error.locations }),
    ...(error.path && { path: error.path }),
    extensions: { ...extensions, requestId: audience.requestId },
  }
}

interface Result {
  readonly data?: ExecutionResult['data'] | undefined
  readonly errors?: readonly GraphQLError[] | undefined
}

/** The same for all errors of a result, where there are any. */
export function presentResult({ data, errors }: Result, audience: ErrorAudience): FormattedExecutionResult {
  return {
    ...(data !== undefined && { data }),
    ...(errors && { errors: errors.map((error) => presentError(error, audience)) }),
  }
}

function describe(error: GraphQLError, { log, requestId, isProduction }: ErrorAudience) {
  const cause = causeOf(error)
  if (cause instanceof PmsIntegrationError && cause.code !== 'INTERNAL_SERVER_ERROR') {
    const { code, message, field, retryAfterMs, details } = cause
    return { ...details, message, code, ...(field && { field }), ...(retryAfterMs && { retryAfterMs }) }
  }
  if (isImpossibleValue(cause)) return { message: IMPOSSIBLE_VALUE, code: 'BAD_USER_INPUT' }
  const code = protocolCode(error)
  if (code !== null) {
    const field = code === 'BAD_USER_INPUT' ? fieldOf(error) : undefined
    const message = isProduction ? error.message.replace(/ ?Did you mean(.+?)\?$/, '') : error.message
    return { message, code, ...(field && { field }) }
  }
  const unexpected = cause?.name === 'AbortError' ? 'SERVICE_UNAVAILABLE' : 'INTERNAL_SERVER_ERROR'
  log.error({ err: cause ?? error, requestId, path: error.path?.join('.') }, 'An operation failed')
  return { message: ERROR_CODES[unexpected].meaning, code: unexpected }
}

/** What a resolver threw, below all that GraphQL has wrapped around it. */
function causeOf(error: GraphQLError): Error | undefined {
  const { originalError } = error
  return originalError instanceof GraphQLError ? causeOf(originalError) : (originalError ?? undefined)
}

function protocolCode(error: GraphQLError): ErrorCode | null {
  const [node] = error.nodes ?? []
  if (node?.kind === Kind.VARIABLE_DEFINITION || TOO_MANY_VALUES.test(error.message)) return 'BAD_USER_INPUT'
  const { code, http } = error.extensions as { code?: string; http?: { status?: number } }
  // A value is as wrong written into the document as sent in a variable.
  if (code === 'GRAPHQL_VALIDATION_FAILED' && node && LITERALS.includes(node.kind)) return 'BAD_USER_INPUT'
  return HTTP_CODES[http?.status ?? 0] ?? PROTOCOL_CODES[code ?? ''] ?? null
}

/** The argument or input field that a wrong value was meant for. */
function fieldOf({ nodes, message }: GraphQLError): string | undefined {
  const [node] = nodes ?? []
  if (node?.kind === Kind.VARIABLE_DEFINITION) {
    const path = / at "\w+\.([^"]+)"/.exec(message)?.[1]
    return path ?? node.variable.name.value
  }
  return node === undefined ? undefined : nameBefore(node)
}

/** `since` of `since: "yesterday"`; goes back over a list that the value may be in. */
function nameBefore({ loc }: ASTNode): string | undefined {
  let token = loc?.startToken.prev
  while (token && token.kind !== TokenKind.COLON) token = token.prev
  return token?.prev?.value
}

const toError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)))

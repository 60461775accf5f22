import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'

/** Why something did not work, as a person can act on it. */
export interface Failure {
  /** Of the API's closed list, or `NETWORK` when there was no answer. */
  readonly code: string
  readonly message: string
  /** What support finds the request by in the log. */
  readonly requestId: string | null
}

const NO_ANSWER: Failure = {
  code: 'NETWORK',
  message: 'The service did not answer. Check your connection and try again.',
  requestId: null,
}

/** Reads any error of an operation, whether it came as GraphQL, as a plain HTTP answer or not at all. */
export function describeFailure(error: unknown): Failure {
  if (CombinedGraphQLErrors.is(error)) return fromErrors(error.errors)
  if (ServerError.is(error)) return fromBody(error.bodyText)
  return NO_ANSWER
}

function fromBody(body: string): Failure {
  try {
    return fromErrors((JSON.parse(body) as { errors?: readonly Shape[] }).errors ?? [])
  } catch {
    return NO_ANSWER
  }
}

interface Shape {
  readonly message: string
  readonly extensions?: Record<string, unknown>
}

function fromErrors([first]: readonly Shape[]): Failure {
  if (first === undefined) return NO_ANSWER
  const { code, requestId } = first.extensions ?? {}
  return {
    code: typeof code === 'string' ? code : 'INTERNAL_SERVER_ERROR',
    message: first.message,
    requestId: typeof requestId === 'string' ? requestId : null,
  }
}

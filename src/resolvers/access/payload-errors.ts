import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { PmsError } from '../../schema/common/error.ts'

/** Missing permission and trouble of our own stay GraphQL errors; anything else is an answer that a caller expects. */
const UNEXPECTED: ReadonlySet<ErrorCode> = new Set([
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'SERVICE_UNAVAILABLE',
  'CONFIGURATION_INVALID',
  'INTERNAL_SERVER_ERROR',
])

/** Runs a mutation; an expected failure becomes its payload. */
export async function asPayload(mutate: () => unknown): Promise<unknown> {
  try {
    return { errors: [], ...((await mutate()) as object) }
  } catch (error) {
    if (!(error instanceof PmsIntegrationError) || UNEXPECTED.has(error.code)) throw error
    return { errors: [toPayloadError(error)] }
  }
}

export function toPayloadError({ code, message, field, details }: PmsIntegrationError): PmsError {
  const { syncLogId } = details
  return { code, message, field: field ?? null, syncLogId: typeof syncLogId === 'string' ? syncLogId : null }
}

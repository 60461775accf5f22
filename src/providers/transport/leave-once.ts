import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'

/** Codes of answers that are neither a refusal nor a 429: the vendor stumbled, before it acted or after. */
const STUMBLED: ReadonlySet<ErrorCode> = new Set(['PROVIDER_BAD_RESPONSE', 'PROVIDER_UNAVAILABLE', 'PROVIDER_TIMEOUT'])

/** Whether the vendor may have acted on a request that it answered with this error. */
export const mayHaveActed = (error: Error) => !(error instanceof PmsIntegrationError) || STUMBLED.has(error.code)

/** The same error of a request that leaves once. A copy, for the reason of an abort is shared by all that it ends. */
export function withSent(error: unknown, sent: boolean): unknown {
  if (!(error instanceof PmsIntegrationError) || error.sent !== undefined) return error
  const { code, message, field, retryable, retryAfterMs, details, cause } = error
  return new PmsIntegrationError(code, message, {
    ...{ retryable, details, cause, sent },
    ...(field !== undefined && { field }),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  })
}

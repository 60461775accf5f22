import { z } from 'zod'
import { type ErrorCode, PmsIntegrationError } from '../../../errors.ts'
import type { HttpResponse } from '../http.ts'
import { dictatedWaitMs, retryAfterMs } from '../retry-after.ts'

/** An entry of `errors` in a GraphQL answer. */
export const graphqlError = z.object({
  message: z.string().catch(''),
  path: z
    .array(z.union([z.string(), z.int()]))
    .nullish()
    .catch(null),
  extensions: z.record(z.string(), z.unknown()).nullish().catch(null),
})
export type GraphqlError = z.output<typeof graphqlError>

/** Where servers put the kind of an error: Apollo, 3RPMS, GraphQL Java and its relatives. */
const CODE_FIELDS = ['code', 'errorType', 'category', 'classification'] as const

/** The words of the servers that are in use, letters only. */
const CODES: Readonly<Record<string, ErrorCode>> = Object.fromEntries([
  ...kinds('PROVIDER_UNAUTHORIZED', 'unauthenticated unauthorized authentication invalidtoken tokenexpired'),
  ...kinds('PROVIDER_FORBIDDEN', 'forbidden permissiondenied accessdenied authorization'),
  ...kinds('PROVIDER_RATE_LIMITED', 'ratelimited ratelimit ratelimitexceeded toomanyrequests throttled'),
  ...kinds('PROVIDER_UNAVAILABLE', 'internalservererror internal unavailable serviceunavailable'),
  ...kinds('PROVIDER_TIMEOUT', 'timeout gatewaytimeout deadlineexceeded'),
  ...kinds('PROVIDER_CURSOR_INVALID', 'invalidcursor cursorinvalid cursorexpired badcursor'),
])

function kinds(code: ErrorCode, words: string): [string, ErrorCode][] {
  return words.split(' ').map((word) => [word, code])
}

/** The vendor's own word for what went wrong; null when it gives none. */
export function vendorCodeOf({ extensions }: GraphqlError): string | null {
  const codes = CODE_FIELDS.map((field) => extensions?.[field])
  const code = codes.find((one): one is string => typeof one === 'string' && one !== '')
  return code?.slice(0, 60) ?? null
}

/** Which of our codes an error is. What nobody knows is a refusal of the request: it is not tried again. */
export function codeOfGraphqlError(error: GraphqlError): ErrorCode {
  const word = (vendorCodeOf(error) ?? '').toLowerCase().replaceAll(/[^a-z]/g, '')
  return Object.hasOwn(CODES, word) ? (CODES[word] as ErrorCode) : 'PROVIDER_REJECTED'
}

/** What decides when an answer has several errors: the earlier in this list, the more it explains the others. */
const TELLING: readonly ErrorCode[] = [
  'PROVIDER_UNAUTHORIZED',
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_FORBIDDEN',
  'PROVIDER_CURSOR_INVALID',
  'PROVIDER_REJECTED',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_TIMEOUT',
]

/**
 * The one error that an answer with errors is. It names the vendor's code and the path, never the vendor's message, which
 * may quote what we sent.
 * @param received the answer and when, for vendors that say within a 200 how long to wait
 */
export function failureOf(
  errors: readonly GraphqlError[],
  received?: { readonly response: HttpResponse; readonly now: Date },
): PmsIntegrationError {
  const [worst = { message: '', path: null, extensions: null }] = [...errors].sort((a, b) => rank(a) - rank(b))
  const vendorCode = vendorCodeOf(worst)
  const path = worst.path?.join('.') ?? ''
  const waitMs = received ? (waitOf(worst, received.now) ?? retryAfterMs(received.response, received.now)) : null
  return new PmsIntegrationError(
    codeOfGraphqlError(worst),
    `The PMS answered a GraphQL error (${vendorCode ?? 'no code'}${path === '' ? '' : ` at ${path}`})`,
    { details: { vendorCode, path }, ...(waitMs !== null && { retryAfterMs: waitMs }) },
  )
}

const rank = (error: GraphqlError) => TELLING.indexOf(codeOfGraphqlError(error))

const WAIT_FIELDS: readonly (readonly [field: string, unitMs: number])[] = [
  ['retryAfterMs', 1],
  ['retryAfter', 1000],
  ['retryAfterSeconds', 1000],
  ['retry_after', 1000],
]

function waitOf({ extensions }: GraphqlError, now: Date): number | null {
  const waits = WAIT_FIELDS.map(([field, unitMs]) => dictatedWaitMs(extensions?.[field], unitMs, now.getTime()))
  return waits.find((ms) => ms !== null) ?? null
}

import { z } from 'zod'
import { type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { HttpResponse } from '../transport/http.ts'

const verdict = z.object({ success: z.union([z.literal(false), z.literal('false')]), message: z.string().catch('') })

/** How the vendor words a refusal is nowhere written; what fits none of these is a refusal like any other. */
const MEANINGS: readonly [RegExp, ErrorCode][] = [
  [/too many requests|rate limit/i, 'PROVIDER_RATE_LIMITED'],
  [/permission|scope|not (allowed|authori[sz]ed)|access (is )?denied/i, 'PROVIDER_FORBIDDEN'],
]
/** Of the guest that was asked for: a property or a key that is not found deletes nobody. */
const MISSING = /\bguest\b.*(not found|not exist|doesn't exist)/i

/** The error within a 200, told without the vendor's own words: they may speak of guests. */
export function refusalOf(method: string): (response: HttpResponse) => PmsIntegrationError | undefined {
  return ({ status, headers, body }) => {
    const said = verdictOf(body)
    if (said === undefined) return undefined
    const code = MEANINGS.find(([words]) => words.test(said.message))?.[1] ?? 'PROVIDER_REJECTED'
    const requestId = headers['x-request-id']?.slice(0, 64) ?? null
    const details = { status, method, requestId, isMissing: MISSING.test(said.message) }
    return new PmsIntegrationError(code, `The PMS refused ${method}.`, { details })
  }
}

/** Whether the vendor refused since it does not have what was asked for. */
export const isMissing = (error: unknown): boolean =>
  error instanceof PmsIntegrationError && error.code === 'PROVIDER_REJECTED' && error.details?.isMissing === true

/** What is not JSON is for the reader of the answer to refuse. */
function verdictOf(body: string) {
  if (!body.includes('"success"')) return undefined
  try {
    return verdict.safeParse(JSON.parse(body)).data
  } catch {
    return undefined
  }
}

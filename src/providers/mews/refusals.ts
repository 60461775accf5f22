import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { HttpResponse } from '../transport/http.ts'

const refusal = z.object({ Message: z.string().nullish() })
const NO_PERMISSION = /permission|not (allowed|permitted)|access denied|disabled/i
const BAD_TOKEN = /invalid|expired/i

/** What an answer of an accepted status means. The vendor's own words stay out: they may speak of guests. */
export function refusalOf(operation: string): (response: HttpResponse) => Error | undefined {
  return ({ status, headers, body }) => {
    const requestId = headers['request-id']?.slice(0, 64) ?? null
    const error = (...[code, message]: ConstructorParameters<typeof PmsIntegrationError>) =>
      new PmsIntegrationError(code, message, { details: { status, operation, requestId } })
    if (status === 400) return error('PROVIDER_REJECTED', `The PMS refused the request to ${operation}.`)
    if (status === 408) return error('PROVIDER_TIMEOUT', `The PMS took too long to answer ${operation}.`)
    if (status !== 401) return undefined
    const message = messageOf(body)
    if (BAD_TOKEN.test(message) || !NO_PERMISSION.test(message))
      return error('PROVIDER_UNAUTHORIZED', 'The PMS refused the client token or the access token.')
    return error('PROVIDER_FORBIDDEN', `The PMS does not allow ${operation} with this access token.`)
  }
}

/** What the vendor says to whoever asked; it may speak of guests. */
export function messageOf(body: string): string {
  try {
    return refusal.parse(JSON.parse(body)).Message ?? ''
  } catch {
    return ''
  }
}

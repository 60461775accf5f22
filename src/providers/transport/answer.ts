import { ERROR_CODES, type ErrorCode, PmsIntegrationError } from '../../errors.ts'
import type { HttpRequest, HttpResponse } from './http.ts'
import { retryAfterMs } from './retry-after.ts'

const RETRYABLE_STATUS: ReadonlySet<number> = new Set([429, 500, 502, 503, 504])

/** The error that an answer is, if it is one. What it says never holds query values, headers or bodies. */
export function errorOf(request: HttpRequest, response: HttpResponse, now: Date): Error | undefined {
  const { status } = response
  if ((status >= 200 && status < 300) || request.accept?.includes(status)) return request.inspect?.(response, now)
  const waitMs = retryAfterMs(response, now)
  const code = codeOf(status)
  const message = `${ERROR_CODES[code].meaning} (${describe(request)} answered ${status}${hintOf(status)})`
  return new PmsIntegrationError(code, message, {
    retryable: RETRYABLE_STATUS.has(status),
    details: { status },
    ...(waitMs !== null && { retryAfterMs: waitMs }),
  })
}

function codeOf(status: number): ErrorCode {
  if (status === 401) return 'PROVIDER_UNAUTHORIZED'
  if (status === 403) return 'PROVIDER_FORBIDDEN'
  if (status === 429) return 'PROVIDER_RATE_LIMITED'
  if (status >= 500) return 'PROVIDER_UNAVAILABLE'
  return status >= 400 ? 'PROVIDER_REJECTED' : 'PROVIDER_BAD_RESPONSE'
}

const hintOf = (status: number) => (status >= 300 && status < 400 ? '; redirects are not followed' : '')

/** `GET api.example.com/v1/bookings`: enough to find the call, nothing secret or personal. */
export function describe({ method, url }: HttpRequest): string {
  const { host, pathname } = new URL(url)
  return `${method} ${host}${pathname}`
}

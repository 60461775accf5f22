import type { HttpResponse } from './http.ts'

/**
 * How long the vendor asks to wait, in milliseconds; null when it does not say or says nothing usable. Reads seconds and
 * HTTP dates; a date is compared with the answer's own `Date`, so that clocks need not agree.
 */
export function retryAfterMs({ headers }: HttpResponse, now: Date): number | null {
  const value = headers['retry-after']?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(value)) return positive(Number(value) * 1000)
  const until = Date.parse(value)
  const sentAt = Date.parse(headers.date ?? '')
  return positive(until - (Number.isNaN(sentAt) ? now.getTime() : sentAt))
}

const positive = (ms: number) => (ms > 0 && Number.isFinite(ms) ? ms : null)

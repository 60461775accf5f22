import type { HttpResponse } from './http.ts'

/**
 * The longest wait that a vendor can ask for. Whoever says more means something else, or has a bug; and a wait that ends
 * after a person has left the desk is one that nobody notices.
 */
export const LONGEST_WAIT_MS = 3_600_000

/** Seconds that are no wait but a point in time: nobody asks for decades. */
const NEAR_NOW_MS = 366 * 86_400_000

/**
 * How long the vendor asks to wait, in milliseconds, at most an hour; null when it does not say or says nothing usable. A
 * date is compared with the answer's own `Date`, so that clocks need not agree.
 */
export function retryAfterMs({ headers }: HttpResponse, now: Date): number | null {
  const sentAt = Date.parse(headers.date ?? '')
  return dictatedWaitMs(headers['retry-after'], 1_000, Number.isNaN(sentAt) ? now.getTime() : sentAt)
}

/**
 * Reads a wait as vendors write them: a number of `unitMs`, a point in time in seconds or milliseconds since 1970, or a
 * date.
 */
export function dictatedWaitMs(value: unknown, unitMs: number, nowMs: number): number | null {
  const text = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''
  if (!/^\d+(\.\d+)?(e\+?\d+)?$/.test(text)) return capped(Date.parse(text) - nowMs)
  const number = Number(text)
  const instantMs = [number * 1_000, number].find((ms) => Math.abs(ms - nowMs) < NEAR_NOW_MS)
  return capped(instantMs === undefined ? number * unitMs : instantMs - nowMs)
}

const capped = (ms: number) => (ms > 0 ? Math.min(ms, LONGEST_WAIT_MS) : null)

import { setTimeout as delay } from 'node:timers/promises'

const OUTAGE_MS = 60_000
const NETWORK_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')

/** The database cannot be reached or is stopping or starting; the statement may succeed later. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error)
  // 08 connection, 57P admin shutdown and start-up, 53300 too many connections, 40 serialisation and deadlock
  if (/^(08|57P|53300|40)/.test(code) || NETWORK_CODES.has(code)) return true
  return (
    error instanceof Error && /Connection terminated|connection timeout|Client has encountered/i.test(error.message)
  )
}

/** A value that no column holds: a text with a NUL, a day before the year 1. */
export function isImpossibleValue(error: unknown): boolean {
  return /^22[0-9A-Z]{3}$/.test(codeOf(error))
}

/** The database refused a value: class 22 data exception, 23 integrity constraint, 54 limit exceeded. */
export function isDataError(error: unknown): boolean {
  return /^(22|23|54)[0-9A-Z]{3}$/.test(codeOf(error))
}

/** A row broke this unique constraint or index. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return codeOf(error) === '23505' && (error as { constraint?: string }).constraint === constraint
}

/** Waits for a database that is away, for up to a minute; everything else is thrown at once. */
export async function retryOutage<T>(work: () => Promise<T>): Promise<T> {
  const givenUpAt = performance.now() + OUTAGE_MS
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 2_000)) {
    try {
      return await work()
    } catch (error) {
      if (!isOutage(error) || performance.now() > givenUpAt) throw error
      await delay(waitMs)
    }
  }
}

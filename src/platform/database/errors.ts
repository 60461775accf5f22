import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { ERROR_CODES, PmsIntegrationError } from '../../errors.ts'

/** Less than the lease of a run: longer than that, whoever waits has lost it. */
const PATIENCE_MS = 10_000
const RETRY_AFTER_MS = 5_000

/**
 * The database cannot be reached, is stopping or starting, or did not answer in time: what was asked may succeed later, and
 * is nobody's mistake. Everything that is asked of the database fails with this then, and with nothing else.
 */
export class DatabaseUnavailable extends PmsIntegrationError {
  constructor(cause: unknown) {
    super('SERVICE_UNAVAILABLE', ERROR_CODES.SERVICE_UNAVAILABLE.meaning, { retryAfterMs: RETRY_AFTER_MS, cause })
  }
}

/** An outage of our own: no run fails on it, no try is counted, and callers are asked to come again. */
export const isOutage = (error: unknown): error is DatabaseUnavailable => error instanceof DatabaseUnavailable

/**
 * 08 connection · 40 serialisation and deadlock · 53 out of connections, memory or disk · 57P shut down or starting · 58 of
 * the machine · a transaction that was left alone · a standby that took over and does not write yet · a statement that took
 * too long.
 */
const OUTAGE_STATES = /^(08|40|53|57P|58)|^(25P03|25006|57014)$/
/** What the driver says without a code. */
const OUTAGE_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Cannot use a pool after)|not queryable/

/** What a connection or statement failed with, by the name that it has here. */
export function named(error: unknown): unknown {
  if (isOutage(error)) return error
  return isOutageOfDriver(error) ? new DatabaseUnavailable(error) : error
}

function isOutageOfDriver(error: unknown): boolean {
  const code = codeOf(error)
  if (isOfServer(error)) return OUTAGE_STATES.test(code) && !isMalformed(error)
  // The operating system's codes; those of Node itself, such as ERR_INVALID_ARG_TYPE, are mistakes of ours.
  if (/^E(?!RR_)[A-Z_0-9]+$/.test(code)) return true
  return error instanceof Error && OUTAGE_MESSAGES.test(error.message)
}

/** Also where MikroORM has wrapped it, which copies the fields. */
const isOfServer = (error: unknown) =>
  error instanceof pg.DatabaseError || typeof (error as { severity?: unknown } | null)?.severity === 'string'

const codeOf = (error: unknown) => String((error as { code?: unknown } | null)?.code ?? '')

/**
 * The server could not read a parameter of a statement, as when a text has a NUL. Its code is one of connections all the
 * same; a pooler that gives up has it too, but ends the connection.
 */
const isMalformed = (error: unknown) =>
  codeOf(error) === '08P01' && (error as { severity?: unknown }).severity === 'ERROR'

/** A value that no column holds: a text with a NUL, a day before the year 1. */
export function isImpossibleValue(error: unknown): boolean {
  return /^22[0-9A-Z]{3}$/.test(codeOf(error)) || isMalformed(error)
}

/** The database refused a value: class 22 data exception, 23 integrity constraint, 54 limit exceeded. */
export function isDataError(error: unknown): boolean {
  return /^(22|23|54)[0-9A-Z]{3}$/.test(codeOf(error))
}

/** A row broke this unique constraint or index. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  return codeOf(error) === '23505' && (error as { constraint?: string }).constraint === constraint
}

/**
 * Waits for a database that is away, for as long as a lease unless told otherwise, but not while the process ends; everything
 * else is thrown at once.
 */
export async function retryOutage<T>(
  work: () => Promise<T>,
  patienceMs = PATIENCE_MS,
  shutdown?: AbortSignal,
): Promise<T> {
  const givenUpAt = performance.now() + patienceMs
  for (let waitMs = 100; ; waitMs = Math.min(waitMs * 2, 1_000)) {
    try {
      return await work()
    } catch (error) {
      if (!isOutage(error) || performance.now() > givenUpAt || shutdown?.aborted) throw error
      await delay(waitMs)
    }
  }
}

interface WarnLog {
  warn(fields: object, message: string): void
}

interface OutageLogOptions {
  /** What had trouble; begins every line. */
  subject: string
  everyMs?: number
  /** Milliseconds of a clock that never jumps. */
  now?: () => number
}

const MAX_KINDS = 100

export type ReportTrouble = (error: unknown) => void

/**
 * Reports trouble that repeats until it is over, such as a lost connection: each kind of error at most once per `everyMs`,
 * with how many lines it stood for, so that an outage does not flood the log.
 */
export function createOutageLog(
  log: WarnLog,
  { subject, everyMs = 30_000, now = () => performance.now() }: OutageLogOptions,
): ReportTrouble {
  const kinds = new Map<string, { quietUntil: number; repeated: number }>()
  return (error) => {
    const code = codeOf(error)
    const reason = reasonOf(error)
    const kind = code ?? reason
    const seen = kinds.get(kind)
    if (seen && now() < seen.quietUntil) {
      seen.repeated++
      return
    }
    if (kinds.size >= MAX_KINDS) kinds.clear()
    kinds.set(kind, { quietUntil: now() + everyMs, repeated: 0 })
    // Networks and stores give a code; anything else may be a bug, and then its stack is wanted.
    const facts = code === undefined ? { err: error } : { code }
    log.warn({ ...facts, repeated: seen?.repeated ?? 0 }, `${subject}: ${reason}`)
  }
}

/** The message alone: drivers hang commands with their arguments on their errors, passwords too. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  // A name with several addresses fails with an AggregateError, whose own message is empty.
  const cause = error instanceof AggregateError ? error.errors[0] : error.cause
  return error.message || (cause ? reasonOf(cause) : error.name)
}

function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  return typeof code === 'string' ? code : undefined
}

import { type DestinationStream, type LogFn, type LoggerOptions, type Logger as PinoLogger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'
import { loggedCause } from './cause.ts'
import type { Config } from './config.ts'
import { describeError, REDACTED_BINDINGS, redact, redactText } from './redaction.ts'

/** Structured logs: fields first, then a message in plain words. Secrets and guests' data are taken out on the way. */
export type Logger = PinoLogger

/**
 * @param destination where the lines go. A command whose result is its output on stdout logs to stderr.
 */
export function createLogger(
  { level, format }: Config['log'],
  destination: DestinationStream = process.stdout,
): Logger {
  const options: LoggerOptions = {
    level,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }), log: redact },
    serializers: { msg: redactText, err: (value) => (value instanceof Error ? describeError(value) : value) },
    redact: { paths: [...REDACTED_BINDINGS], censor: '[redacted]' },
    mixin: (_line, _level, logger) => causeBeside(logger as PinoLogger),
    hooks: { logMethod: logErrorByItsDescription },
  }
  return pino(options, format === 'pretty' ? readable(destination) : destination)
}

/** Of what is being done, whatever the logger does not say already. */
function causeBeside(logger: PinoLogger): object {
  const cause = Object.entries(loggedCause())
  if (cause.length === 0) return {}
  const bound = logger.bindings()
  return Object.fromEntries(cause.filter(([name]) => !(name in bound)))
}

/** `log.error(error)` would use the error's own message, which may quote a row. */
function logErrorByItsDescription(this: PinoLogger, args: Parameters<LogFn>, method: LogFn): void {
  const [first, message]: readonly unknown[] = args
  if (first instanceof Error) method.call(this, { err: first }, String(message ?? describeError(first).message))
  else method.apply(this, args)
}

/** One line an event, for a person at a terminal. */
function readable(destination: DestinationStream): DestinationStream {
  const format = prettyFactory({
    colorize: 'isTTY' in destination && destination.isTTY === true,
    singleLine: true,
    translateTime: 'SYS:HH:MM:ss',
    ignore: 'pid',
  })
  return { write: (line) => destination.write(String(format(line))) }
}

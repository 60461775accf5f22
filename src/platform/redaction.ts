import { maskCardNumbers } from '../records/text/card-number.ts'
import { isSecretKey } from '../records/text/secret-key.ts'

const CENSOR = '[redacted]'
const MAX_DEPTH = 6
const MAX_ITEMS = 50
const MAX_TEXT_CHARS = 4_000

// Compared in lower case and without punctuation, like secret names. Vendors' own items are unknown territory: whole.
const PERSONAL =
  /(email|emailaddress|phone|phonenumber|mobile|telephone|(first|last|middle|given|family|full|guest|sur|maiden)name|dateofbirth|birth(date|day)|passport(number|no)?|documentnumber|nationalid|street|addressline\d?|postaladdress)$|^(credentials|notes|preferences|raw|rawitem|rawpayload|rawbody|body|variables)$/

const PATTERNS: readonly (readonly [pattern: RegExp, replacement: string])[] = [
  [/(\w{1,20}:\/\/)[^\s/@]*:[^\s/@]*@/g, '$1[redacted]@'],
  [/\b(bearer|basic) +(?=\S*[\d=.])[\w.~+/=-]{8,}/gi, '$1 [redacted]'],
  [/\beyJ[\w-]{5,}\.[\w-]+\.[\w-]*/g, '[token]'],
  [/[^\s@"'<>()[\]=:,;/]{1,64}@[^\s@"'<>(),;]+\.[a-z]{2,}/gi, '[email]'],
]

/**
 * Names for pino's own `redact`, which covers what the bindings of a child logger hold; everything else goes through
 * {@link redact}.
 */
export const REDACTED_BINDINGS = [
  ...[
    'authorization',
    'cookie',
    'credentials',
    'password',
    'secret',
    'token',
    'accessToken',
    'apiKey',
    'webhookSecret',
  ],
  ...['email', 'guestEmail', 'guestName', 'firstName', 'lastName', 'phone'],
]

/** A copy of log fields without secrets, guests' personal data and card numbers, at any depth. */
export function redact(fields: object): Record<string, unknown> {
  return redactObject(fields, 0)
}

/** Text that a log may show: no card numbers, mail addresses, tokens, nor passwords inside of URLs. */
export function redactText(text: string): string {
  const short = text.length > MAX_TEXT_CHARS ? `${text.slice(0, MAX_TEXT_CHARS)}…` : text
  return PATTERNS.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), maskCardNumbers(short))
}

/** What a log says about an error. Only known parts: libraries hang requests and rows on their errors. */
export function describeError(error: Error, depth = 0): Record<string, unknown> {
  const { code, statusCode, field, constraint, table } = error as Error & Record<string, unknown>
  const message = redactText(isFromDatabase(code) ? withoutValues(error.message) : error.message)
  return {
    type: error.name,
    message,
    ...redactObject({ code, statusCode, field, constraint, table }, depth),
    stack: stackOf(error, message),
    ...(error.cause instanceof Error && depth < MAX_DEPTH ? { cause: describeError(error.cause, depth + 1) } : {}),
  }
}

function redactObject(fields: object, depth: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => [key, isPrivate(key) && value !== null ? CENSOR : redactValue(value, depth)]),
  )
}

function redactValue(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return redactText(value)
  if (typeof value === 'bigint') return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (value instanceof Error) return describeError(value, depth + 1)
  if ('toJSON' in value && typeof value.toJSON === 'function') return redactJson(value.toJSON(), depth)
  if (depth >= MAX_DEPTH) return '[deep]'
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map((item) => redactValue(item, depth + 1))
  return redactObject(value, depth + 1)
}

function redactJson(json: unknown, depth: number): unknown {
  return depth >= MAX_DEPTH ? '[deep]' : redactValue(json, depth + 1)
}

function isPrivate(key: string): boolean {
  return isSecretKey(key) || PERSONAL.test(key.toLowerCase().replace(/[^a-z0-9]/g, ''))
}

/** An SQLSTATE: the message may quote what was in the row. */
function isFromDatabase(code: unknown): boolean {
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)
}

/** The ORM puts the statement with its values first; PostgreSQL puts values in quotes. */
function withoutValues(message: string): string {
  return (message.split(' - ').at(-1) ?? '').replace(/"[^"]*"/g, '"…"')
}

/** The frames alone under the message that may be shown. */
function stackOf(error: Error, message: string): string {
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  return [`${error.name}: ${message}`, ...frames].join('\n')
}

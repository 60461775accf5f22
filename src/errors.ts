/**
 * The closed list of error codes. Every error that leaves this service — GraphQL, REST, CLI, sync log, failure row —
 * carries one of them; clients may branch on a code, never on a message.
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: { status: 400, meaning: 'An argument is invalid; `field` names it.' },
  GRAPHQL_PARSE_FAILED: { status: 400, meaning: 'The GraphQL document has a syntax error.' },
  GRAPHQL_VALIDATION_FAILED: { status: 400, meaning: 'The GraphQL document does not fit the schema.' },
  OPERATION_TOO_LARGE: {
    status: 400,
    meaning: 'The operation is too deep, too wide or too costly; the message says what is allowed.',
  },
  PERSISTED_QUERY_NOT_FOUND: {
    // Not an error of the protocol: the client is expected to send the text next.
    status: 200,
    meaning: 'No document has been sent for this hash yet; send its text together with the hash.',
  },
  OPERATION_NOT_TRUSTED: { status: 403, meaning: 'Only documents that the service was started with are executed.' },
  UNKNOWN_PROVIDER: { status: 400, meaning: 'No provider is registered under this key.' },
  UNSUPPORTED_CAPABILITY: { status: 400, meaning: 'The provider cannot do this (see its capabilities).' },
  UNAUTHENTICATED: { status: 401, meaning: 'No bearer token, or one that is invalid or expired.' },
  FORBIDDEN: { status: 403, meaning: 'The token lacks the required permission.' },
  NOT_FOUND: { status: 404, meaning: 'Does not exist, or belongs to a hotel that the token does not cover.' },
  VERSION_CONFLICT: { status: 409, meaning: 'Somebody else has changed it since it was read; read it again.' },
  CONFIGURATION_DISABLED: { status: 409, meaning: 'The configuration of this hotel and provider is paused.' },
  WRITES_DISABLED: {
    status: 409,
    meaning: 'This hotel does not allow this change at its PMS; see `actions` of the configuration.',
  },
  STALE_EXPECTED: {
    status: 409,
    meaning: 'It is not as the caller believed it to be; `field` names the first difference. Nothing was recorded.',
  },
  TRANSITION_REFUSED: { status: 409, meaning: 'The status of the booking does not allow this.' },
  OVERTAKEN: { status: 409, meaning: 'The booking is further along at the PMS than what was wanted.' },
  AMBIGUOUS_TARGET: { status: 409, meaning: 'The booking has several rooms at the PMS; it has to be changed there.' },
  TARGET_GONE: { status: 409, meaning: 'The PMS no longer has what was to be changed.' },
  TARGET_LOCKED: { status: 409, meaning: 'Somebody at the PMS keeps it from being changed.' },
  ACCOUNT_CHANGED: { status: 409, meaning: 'The hotel is connected to another account than the change was meant for.' },
  PREVIEW_OUTDATED: { status: 409, meaning: 'The PMS has moved on since it was shown; look again.' },
  CHANGE_NOT_OPEN: { status: 409, meaning: 'The change has been sent or has ended, and can no longer be taken back.' },
  CHANGE_SET_STATE: { status: 409, meaning: 'The change set does not stand where this can be done.' },
  TOO_MANY_REFUSED: {
    status: 409,
    meaning: 'More of a change set was refused than it may be; what is left of it was not sent.',
  },
  TOO_MANY_SETS: { status: 409, meaning: 'The hotel has too many change sets that were not run.' },
  TOO_MANY_ITEMS: {
    status: 400,
    meaning: 'A change set has at most 10,000 items; the message says how many there were.',
  },
  SYNC_ALREADY_RUNNING: {
    status: 409,
    meaning: 'A sync of this hotel, provider and entity is active; `syncLogId` names it.',
  },
  SYNC_NOT_ACTIVE: { status: 409, meaning: 'The sync has ended and can no longer be cancelled.' },
  SYNC_LEASE_LOST: { status: 409, meaning: 'Another worker has taken the sync over.' },
  SYNC_CANCELLED: { status: 409, meaning: 'The sync was cancelled by a person or a shutdown.' },
  SYNC_STALLED: { status: 504, meaning: 'The sync was ended, since it made no progress for too long.' },
  SYNC_INTERRUPTED: {
    status: 503,
    meaning: 'The process that ran the sync stopped too often; the checkpoint is kept.',
  },
  CREDENTIALS_UNREADABLE: {
    status: 500,
    meaning: 'The stored credentials cannot be decrypted with the configured keys.',
  },
  RECORD_INVALID: {
    status: 422,
    meaning: 'An item from the PMS is invalid; `path` names the field.',
  },
  RECORD_REJECTED: { status: 422, meaning: 'The database rejected an item; it is kept as a failure.' },
  PROVIDER_UNAUTHORIZED: { status: 502, meaning: 'The PMS refused the credentials.' },
  PROVIDER_FORBIDDEN: {
    status: 502,
    meaning: 'The credentials are valid but not allowed for this operation or property.',
  },
  PROVIDER_RATE_LIMITED: { status: 503, meaning: 'The rate limit of the PMS is used up for longer than a sync waits.' },
  PROVIDER_UNAVAILABLE: { status: 502, meaning: 'The PMS cannot be reached or answers with a server error.' },
  PROVIDER_TIMEOUT: { status: 504, meaning: 'The PMS did not answer in time.' },
  PROVIDER_REJECTED: { status: 502, meaning: 'The PMS refused the request.' },
  PROVIDER_BAD_RESPONSE: { status: 502, meaning: 'The PMS sent a response that its API does not allow.' },
  PROVIDER_CURSOR_INVALID: {
    status: 502,
    meaning: 'The PMS no longer knows the page that the sync wanted to continue from.',
  },
  OUTBOUND_URL_REFUSED: { status: 400, meaning: 'This service is not allowed to call the address.' },
  PAYLOAD_TOO_LARGE: { status: 413, meaning: 'The request body is larger than allowed.' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, meaning: 'The content type of the request is not supported.' },
  METHOD_NOT_ALLOWED: { status: 405, meaning: 'The path exists, but not for this HTTP method.' },
  TOO_MANY_REQUESTS: { status: 429, meaning: 'Too many requests; `Retry-After` says when to try again.' },
  SERVICE_UNAVAILABLE: { status: 503, meaning: 'The database or the queue is not available; try again.' },
  CONFIGURATION_INVALID: {
    status: 500,
    meaning: 'The service is configured wrongly; the message names the variable.',
  },
  INTERNAL_SERVER_ERROR: {
    status: 500,
    meaning: 'Unexpected error in this service. The request id finds it in the log.',
  },
} as const satisfies Record<string, { status: number; meaning: string }>

export type ErrorCode = keyof typeof ERROR_CODES

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'PROVIDER_RATE_LIMITED',
  'PROVIDER_UNAVAILABLE',
  'PROVIDER_TIMEOUT',
  'SERVICE_UNAVAILABLE',
])

export interface PmsIntegrationErrorOptions {
  /** The argument or record field at fault, as a dotted path. */
  field?: string
  /** Whether trying again unchanged may succeed. Defaults to what the code implies. */
  retryable?: boolean
  /** How long the other side asked to wait, in milliseconds. */
  retryAfterMs?: number
  /**
   * Of a request that leaves once: whether the other side may have acted on it. False when nothing left, and when the
   * answer was a refusal.
   */
  sent?: boolean
  /** Safe facts for clients (ids of the caller's own things, limits); never secrets or guest data. */
  details?: Readonly<Record<string, string | number | boolean | null>>
  cause?: unknown
}

/** The one error class of the service: a stable code, an HTTP status and whether a retry makes sense. */
export class PmsIntegrationError extends Error {
  override readonly name = 'PmsIntegrationError'
  readonly code: ErrorCode
  readonly statusCode: number
  readonly retryable: boolean
  readonly retryAfterMs: number | undefined
  readonly field: string | undefined
  /** See {@link PmsIntegrationErrorOptions.sent}; undefined where nothing was to leave once. */
  readonly sent: boolean | undefined
  readonly details: Readonly<Record<string, string | number | boolean | null>>

  constructor(code: ErrorCode, message: string, options: PmsIntegrationErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.code = code
    this.statusCode = ERROR_CODES[code].status
    this.retryable = options.retryable ?? RETRYABLE.has(code)
    this.retryAfterMs = options.retryAfterMs
    this.field = options.field
    this.sent = options.sent
    this.details = options.details ?? {}
  }
}

/** Turns anything thrown into a `PmsIntegrationError`; what is not one already is a bug of ours and keeps its cause. */
export function toPmsError(thrown: unknown): PmsIntegrationError {
  if (thrown instanceof PmsIntegrationError) return thrown
  return new PmsIntegrationError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.', { cause: thrown })
}

/** For unknown paths and webhook keys alike, so that an answer gives no hint which of the two it was. */
export function addressNotFound(): PmsIntegrationError {
  return new PmsIntegrationError('NOT_FOUND', 'There is no such address.')
}

/** Shorthand for the most frequent one. */
export function badUserInput(field: string, message: string): PmsIntegrationError {
  return new PmsIntegrationError('BAD_USER_INPUT', message, { field })
}

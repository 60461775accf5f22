import type { z } from 'zod'

/**
 * One HTTP request to a vendor. Everything that must be right for every vendor happens behind this door: address
 * check, timeout, rate budget, circuit breaker, retries with backoff and `Retry-After`, and typed errors.
 */
export interface HttpClient {
  /** @throws PmsIntegrationError with a `PROVIDER_…` code once retries are spent, or at once where none makes sense. */
  send(request: HttpRequest): Promise<HttpResponse>
}

export interface HttpRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Absolute. */
  readonly url: string
  readonly headers?: Readonly<Record<string, string>>
  /** Already encoded. */
  readonly body?: string
  /** Statuses that are an answer and not an error, beside 2xx. */
  readonly accept?: readonly number[]
  /**
   * Looks at an answer of an accepted status and returns the error that it really is, for vendors that say 200 and mean
   * failure. A retryable error is retried like any other.
   */
  readonly inspect?: (response: HttpResponse, now: Date) => Error | undefined
  /**
   * Looks at an answer and says in how many milliseconds to ask again; null takes it as it is. For vendors that prepare
   * an answer and say "not yet" until it is ready. Beyond the limit of the request it ends in PROVIDER_TIMEOUT.
   */
  readonly pending?: (response: HttpResponse) => number | null
  /**
   * A command: it waits for allowance, circuit and 429 like any request, and nothing is repeated after its first byte. Its
   * errors say by `sent` whether the vendor may have acted.
   */
  readonly once?: boolean
  /** For one request, connect to last byte. Defaults to 30 s. */
  readonly timeoutMs?: number
}

export interface HttpResponse {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** Parses a body as JSON and holds it against a schema. Shared by all JSON transports. */
export type JsonReader = <T extends z.ZodType>(response: HttpResponse, schema: T) => z.output<T>

/** What the engine is told while a request waits for the vendor's allowance, so that progress can say so. */
export interface WaitNotice {
  readonly reason: 'RATE_BUDGET' | 'RETRY_AFTER' | 'BACKOFF' | 'CIRCUIT_OPEN' | 'PENDING'
  readonly until: Date
}

/** What a caller may take of an allowance: a slot while fewer than `requests` were taken in any window of `perMs`, by anybody. */
export interface Rate {
  readonly requests: number
  readonly perMs: number
  /** The caller is a set: and fewer than so many were taken by sets. */
  readonly ofSets?: number
}

/**
 * The vendor's allowance, shared by all workers that use the same credential.
 * Implementations: in memory (tests, single process) and in the database.
 */
export interface RateBudget {
  /**
   * Takes one slot if there is one now. Otherwise says when to ask again, and takes nothing.
   * @param key provider, credential fingerprint and host
   */
  take(key: string, rate: Rate): Promise<{ granted: true } | { granted: false; retryAt: Date }>
  /** The vendor said 429: nobody sends before `until`. */
  pause(key: string, until: Date): Promise<void>
}

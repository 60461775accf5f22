import { PmsIntegrationError } from '../../errors.ts'
import type { Clock, ProviderLogger } from '../provider.ts'
import { describe, errorOf } from './answer.ts'
import { backoffMs, type Delay, MAX_RETRIES, realDelay } from './backoff.ts'
import type { CircuitBreaker } from './circuit-breaker.ts'
import type { HttpClient, HttpRequest, HttpResponse, Rate, RateBudget, WaitNotice } from './http.ts'
import { rateOfTry } from './lanes.ts'
import { AnswerTooLarge } from './large-answers/answer-too-large.ts'
import { mayHaveActed, withSent } from './leave-once.ts'
import { Parked, type Parking } from './parked.ts'
import { LONGEST_WAIT_MS } from './retry-after.ts'
import { createSingleRequest, type RequestTrace, type SingleRequest } from './single-request.ts'
import { createWaitBudget, type WaitBudget } from './wait-budget.ts'

export interface HttpClientOptions {
  readonly rate: Rate
  /** Takes of the allowance what others leave, see `lastRate`. */
  readonly goesLast?: boolean
  readonly budget: RateBudget
  /** Provider and credential, see `credentialFingerprint`; the host of each request is added to it. */
  readonly budgetKey: string
  readonly breaker: CircuitBreaker
  readonly clock: Clock
  /** Ends every request and every wait at once, with its reason. */
  readonly signal: AbortSignal
  readonly log: ProviderLogger
  readonly onWait?: (notice: WaitNotice) => void
  /** Told of every exchange with the vendor: how it went and how long it took. */
  readonly onExchange?: (exchange: Exchange) => void
  /**
   * How long one request may wait for the vendor's allowance, `Retry-After`, an open circuit and an answer that is not
   * ready, together. Defaults to 5 min; small where a person waits for the answer.
   */
  readonly maxWaitMs?: number
  /** Longest that any exchange may take, whatever its request says. Defaults to what the request says. */
  readonly timeoutMs?: number
  /**
   * Called when a request that leaves `once` may leave, right before its first byte. What it throws keeps the request here.
   */
  readonly onLeaving?: () => Promise<void>
  /** Of requests that failed. Defaults to 3. */
  readonly maxRetries?: number
  readonly parking?: Parking | null
  /** See `SingleRequestOptions`. */
  readonly allowPrivateNetwork?: boolean
  readonly singleRequest?: SingleRequest
  readonly delay?: Delay
  readonly random?: () => number
}

export interface Exchange {
  /** What it failed with; null when the answer is a good one. */
  readonly code: string | null
  readonly durationMs: number
  readonly method: string
  readonly host: string
  /** Null when no answer came. */
  readonly status: number | null
}

const TIMEOUT_MS = 30_000
const MAX_WAIT_MS = 300_000
/** A 429 that does not say how long to wait. */
const MIN_PAUSE_MS = 1_000

type Client = Required<Omit<HttpClientOptions, 'allowPrivateNetwork'>>

/** The one way to a vendor. See {@link HttpClient} for what it takes care of. */
export function createHttpClient(options: HttpClientOptions): HttpClient {
  const client: Client = {
    goesLast: false,
    onWait: () => {},
    onExchange: () => {},
    onLeaving: async () => {},
    maxWaitMs: MAX_WAIT_MS,
    timeoutMs: Number.POSITIVE_INFINITY,
    maxRetries: MAX_RETRIES,
    parking: null,
    singleRequest: createSingleRequest({ allowPrivateNetwork: options.allowPrivateNetwork ?? false }),
    delay: realDelay,
    random: Math.random,
    ...options,
  }
  return { send: (request) => (request.once ? sendOnce(client, request) : send(client, request)) }
}

/** Whatever does not say otherwise kept the request from leaving. */
async function sendOnce(client: Client, request: HttpRequest): Promise<HttpResponse> {
  try {
    return await send(client, request)
  } catch (error) {
    throw withSent(error, false)
  }
}

async function leave({ onLeaving, breaker }: Client): Promise<void> {
  try {
    await onLeaving()
  } catch (error) {
    breaker.abandoned()
    throw error
  }
}

async function send(client: Client, request: HttpRequest): Promise<HttpResponse> {
  const waitBudget = createWaitBudget(client)
  let retries = client.parking?.retries() ?? 0
  let throttled = 0
  while (true) {
    client.parking?.asking()
    await admit(client, request, waitBudget)
    if (request.once) await leave(client)
    const outcome = await attempt(client, request)
    if (!(outcome instanceof Error)) {
      const pendingMs = request.once ? null : (request.pending?.(outcome) ?? null)
      await client.parking?.answered()
      if (pendingMs === null) return outcome
      await waitBudget.wait('PENDING', Math.min(pendingMs, LONGEST_WAIT_MS), notReady(request))
      retries = 0 // the vendor is up: what failed before is over
      continue
    }
    if (!(outcome instanceof PmsIntegrationError) || !outcome.retryable) throw outcome
    client.log.warn({ code: outcome.code, retries, throttled }, outcome.message)
    if (request.once && outcome.sent) throw outcome
    if (outcome.code === 'PROVIDER_RATE_LIMITED') await slowDown(client, request, waitBudget, outcome, throttled++)
    else if (retries >= client.maxRetries) throw outcome
    // It has held its place for long enough.
    else if (outcome.code === 'PROVIDER_TIMEOUT' && client.parking !== null)
      throw parkedTimeout(client, outcome, retries)
    else await backOff(client, waitBudget, outcome, retries++)
  }
}

/** Waits until the circuit is closed and the vendor's allowance has a slot. */
async function admit(
  { breaker, budget, budgetKey, rate, goesLast, clock }: Client,
  request: HttpRequest,
  waitBudget: WaitBudget,
) {
  for (let retryAt = await breaker.enter(); retryAt !== null; retryAt = await breaker.enter()) {
    const waitMs = retryAt.getTime() - clock.now().getTime()
    const error = new PmsIntegrationError('PROVIDER_UNAVAILABLE', `${describe(request)} failed too often lately`, {
      retryAfterMs: waitMs,
    })
    await waitBudget.wait('CIRCUIT_OPEN', waitMs, error)
  }
  const key = keyAt(budgetKey, request)
  try {
    for (let nth = 1; ; nth++) {
      const slot = await budget.take(key, rateOfTry(rate, goesLast, nth))
      if (slot.granted) return
      const waitMs = slot.retryAt.getTime() - clock.now().getTime()
      await waitBudget.wait('RATE_BUDGET', waitMs, rateLimited(request, waitMs))
    }
  } catch (error) {
    breaker.abandoned()
    throw error
  }
}

/** One request, told to the circuit breaker. Returns errors that are the vendor's, throws the caller's own. */
async function attempt(client: Client, request: HttpRequest): Promise<HttpResponse | Error> {
  const { breaker, signal, clock, log, onExchange } = client
  const startedAt = performance.now()
  const trace = { hasLeft: true }
  const outcome = await requestInTime(client, request, trace).catch((error: unknown) => {
    breaker.abandoned()
    const reason = signal.aborted ? signal.reason : error
    throw request.once ? withSent(reason, trace.hasLeft) : reason
  })
  const failure = outcome instanceof Error ? outcome : errorOf(request, outcome, clock.now())
  const error = failure && request.once ? asLeft(failure, outcome, trace) : failure
  const elapsedMs = performance.now() - startedAt
  const { host, pathname } = new URL(request.url)
  const status = outcome instanceof Error ? null : outcome.status
  const code = error instanceof PmsIntegrationError ? error.code : null
  onExchange({ code, durationMs: elapsedMs, method: request.method, host, status })
  await report(breaker, error)
  const durationMs = Math.round(elapsedMs)
  log.debug({ method: request.method, host, path: pathname, status, durationMs }, 'Request to the PMS')
  return error ?? outcome
}

const asLeft = (failure: Error, outcome: HttpResponse | Error, { hasLeft }: RequestTrace) =>
  withSent(failure, outcome instanceof Error ? hasLeft : mayHaveActed(failure)) as Error

async function requestInTime(
  { singleRequest, signal, timeoutMs: longestMs, parking }: Client,
  request: HttpRequest,
  trace: RequestTrace,
): Promise<HttpResponse | Error> {
  const timeoutMs = Math.min(request.timeoutMs ?? TIMEOUT_MS, longestMs)
  const timeout = AbortSignal.timeout(timeoutMs)
  try {
    return await singleRequest(request, AbortSignal.any([signal, timeout]), parking?.maxBytes(), trace)
  } catch (error) {
    if (signal.aborted) throw signal.reason
    if (error instanceof AnswerTooLarge) return tooLargeFor(request, error)
    if (error instanceof PmsIntegrationError) return named(request, error)
    if (!timeout.aborted) throw error
    return new PmsIntegrationError('PROVIDER_TIMEOUT', `${describe(request)} took longer than ${timeoutMs} ms`)
  }
}

const tooLargeFor = (request: HttpRequest, { maxBytes, bytes }: AnswerTooLarge) =>
  new AnswerTooLarge(maxBytes, bytes, `The answer to ${describe(request)}`)

/** Says which request it was that failed below HTTP. */
function named(request: HttpRequest, { code, message, cause }: PmsIntegrationError): PmsIntegrationError {
  return code === 'PROVIDER_UNAVAILABLE'
    ? new PmsIntegrationError(code, `${describe(request)}: ${message}`, { cause })
    : new PmsIntegrationError(code, message, { cause })
}

/** Only what says that the vendor is down counts: a refusal or a 429 proves that it is up. */
async function report(breaker: CircuitBreaker, error: Error | undefined): Promise<void> {
  const { code, retryable } = error instanceof PmsIntegrationError ? error : { code: null, retryable: false }
  if (code === 'OUTBOUND_URL_REFUSED') breaker.abandoned()
  else if (retryable && code !== null && code !== 'PROVIDER_RATE_LIMITED') await breaker.failed(code)
  else await breaker.succeeded()
}

/** A 429 is not a failure: it takes no retry, and nobody else with this credential sends before it is over. */
async function slowDown(
  client: Client,
  request: HttpRequest,
  waitBudget: WaitBudget,
  error: PmsIntegrationError,
  throttled: number,
) {
  const { budget, budgetKey, clock, random } = client
  const waitMs = dictated(error) ?? Math.max(backoffMs(throttled, random), MIN_PAUSE_MS)
  await budget.pause(keyAt(budgetKey, request), new Date(clock.now().getTime() + waitMs))
  await waitBudget.wait('RETRY_AFTER', waitMs, withWait(error, waitMs))
}

async function backOff({ random }: Client, waitBudget: WaitBudget, error: PmsIntegrationError, retry: number) {
  const waitMs = dictated(error)
  if (waitMs !== undefined) await waitBudget.wait('RETRY_AFTER', waitMs, error)
  else await waitBudget.wait('BACKOFF', backoffMs(retry, random), error)
}

const parkedTimeout = ({ random }: Client, failure: PmsIntegrationError, retries: number) =>
  new Parked({ reason: 'BACKOFF', waitMs: backoffMs(retries, random), isRetry: true, failure })

/** What one host says about a credential holds for no other: a mistyped address must not stop the right one. */
const keyAt = (budgetKey: string, { url }: HttpRequest) => `${budgetKey}@${new URL(url).host}`

/** Whatever a provider made of its vendor's words, a wait has an end. */
const dictated = ({ retryAfterMs }: PmsIntegrationError) =>
  retryAfterMs === undefined ? undefined : Math.min(retryAfterMs, LONGEST_WAIT_MS)

const rateLimited = (request: HttpRequest, waitMs: number) =>
  new PmsIntegrationError('PROVIDER_RATE_LIMITED', `${describe(request)} has to wait for the allowance of the PMS`, {
    retryAfterMs: waitMs,
  })

const notReady = (request: HttpRequest) =>
  new PmsIntegrationError('PROVIDER_TIMEOUT', `${describe(request)} is still not ready`)

const withWait = ({ code, message, details, sent }: PmsIntegrationError, waitMs: number) =>
  new PmsIntegrationError(code, message, { details, retryAfterMs: waitMs, ...(sent !== undefined && { sent }) })

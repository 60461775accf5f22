import { createHash } from 'node:crypto'
import { addressFields } from './form-fields.ts'
import type {
  Clock,
  NormalizeContext,
  PmsProviderAdapter,
  ProviderContext,
  ProviderHotel,
  ProviderLogger,
  StoredCredentials,
} from './provider.ts'
import { type AccessTokenStore, createAccessTokenStore } from './transport/access-tokens.ts'
import { type CircuitBreakers, createCircuitBreakers } from './transport/circuit-breaker.ts'
import type { Rate, RateBudget } from './transport/http.ts'
import { createHttpClient, type HttpClientOptions } from './transport/http-client.ts'
import { type Lane, setRate, walkRate } from './transport/lanes.ts'
import { createShortMemories, type ShortMemories } from './transport/short-memory.ts'
import { createSocketClient } from './transport/socket/socket.ts'

/** What all runs of a process share, so that one credential has one allowance, one circuit and one token. */
export interface ProviderRuntime {
  readonly clock: Clock
  readonly budget: RateBudget
  readonly breakers: CircuitBreakers
  readonly tokens: AccessTokenStore
  readonly memories: ShortMemories
  /** For development and tests: providers on plain http and private addresses. */
  readonly allowPrivateNetwork?: boolean
}

/** @param options allowances and circuits shared by all processes, or in memory where there is only this one */
export function createProviderRuntime(
  options: Pick<ProviderRuntime, 'clock' | 'budget' | 'allowPrivateNetwork'> &
    Partial<Pick<ProviderRuntime, 'breakers'>>,
): ProviderRuntime {
  const own = { tokens: createAccessTokenStore(options), memories: createShortMemories() }
  return { breakers: createCircuitBreakers(options), ...options, ...own }
}

/**
 * The same for a connection test: it uses the allowance like everybody, but what comes of it stops nobody else. A mistyped
 * address or a busy moment is no news about the runs.
 */
export const trialRuntime = (runtime: ProviderRuntime): ProviderRuntime => ({
  ...runtime,
  budget: { take: (key, rate) => runtime.budget.take(key, rate), pause: async () => {} },
  breakers: createCircuitBreakers(runtime),
})

export interface ProviderContextOptions
  extends ProviderRuntime,
    Pick<
      HttpClientOptions,
      | 'goesLast'
      | 'onWait'
      | 'onExchange'
      | 'onLeaving'
      | 'parking'
      | 'maxWaitMs'
      | 'timeoutMs'
      | 'maxRetries'
      | 'singleRequest'
      | 'delay'
      | 'random'
    > {
  readonly adapter: PmsProviderAdapter
  readonly hotel: ProviderHotel
  /** As parsed by the adapter's schema. */
  readonly credentials: unknown
  /** Where the credentials are kept; without it what the vendor replaces is remembered by this context alone. */
  readonly stored?: StoredCredentials
  /** As parsed by the adapter's schema. */
  readonly settings: unknown
  /** Ends everything that is under way. */
  readonly signal: AbortSignal
  /** What of the allowance it may take; CHANGES unless it says otherwise. */
  readonly lane?: Lane
  readonly log: ProviderLogger
  readonly onReport?: NormalizeContext['report']
}

const RATES = { CHANGES: (rate: Rate) => rate, SETS: setRate, WALKS: walkRate } satisfies Record<Lane, unknown>

/** Assembles all that a provider may touch, the same way for a sync, a connection test, the CLI and the tests. */
export function createProviderContext(options: ProviderContextOptions): ProviderContext {
  const { adapter, hotel, credentials, settings, signal, clock, log, onReport = () => {} } = options
  const { stored = remembered(credentials) } = options
  const key = credentialKeyOf(adapter, hotel.id, credentials)
  const http = createHttpClient({
    ...options,
    rate: RATES[options.lane ?? 'CHANGES'](adapter.limits.rate),
    budgetKey: key,
    breaker: options.breakers.of(key),
  })
  const account = `${key} ${addressesOf(adapter, settings)}`
  const tokens = options.tokens.of(account, signal, Boolean(options.parking))
  const memory = options.memories.of(JSON.stringify([account, hotel.id, hotel.externalHotelId]))
  const sockets = createSocketClient(options)
  return { hotel, credentials, settings, stored, http, sockets, tokens, memory, log, signal, clock, report: onReport }
}

/** A token is for the host that gave it out: the same credential with another address begins with none. */
function addressesOf({ settings: schema }: PmsProviderAdapter, settings: unknown): string {
  return canonical(addressFields(schema).map((name) => (settings as Record<string, unknown>)[name] ?? null))
}

function remembered(credentials: unknown): StoredCredentials {
  let current = credentials
  return {
    latest: async () => current,
    async replace(_, next) {
      current = next
    },
  }
}

/** What stays the same when the vendor replaces the rest; then it is the hotel that tells two credentials apart. */
function lastingPart({ credentials: { shape } }: PmsProviderAdapter, hotelId: string, credentials: unknown) {
  const fields = Object.entries(credentials as object)
  const lasting = fields.filter(([name, value]) => value === '' || shape[name]?.meta()?.rotates !== true)
  return lasting.length === fields.length ? credentials : [hotelId, Object.fromEntries(lasting)]
}

/** Whose allowance, circuit and token a hotel uses, while the vendor may replace a part of its credentials. */
export function credentialKeyOf(adapter: PmsProviderAdapter, hotelId: string, credentials: unknown): string {
  return credentialFingerprint(adapter.key, lastingPart(adapter, hotelId, credentials))
}

/** Names a credential without telling it: equal credentials at one provider share an allowance, whichever hotel uses them. */
export function credentialFingerprint(providerKey: string, credentials: unknown): string {
  const digest = createHash('sha256').update(canonical(credentials)).digest('base64url')
  return `${providerKey}:${digest.slice(0, 22)}`
}

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

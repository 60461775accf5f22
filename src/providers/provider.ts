import type { z } from 'zod'
import type { PmsIntegrationError } from '../errors.ts'
import type { ActionName } from '../records/changes/actions.ts'
import type { CommandOutcome } from '../records/changes/command-outcome.ts'
import type { FetchKind, RecordInputs, RowKind, SpanKind } from '../records/entity-type.ts'
import type { Report } from '../records/lenient.ts'
import type { Simulator, SimulatorOptions } from './simulator.ts'
import type { ProviderStream } from './stream.ts'
import type { AccessTokens } from './transport/access-tokens.ts'
import type { HttpClient } from './transport/http.ts'
import type { ShortMemory } from './transport/short-memory.ts'
import type { SocketClient } from './transport/socket/socket.ts'
import type { ProviderWrites } from './write.ts'

/**
 * The contract between this service and a PMS. A provider is one object made by {@link defineProvider}: data and
 * functions, no base class. A capability is declared by presence: a provider without `fetch.guests` cannot sync guests.
 *
 * A provider touches nothing but its {@link ProviderContext}: no environment, no database, no timers, no retry loop of
 * its own. Retries, rate budgets, timeouts and circuit breaking live in the transport behind `ctx.http`.
 */
export interface PmsProviderAdapter {
  /** Stable key in URLs, rows and tokens: lower case, `[a-z][a-z0-9-]*`. */
  readonly key: string
  /** The vendor's product as hotels call it. */
  readonly name: string
  /**
   * What a hotel must enter to connect. Each field carries `.meta({ title, description, secret?, rotates? })`; the schema
   * validates input and renders the dashboard's form. Everything here is encrypted at rest and never shown again. A field
   * that `rotates` is one that the vendor replaces as it is used, see {@link ProviderContext.stored}.
   */
  readonly credentials: z.ZodObject
  /** What may be set per hotel and is not secret, such as the vendor's region or base URL. */
  readonly settings: z.ZodObject
  readonly limits: ProviderLimits
  /**
   * Proves the credentials with the smallest request the vendor has.
   * @throws PmsIntegrationError `PROVIDER_UNAUTHORIZED`, `PROVIDER_FORBIDDEN`, `PROVIDER_RATE_LIMITED` (three different
   * answers), or what the transport throws.
   */
  check(ctx: ProviderContext): Promise<ProviderCheck>
  readonly fetch: ProviderFetchers
  readonly normalize: ProviderNormalizers
  /** Reads only the external id of a raw item, so that one too broken to normalise keeps its identity. Null if unreadable. */
  readonly identify: { readonly [K in FetchKind]?: (raw: unknown) => string | null }
  /**
   * Fetches single items by external id, for webhooks that only say what changed. Null when the vendor no longer has it.
   */
  readonly fetchOne?: { readonly [K in FetchKind]?: FetchOne }
  /**
   * Fetches several items in fewer requests than one each, where the vendor can. Those that it does not find are left out;
   * whoever asks takes none of them for gone and none for broken before `fetchOne` has said so, which has to be there too.
   */
  readonly fetchMany?: { readonly [K in FetchKind]?: FetchMany }
  /** Of kinds whose full walk does not bring everything that there is: what it can tell of what it did not see. */
  readonly proves?: { readonly [K in RowKind]?: Proof }
  readonly webhook?: ProviderWebhook
  readonly write?: ProviderWrites
  readonly stream?: ProviderStream
  /** Starts a server on this machine that speaks the vendor's wire format over generated data. */
  readonly simulate: (options: SimulatorOptions) => Promise<Simulator>
}

export type { FetchKind, RecordInputs, RowKind } from '../records/entity-type.ts'

export type ProviderFetchers = { readonly [K in FetchKind]?: FetchPages }
export type ProviderNormalizers = {
  readonly [K in FetchKind]?: (raw: unknown, ctx: NormalizeContext) => RecordInputs[K]
}

/** What pure mapping may know. */
export interface NormalizeContext {
  readonly hotel: ProviderHotel
  /** What the hotel has set, for mappings that depend on it. */
  readonly settings?: unknown
  /** Reports a value that fell to its safe default, such as an unknown status. Never carries guest data. */
  readonly report: Report
}

export interface ProviderHotel {
  readonly id: string
  /** The vendor's id of this property; null when its credentials imply it. */
  readonly externalHotelId: string | null
  /** IANA name, such as `Europe/Lisbon`. */
  readonly timeZone: string
  /** ISO 4217. */
  readonly currency: string
}

/** All that a provider may touch. */
export interface ProviderContext<Credentials = unknown, Settings = unknown> extends NormalizeContext {
  readonly credentials: Credentials
  readonly settings: Settings
  /** For vendors that replace a part of the credentials as they are used. */
  readonly stored: StoredCredentials<Credentials>
  readonly http: HttpClient
  /** For vendors that tell of changes over a connection that is kept open. */
  readonly sockets: SocketClient
  /** For vendors that give out short-lived tokens: cached, and renewed by one request however many need it. */
  readonly tokens: AccessTokens
  /** For vendors of whose property much has to be known to read one thing. */
  readonly memory: ShortMemory
  readonly log: ProviderLogger
  readonly signal: AbortSignal
  readonly clock: Clock
}

/** A hotel's credentials where they are kept, such as a refresh token that the vendor replaces each time it is used. */
export interface StoredCredentials<Credentials = unknown> {
  /** As they are now: another run may have replaced them since this context was opened. */
  latest(): Promise<Credentials>
  /** Puts `next` in the place of `used`. Does nothing when something else is kept by now: what a person enters wins. */
  replace(used: Credentials, next: Credentials): Promise<void>
}

export interface ProviderLogger {
  debug(fields: object, message: string): void
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** Wall-clock time, injected so that tests own it. */
export interface Clock {
  now(): Date
}

/**
 * The window of one walk. `since` inclusive, null = from the beginning; `until` is frozen when the walk starts, so that
 * items edited while it runs fall into the next one. A walk from the beginning must deliver every item that exists
 * throughout, also one that is edited meanwhile and so moves beyond `until`: what it does not see counts as deleted.
 */
export interface FetchWindow {
  readonly since: Date | null
  readonly until: Date
  /** Where to continue: the `cursor` of the last page that was stored, or null to start. */
  readonly cursor: string | null
  /** Days of the hotel that are asked for, both included: of calendars, which have no modification times. */
  readonly range?: DayRange | null
  /** Stop after about this many items; a hint that lets a provider ask for smaller pages. */
  readonly limit: number | null
}

/** Days of a hotel, both included. */
export interface DayRange {
  readonly from: string
  readonly to: string
}

/** One page of the vendor's items, raw. */
export interface FetchedPage {
  readonly items: readonly unknown[]
  /** Continue here after this page; null when it was the last one. Opaque to the engine, stored in the checkpoint. */
  readonly cursor: string | null
  /** Ids of things that the vendor says it no longer has, for vendors that list those too. */
  readonly gone?: readonly string[]
  /** Items in the whole walk, where the vendor says. */
  readonly total?: number
  /**
   * What comes next is not ready before so many milliseconds, such as a report that the vendor makes for us. The run lets go
   * until then, and another process may go on: what was started stands in `cursor`, which may be the same as before.
   */
  readonly waitMs?: number
}

/**
 * What a full walk did not see is gone only inside the days that it asked for, counted from the hotel's today when it began,
 * both included; or it tells nothing of what is gone.
 */
export type Proof = readonly [first: number, last: number] | 'NOTHING'

export type FetchPages = (ctx: ProviderContext, window: FetchWindow) => AsyncIterable<FetchedPage>

export type FetchOne = (ctx: ProviderContext, externalId: string) => Promise<unknown | null>

/** How many items are asked for at once at most. */
export const MOST_AT_ONCE = 50

/** @param externalIds at most {@link MOST_AT_ONCE}, each once */
export type FetchMany = (ctx: ProviderContext, externalIds: readonly string[]) => Promise<readonly unknown[]>

/** How a vendor pushes. Pure functions over the bytes that arrived: no clock but the given one, no network, no state. */
export interface ProviderWebhook {
  /**
   * Proves on the raw bytes that the vendor sent this. Left out for vendors that sign nothing: then the unguessable key in
   * the URL is all the proof there is, and an event can cause no more than a fetch.
   * @param secrets the current one first, then those that are still accepted after a rotation; never empty
   * @throws PmsIntegrationError UNAUTHENTICATED
   */
  readonly verify?: (request: WebhookRequest, secrets: readonly string[], clock: Clock) => void
  /**
   * For vendors that send for all hotels of an application to one URL: names of the credentials that name the application.
   * Left out where each hotel has a URL of its own; then what names another property is nobody's.
   */
  readonly application?: readonly string[]
  /** The headers that `verify` reads, for a person who sets the webhooks up at the vendor. */
  readonly headerNames?: readonly string[]
  /** What to ask the vendor for, in words that a hotel can send to its support: where it is set up, which events. */
  readonly setup?: string
  /** @throws PmsIntegrationError BAD_USER_INPUT for what is not this vendor's format */
  readonly parse: (request: WebhookRequest) => readonly WebhookEvent[]
  /** What the vendor expects to read once its message is safely stored. Default: 200 with `{"received":true}`. */
  readonly answer?: (request: WebhookRequest) => WebhookAnswer
  /**
   * Tells the vendor how it went once all events of the request have been processed, for vendors that wait for a business
   * answer as a message of its own.
   * @param failure why they were not; null when they were
   */
  readonly reply?: (ctx: ProviderContext, request: WebhookRequest, failure: PmsIntegrationError | null) => Promise<void>
}

export interface WebhookRequest {
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export interface WebhookEvent {
  /** The vendor's id of this event, where it has one; otherwise the inbox tells duplicates by a digest. */
  readonly eventId: string | null
  /** The vendor's name of what happened. */
  readonly type: string
  /** Which property it is about, for vendors with one URL for many hotels. */
  readonly externalHotelId: string | null
  /** What to fetch again; null when the event concerns nothing that is synced. */
  readonly subject: { readonly kind: FetchKind; readonly externalId: string } | null
  /**
   * The whole item in the vendor's shape, where the message carries it (full overlay). Used without a fetch only when the
   * provider has no `fetchOne` for it and `verify` proved its origin.
   */
  readonly item: unknown | null
  readonly occurredAt: Date | null
  /** How a command went that the vendor had accepted before. */
  readonly command?: CommandOutcome
}

export interface WebhookAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface ProviderLimits {
  /** The vendor's allowance per credential: at most `requests` in any window of `perMs`. */
  readonly rate: { readonly requests: number; readonly perMs: number }
  /** Largest page that the vendor gives. */
  readonly pageSize: number
  /** How far an incremental window reaches back over the last complete walk, for edits that the vendor dates late. */
  readonly overlapMs: number
  /** Requests of a walk through so many days of a calendar, in a hotel of so many rate plans; for vendors that have calendars. */
  readonly calendarRequests?: { readonly [K in SpanKind]: (days: number, plans: number) => number }
  /** After this much silence webhooks may have been lost for good; null when the vendor sends none. */
  readonly webhookLossHorizonMs: number | null
}

/** What a successful {@link PmsProviderAdapter.check} found. */
export interface ProviderCheck {
  /** The property's name at the vendor, for a person to recognise it. */
  readonly propertyName: string | null
  /** IANA name, where the vendor tells it: stay dates and schedules are read in it. */
  readonly propertyTimeZone?: string | null
  /** What was tried, in order, in words for a hotel person. */
  readonly steps: readonly { readonly name: string; readonly detail: string }[]
  /** Which of the provider's actions this property allows, where the vendor tells it; otherwise all. */
  readonly actions?: readonly ActionName[]
}

/**
 * Declares a provider with its credential and settings types flowing into every function.
 * The engine parses stored credentials and settings with the declared schemas before any call, so the types hold.
 */
export function defineProvider<Credentials extends z.ZodObject, Settings extends z.ZodObject>(
  provider: ProviderDeclaration<Credentials, Settings>,
): PmsProviderAdapter {
  return provider as unknown as PmsProviderAdapter
}

export interface ProviderDeclaration<Credentials extends z.ZodObject, Settings extends z.ZodObject>
  extends Omit<PmsProviderAdapter, 'credentials' | 'settings' | 'check' | 'fetch' | 'fetchOne' | 'fetchMany'> {
  credentials: Credentials
  settings: Settings
  check(ctx: ProviderContext<z.output<Credentials>, z.output<Settings>>): Promise<ProviderCheck>
  fetch: {
    [K in FetchKind]?: (
      ctx: ProviderContext<z.output<Credentials>, z.output<Settings>>,
      window: FetchWindow,
    ) => AsyncIterable<FetchedPage>
  }
  fetchOne?: {
    [K in FetchKind]?: (
      ctx: ProviderContext<z.output<Credentials>, z.output<Settings>>,
      externalId: string,
    ) => Promise<unknown | null>
  }
  fetchMany?: {
    [K in FetchKind]?: (
      ctx: ProviderContext<z.output<Credentials>, z.output<Settings>>,
      externalIds: readonly string[],
    ) => Promise<readonly unknown[]>
  }
}

import type { ActionName } from '../records/changes/actions.ts'
import type { JsonObject } from '../records/common.ts'
import type { RecordInputs, RowKind, SpanKind } from '../records/entity-type.ts'
import type { Clock, DayRange } from './provider.ts'

/** Faults that a simulator can be told to make. Rates are probabilities from 0 to 1, drawn from a seeded generator. */
export interface SimulatorFaults {
  /** Answer 429 at this rate. */
  rateLimited?: number
  /** What a 429 says: seconds, an HTTP date, or nothing. */
  retryAfter?: 'seconds' | 'date' | 'none'
  /** Answer 500, 502, 503 or 504 at this rate. */
  serverError?: number
  /** Wait this long before each answer. */
  slowMs?: number
  /** Cut the connection in the middle of the body at this rate. */
  cut?: number
  /** Spoil one item of a page, for this share of pages. */
  malformedItem?: number
  /** Spoil this share of items. */
  malformedItems?: number
  /** Repeat an item of the page before, for this share of pages. */
  duplicate?: number
  /** Shuffle the items within a page. */
  reorder?: boolean
  /** Edit items that have not been delivered yet while a walk is paging, at this rate per page. */
  editWhilePaging?: number
  /** Give all items the same modification time. */
  equalTimestamps?: boolean
  /** Refuse these credentials as if they had been revoked. */
  unauthorized?: boolean
  /** What goes wrong with requests that change something, beside all of this. */
  write?: {
    /** Cut the connection before anything is done, at this rate. */
    loseBefore?: number
    /** Do it, and cut the connection without an answer. */
    loseAfter?: number
    /** Refuse it. */
    refuse?: number
    /** Cut the connection, and do it only when {@link SimulatedDesk.release} is called. */
    isLate?: boolean
    /** Say yes at once, and do it only when {@link SimulatedDesk.release} is called. */
    isSlow?: boolean
    /** Accept it, and never say how it went, at vendors that tell it later. */
    isUnanswered?: boolean
    /** Take away what the body of a change leaves out, where the vendor does not say whether it does. */
    leftOutIsGone?: boolean
    /** Do it at once, and tell of it by webhook and stream only when {@link SimulatedDesk.release} is called. */
    isEchoLate?: boolean
  }
  /** Somebody else holds the one connection that the vendor's stream allows. */
  streamLockedOut?: boolean
  /** The stream says nothing any more, and its connection stays open. */
  streamFrozen?: boolean
  /** Who left the stream without a word is taken for connected for so long. */
  streamLingersMs?: number
  /** Cut the stream's connection after a message at this rate. */
  streamCut?: number
  /** Send a message of the stream twice at this rate. */
  streamDuplicate?: number
  /** Let this many requests through before the faults above begin. */
  afterRequests?: number
}

/** Beside what is here: how many there are of each kind. */
export interface SimulatorOptions extends Partial<Record<RowKind, number>> {
  /** 0 picks a free one. */
  port?: number
  /** Address to listen on; defaults to 127.0.0.1. */
  host?: string
  seed?: number
  faults?: SimulatorFaults
  clock?: Clock
  /** When the hotel opened: from then on guests come and go by the clock. Without it the day stands still. */
  since?: Date
  /** ISO 4217; defaults to EUR. */
  currency?: string
  /** IANA name; defaults to Europe/Lisbon. */
  timeZone?: string
}

/** A running simulator. Disposing closes it with all its connections. */
export interface Simulator extends AsyncDisposable {
  readonly url: string
  readonly port: number
  /** Ready to store: connects a hotel to this simulator. */
  readonly credentials: JsonObject
  readonly settings: JsonObject
  /** What a hotel's property is called at this vendor. */
  readonly externalHotelId: string | null
  /** Requests served so far, faults included. */
  readonly requestCount: number
  /** Replaces the faults from the next request on. */
  setFaults(faults: SimulatorFaults): void
  /** Sends a webhook for every later change of {@link data}, where the simulator knows the vendor's. */
  readonly subscribe?: (target: SimulatedSubscriber) => void
  /** Statuses of the webhooks sent since the last call, once all of them are answered; 0 where nobody answered. */
  readonly delivered?: () => Promise<number[]>
  /** The vendor's data as it is now, in the vendor's own shape, for a test to compare and change. */
  readonly data: SimulatorData
  /** Where it takes changes, and what came of them. */
  readonly desk: SimulatedDesk
  /** Connections that are or were kept open to hear of changes; undefined where the vendor has none. */
  readonly connections?: SimulatedConnections
}

export interface SimulatedConnections {
  /** Since the start, those that were refused by a close code as well. */
  readonly opened: number
  /** Now; one that the network has frozen does not count. */
  readonly open: number
  /** At the same time. */
  readonly mostOpen: number
}

/** What a vendor may do beside what was wished. */
export type SideEffect = 'MAIL' | 'FEE' | 'REPRICE'

export interface SimulatedEffect {
  readonly action: ActionName
  readonly externalId: string
  readonly sideEffects: readonly SideEffect[]
}

export interface SimulatedDesk {
  /** Everything that requests have brought about, oldest first. */
  readonly effects: readonly SimulatedEffect[]
  /** A clerk has it open: it cannot be changed by others meanwhile. */
  lock(externalId: string): void
  unlock(externalId: string): void
  /** What was delayed is done and told now. */
  release(): void
}

export interface SimulatedSubscriber {
  readonly url: string
  /** What the messages are signed with, for vendors that sign. */
  readonly secret: string | null
}

/** A day of a series. */
export interface SimulatedNight {
  /** See `dayNumber`. */
  readonly day: number
  /** Fields of the record that say which series it is. */
  readonly about: Readonly<Record<string, string>>
  /** Attribute → its value; a list by persons of prices. */
  readonly values: Readonly<Record<string, unknown>>
}

export interface SimulatorData {
  /** Raw items as a fetch would deliver them. */
  items(kind: RowKind): readonly unknown[]
  /**
   * What the records of these items must say, whatever the wire format; in the same order. Fields that the vendor cannot
   * express are left out.
   */
  facts<K extends RowKind>(kind: K): readonly Partial<RecordInputs[K]>[]
  /** What is sold on each of these days, for vendors that tell it; what they do not tell of it is left out. */
  nights(kind: SpanKind, days: DayRange): readonly SimulatedNight[]
  /** Changes one item as a hotel's clerk would; moves its modification time. Returns its external id. */
  edit(kind: RowKind, index: number): string
  /** The same with fields of the clerk's choice, named as those of records. */
  change<K extends RowKind>(kind: K, externalId: string, fields: Partial<RecordInputs[K]>): void
  /** Adds a new, plausible item. Returns its external id. */
  add(kind: RowKind): string
  /** Removes an item for good. Returns its external id. */
  remove(kind: RowKind, index: number): string
  /**
   * Lets happen what is due by the clock in a hotel that lives: guests come and go, rooms are cleaned, bookings are made.
   * Returns what did; nothing where the day stands still.
   */
  catchUp(): readonly { readonly kind: RowKind; readonly what: 'created' | 'updated'; readonly id: string }[]
}

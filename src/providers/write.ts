import type { z } from 'zod'
import type { ErrorCode } from '../errors.ts'
import type { ActionName, ChangeOptions } from '../records/changes/actions.ts'
import type { Group, Values } from '../records/changes/groups.ts'
import type { JsonObject } from '../records/common.ts'
import type { ProviderContext, ProviderHotel } from './provider.ts'

/** What a provider can have done at its vendor, declared by presence. */
export type ProviderWrites = { readonly [A in ActionName]?: WriteAction }

/**
 * What a second arrival of the same request does. SET: nothing new · TRANSITION: it is refused · KEY: the vendor knows it
 * by its key and answers as before · CREATE: a second thing.
 */
export type Repeat = 'SET' | 'TRANSITION' | 'KEY' | 'CREATE'

/** One request, or one fixed chain of them whose step is kept. */
export interface WriteAction {
  /** Everything that the request overwrites, wished or not: all of it is compared, and what was not wished goes as it is. */
  readonly carries: readonly Group[]
  readonly repeat: Repeat
  /** How late a request whose answer was lost may still take effect. */
  readonly settleMs: number
  /** Targets that one request may name; of several that are sent together each is told by itself what became of it. */
  readonly batch: number
  /** Requests that one call of `send` makes; one unless it is a chain. */
  readonly requests?: number
  /** Targets that one call of `read` tells of with as many requests as for one, and how many these are; one unless said otherwise. */
  readonly readsAtOnce?: number
  readonly readRequests?: number
  /** Requests that it takes to fetch things as they are stored, one or several at once; one unless said otherwise. */
  readonly fetchRequests?: number
  /** The vendor answers ACCEPTED and tells the outcome later; how long that may take. */
  readonly answerMs?: number
  /** What may be asked for beside the values; whatever is not here is refused. */
  readonly options?: z.ZodObject
  /** What takes it back, where something does. */
  readonly undo?: ActionName
  /** What a chain that was begun leaves undone at the PMS where it does not go on, in words for a person; null: nothing. */
  owed?(step: JsonObject): string | null
  /** Of `BOOKING_ROOM`: whether a booking can be left without a room. */
  readonly unassigns?: boolean
  /** For `CREATE`: whether what `read` does not find is not there. */
  readonly provesAbsence?: boolean
  /** The vendor's rules as far as they can be told from the outside: what is offered, previewed and sent by one of them. */
  may(wanted: Values, theirs: Facts, ctx: MayContext): Refusal | null
  /**
   * The least that tells, by external id; what is absent is gone. Called before a request, and after it; for several in as
   * few requests as the vendor allows.
   */
  read(ctx: ProviderContext, targets: readonly ReadTarget[]): Promise<ReadonlyMap<string, Facts>>
  /**
   * Sends with requests that leave `once`. By id of the change. What is thrown after a byte has left means that nobody
   * knows what came of it. Several, of which there are at most `batch` and all with the same options, go in one request;
   * one that cannot, or of which a refusal
   * of them all does not tell, is answered with ALONE.
   */
  send(ctx: ProviderContext, changes: readonly Outgoing[]): Promise<ReadonlyMap<string, Sent>>
}

/** A thing as the vendor has it now. */
export interface Facts {
  readonly values: Values
  /** The vendor's own time of its last modification; null when it has none. */
  readonly modifiedAt: Date | null
  /** For `CREATE`: ids of what is like the thing that is wanted. */
  readonly alike?: readonly string[]
  /** What keeps the wish from being done and only a look tells, such as several rooms in one booking; for `may`. */
  readonly refusal?: Refusal
}

export interface MayContext {
  readonly hotel: ProviderHotel
  readonly settings: unknown
  readonly options: ChangeOptions
}

export interface ReadTarget {
  readonly externalId: string
  /** What is to be found, for `CREATE`. */
  readonly wanted: Values
}

export interface Refusal {
  readonly code: ErrorCode
  /** In words for a hotel person. */
  readonly message: string
  /** It passes by itself, so that the change waits instead of ending. */
  readonly waitFor?: 'LOCKED'
}

/** A change on its way. */
export interface Outgoing {
  /** Of the change; the same whenever it is sent, so that it serves as the vendor's idempotency key. */
  readonly id: string
  readonly externalId: string
  readonly wanted: Values
  /** What goes for all that the request carries: theirs, with what is wanted laid over. */
  readonly values: Values
  /** What the vendor had in the look right before. */
  readonly before: Facts
  readonly options: ChangeOptions
  /** What a chain before this one kept, such as the handle of a lock. */
  readonly step: JsonObject | null
  /** Keeps where the chain stands; durable when it resolves. */
  remember(step: JsonObject): Promise<void>
}

export type Sent =
  | { readonly kind: 'DONE' }
  /** The answer comes as a `WebhookEvent.command` with this token. */
  | { readonly kind: 'ACCEPTED'; readonly token: string }
  | { readonly kind: 'REFUSED'; readonly code: ErrorCode; readonly message: string }
  /** Nothing was done; the thing is to be read and judged again, at once or when the desk lets go of it. */
  | { readonly kind: 'AGAIN'; readonly waitFor: 'LOCKED' | null }
  /** Of several: whether it was done is told by a look, and if not it is sent in a request of its own. */
  | { readonly kind: 'ALONE' }

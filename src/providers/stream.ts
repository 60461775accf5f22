import type { ProviderContext, WebhookEvent } from './provider.ts'

/**
 * How a vendor tells of changes over a connection that is kept open. What it tells goes through the inbox like webhooks:
 * stored together with the position that it was read at, then processed, once and in any order.
 */
export interface ProviderStream {
  /**
   * What one connection covers, named by what an account has; hotels for which this is equal share one connection, since
   * vendors allow no more. Null: the hotel has not switched it on in its settings.
   */
  readonly scope: (account: { readonly credentials: unknown; readonly settings: unknown }) => readonly string[] | null
  /** What the hotel has to order at the vendor, in words that it can send to its support. */
  readonly setup: string
  /**
   * How long the vendor keeps what was not read, so that it can be read from a position on; null: it keeps nothing. What is
   * not kept is fetched by syncs of what changed.
   */
  readonly keepsMs: number | null
  /** Time that has to pass between the end of a connection and the next one. */
  readonly restMs: number
  /**
   * Connects and yields what the vendor says, as much at a time as is there; empty for mere signs of life. Returns when the
   * vendor ended the connection as it should, and says good-bye when the context's signal aborts.
   * @throws StreamClosed, PROVIDER_…
   */
  readonly open: (ctx: ProviderContext, from: StreamStart) => AsyncIterable<readonly StreamMessage[]>
}

export interface StreamStart {
  /** Position of the last message that was stored; null: begin with what happens from now on. */
  readonly offset: string | null
}

/** A message of a stream, as it enters the inbox. */
export interface StreamMessage {
  /** Where the next connection goes on; null for vendors that have no positions. */
  readonly offset: string | null
  /** One event, or several of one message. */
  readonly events: readonly WebhookEvent[]
  /** As it came. */
  readonly body: string
}

import type { Sql } from '../platform/database/database.ts'
import type { StreamMessage } from '../providers/stream.ts'
import type { EngineDeps } from '../sync/run/deps.ts'

/** Where the messages of streams go: the inbox of webhooks, with all that it does about duplicates, order and failures. */
export interface StreamInbox {
  /** In the transaction that notes how far the stream was read. @returns configurations that have something to process */
  record(tx: Sql, streamKey: string, messages: readonly StreamMessage[]): Promise<readonly string[]>
  /** Has what a stream could not tell of fetched by syncs. */
  oweBackfill(sql: Sql, streamKey: string): Promise<void>
  /** Whether some of it has not been fetched yet. */
  isBackfillOwed(sql: Sql, streamKey: string): Promise<boolean>
  /** Does the same again and again for streams that are down, so that their hotels are polled. */
  oweBackfillWhereDown(sql: Sql): Promise<void>
}

export interface StreamDeps
  extends Pick<EngineDeps, 'database' | 'vault' | 'clock' | 'adapters' | 'openContext' | 'log' | 'random'> {
  readonly inbox: StreamInbox
  enqueueInbox(configurationId: string): void
}

import type { SyncLog } from '../../entities/sync-log.ts'
import { PmsIntegrationError } from '../../errors.ts'
import type { Sql, TransactionalSql } from '../../platform/database/database.ts'
import { isDataError, isOutage, retryOutage } from '../../platform/database/errors.ts'
import type { Checkpoint } from '../store/checkpoint.ts'
import { advance, type Lease } from '../store/held-runs.ts'
import type { Projected } from '../store/project.ts'
import { withoutRefused } from '../store/rejected.ts'
import { findRun } from '../store/runs.ts'
import { storeItems } from '../store/store-items.ts'
import { seenOf, setGone } from '../store/tombstones.ts'
import { mergeUnread, unreadOf } from '../store/unread-values.ts'
import type { WrittenRow } from '../store/upsert.ts'
import type { ValidatedPage } from '../store/validate.ts'
import type { SyncedEntity } from '../synced/synced-entity.ts'
import type { TimedPage } from './read-ahead.ts'

/** A run as its pages see it. `log` is the row after the last page. */
export interface PageTarget {
  readonly entity: SyncedEntity
  readonly lease: Lease
  readonly log: SyncLog
  /** Rows exist, so that it is worth asking which items are stored already. */
  readonly probe: boolean
  /** See `StoreOptions.fullSince`. */
  readonly fullSince: Date | null
  /** Full walks note every id, so that what they did not see can be told at the end. */
  readonly noteSeen: boolean
  /** Open failures exist, so items that are fine now may settle some. */
  readonly settleFailures: boolean
}

export interface PageInput {
  readonly page: ValidatedPage
  /** As it came; only what is not in `page` is read from it. */
  readonly fetched: Pick<TimedPage, 'fetchedAt' | 'total' | 'gone' | 'replayedFailureIds'>
  /** Where the walk stands after this page. */
  readonly checkpoint: Checkpoint
}

export interface WrittenPage {
  readonly log: SyncLog
  readonly rows: readonly WrittenRow[]
  readonly projected: Projected | null
  /** Rows of things that the vendor says are gone. */
  readonly goneIds: readonly string[]
}

/**
 * Stores a page in one transaction: changed rows, failures, counters and checkpoint. A database that is away is waited
 * for; a record that the database refuses is quarantined and the rest of the page stored.
 * @throws PmsIntegrationError SYNC_LEASE_LOST when another worker holds the run; then nothing was written
 */
export async function writePage(
  database: TransactionalSql,
  target: PageTarget,
  input: PageInput,
): Promise<WrittenPage> {
  try {
    return await retryOutage(() => commitPage(database, target, input))
  } catch (error) {
    if (!isDataError(error)) throw error
    const { entity, log } = target
    const page = await withoutRefused(database, entity, log, input.page, input.fetched.fetchedAt)
    return retryOutage(() => commitPage(database, target, { ...input, page }))
  }
}

async function commitPage(database: TransactionalSql, target: PageTarget, input: PageInput): Promise<WrittenPage> {
  try {
    return await database.transaction((tx) => storePage(tx, target, input))
  } catch (error) {
    if (isOutage(error)) throw error
    const committed = error instanceof PageNotCounted ? await committedBefore(database, target) : null
    if (committed !== null) return { log: committed, rows: [], projected: null, goneIds: [] }
    throw error instanceof PageNotCounted ? leaseLost() : error
  }
}

async function storePage(tx: Sql, target: PageTarget, { page, fetched, checkpoint }: PageInput) {
  const { entity, lease, log } = target
  const { total = null, gone = [] } = fetched
  const { rows, projected, counts } = await storeItems(tx, entity, log, page, { ...target, ...fetched })
  const goneIds = await setGone(tx, entity, log, gone, fetched.fetchedAt)
  const seen = target.noteSeen ? seenOf(entity, page) : null
  const unread = page.unread.count === 0 ? null : mergeUnread([unreadOf(log), page.unread])
  const advanced = await advance(tx, lease, log.sequence, {
    ...counts,
    deleted: goneIds.length,
    unread,
    seen,
    checkpoint,
    total,
  })
  if (advanced === null) throw new PageNotCounted()
  return { log: advanced, rows, projected, goneIds }
}

class PageNotCounted extends Error {}

/** After an outage in the middle of a commit: was the page stored after all? */
async function committedBefore(database: TransactionalSql, { lease, log }: PageTarget): Promise<SyncLog | null> {
  const current = await findRun(database, log.id)
  return current?.leaseToken === lease.token && current.sequence === log.sequence + 1 ? current : null
}

export function leaseLost(): PmsIntegrationError {
  return new PmsIntegrationError('SYNC_LEASE_LOST', 'Another worker has taken this run over.')
}

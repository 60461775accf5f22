import type { Sql } from '../../platform/database/database.ts'
import type { SyncedEntity } from '../synced/synced-entity.ts'
import { quarantine, resolveFailures, settleReplayed } from './failures.ts'
import type { Projected } from './project.ts'
import type { Walk } from './runs.ts'
import type { WrittenRow } from './upsert.ts'
import type { ValidatedPage } from './validate.ts'
import { writeItems } from './write-items.ts'

export interface StoreOptions {
  /** When we began to ask for the items; breaks ties between versions. */
  readonly fetchedAt: Date
  /** Rows exist, so that it is worth asking which items are stored already. */
  readonly probe: boolean
  /** When the full walk began, which takes the PMS's word for what was stored before. Null: no full walk. */
  readonly fullSince?: Date | null
  /** A change of ours that the PMS has carried out, and that these items show. */
  readonly changeId?: string | null
  /** Open failures exist, so items that are fine now may settle some. */
  readonly settleFailures: boolean
  /** The failures that the items were, in a replay. */
  readonly replayedFailureIds?: readonly string[] | undefined
}

export interface StoredItems {
  readonly rows: readonly WrittenRow[]
  /** Rows of another type that took something over. */
  readonly projected: Projected | null
  readonly counts: Record<'created' | 'updated' | 'unchanged' | 'failed' | 'heldBack' | 'duplicate', number>
}

/** Writes the items that are new or changed and quarantines those that failed, for a run that is in the sync log. */
export async function storeItems(
  tx: Sql,
  entity: SyncedEntity,
  run: Walk & { readonly id: string },
  page: ValidatedPage,
  { fetchedAt, probe, fullSince = null, changeId = null, settleFailures, replayedFailureIds = [] }: StoreOptions,
): Promise<StoredItems> {
  const { rows, projected, created, updated, heldBack } = await writeItems(tx, entity, run, page.items, {
    fetchedAt,
    probe,
    fullSince,
    origin: { syncLogId: run.id, changeId },
  })
  await quarantine(tx, run, run.id, page.failed, fetchedAt)
  await settleReplayed(tx, replayedFailureIds)
  const ids = page.items.map(({ record }) => record.externalId)
  if (settleFailures) await resolveFailures(tx, run, ids, 'SYNCED')
  return {
    rows,
    projected: projected ?? null,
    counts: {
      created,
      updated,
      // A version that the guard held back is not new either.
      unchanged: page.items.length - created - updated + page.duplicates,
      failed: page.failed.length,
      heldBack,
      duplicate: page.duplicates,
    },
  }
}

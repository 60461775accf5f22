import { PmsIntegrationError } from '../../errors.ts'
import type { Sql, TransactionalSql } from '../../platform/database/database.ts'
import { isDataError } from '../../platform/database/errors.ts'
import type { SyncedEntity } from '../synced/synced-entity.ts'
import type { Scope } from './upsert.ts'
import { failedItem, type ValidatedPage, type ValidItem } from './validate.ts'
import { writeItems } from './write-items.ts'

/** Moves the records that the database refuses from `items` to `failed`. Writes nothing. */
export async function withoutRefused(
  database: TransactionalSql,
  entity: SyncedEntity,
  scope: Scope,
  page: ValidatedPage,
  fetchedAt: Date,
): Promise<ValidatedPage> {
  const refused = new Set<ValidItem>()
  const tryOut = (tx: Sql, items: readonly ValidItem[]) =>
    writeItems(tx, entity, scope, items, { fetchedAt, fullSince: null, probe: false })
  await rolledBack(database, (tx) => findRefused(tx, tryOut, page.items, refused))
  const failed = [...refused].map((item) =>
    failedItem(
      item.raw,
      item.record.externalId,
      new PmsIntegrationError('RECORD_REJECTED', 'The database refused this record.'),
    ),
  )
  return { ...page, items: page.items.filter((item) => !refused.has(item)), failed: [...page.failed, ...failed] }
}

/** Halves the page until the refused records stand alone. */
async function findRefused(
  tx: Sql,
  tryOut: (tx: Sql, items: readonly ValidItem[]) => Promise<unknown>,
  items: readonly ValidItem[],
  refused: Set<ValidItem>,
): Promise<void> {
  await tx.query('SAVEPOINT half')
  try {
    await tryOut(tx, items)
    return
  } catch (error) {
    if (!isDataError(error)) throw error
    await tx.query('ROLLBACK TO SAVEPOINT half')
  }
  const [only] = items
  if (items.length === 1 && only !== undefined) {
    refused.add(only)
    return
  }
  const middle = Math.ceil(items.length / 2)
  await findRefused(tx, tryOut, items.slice(0, middle), refused)
  await findRefused(tx, tryOut, items.slice(middle), refused)
}

async function rolledBack(database: TransactionalSql, work: (tx: Sql) => Promise<void>): Promise<void> {
  const undo = new Error('rolled back on purpose')
  await database
    .transaction(async (tx) => {
      await work(tx)
      throw undo
    })
    .catch((error) => {
      if (error !== undo) throw error
    })
}

import type { RowType } from '../../records/entity-type.ts'
import type { SyncedRow } from '../../schema/common/synced-row.ts'
import { hotelNotFound } from '../../security/policy.ts'
import { changedTopic, type RowsChanged } from '../../sync/events/progress.ts'
import type { ApiContext } from '../access/context.ts'
import { createLoaders } from '../loaders/loaders.ts'
import { linkReturn } from './link-return.ts'

/**
 * Rows of a type that committed pages have created or changed, as they are when they are published.
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function rowChanges(context: ApiContext, type: RowType, { hotelId }: { hotelId: string }) {
  if ((await context.loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  const source = await context.pubsub.subscribe<RowsChanged>(changedTopic(hotelId, type))
  return linkReturn(source, changedRows(context, type, source))
}

async function* changedRows(context: ApiContext, type: RowType, source: AsyncIterableIterator<RowsChanged>) {
  try {
    for await (const { ids, traceparent } of source) {
      const rows: readonly (SyncedRow | Error | null)[] = await createLoaders(context, context.viewer).rows[
        type
      ].loadMany(ids)
      const found = rows.filter((row): row is SyncedRow => row !== null && !(row instanceof Error))
      yield* traceparent === undefined ? found : found.map((row) => ({ ...row, traceparent }))
    }
  } finally {
    await source.return?.()
  }
}

import { type CalendarChange, readChangesAt } from '../../calendar/read-changes.ts'
import { SPAN_TYPES } from '../../records/entity-type.ts'
import { hotelNotFound } from '../../security/policy.ts'
import { hotelChangedTopic, type RowsChanged } from '../../sync/events/progress.ts'
import type { ApiContext } from '../access/context.ts'
import { linkReturn } from './link-return.ts'

/**
 * Ranges that committed pages have changed, as they are when they are published.
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function ariChanges(context: ApiContext, { hotelId }: { hotelId: string }) {
  if ((await context.loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  const source = await context.pubsub.subscribe<RowsChanged>(hotelChangedTopic(hotelId))
  return linkReturn(source, changedRanges(context, hotelId, source))
}

async function* changedRanges(
  { database }: ApiContext,
  hotelId: string,
  source: AsyncIterableIterator<RowsChanged>,
): AsyncGenerator<CalendarChange> {
  try {
    for await (const { entityType, ids } of source) {
      const isCalendar = SPAN_TYPES.some((type) => type === entityType)
      if (isCalendar) yield* await readChangesAt(database, hotelId, ids.map(Number))
    }
  } finally {
    await source.return?.()
  }
}

import type { Booking } from '../../entities/synced/booking.ts'
import { hotelNotFound } from '../../security/policy.ts'
import { changedTopic, type RowsChanged } from '../../sync/events/progress.ts'
import type { ApiContext } from '../access/context.ts'
import { createLoaders } from '../loaders/loaders.ts'
import { linkReturn } from './link-return.ts'

/**
 * Bookings that committed pages have created or changed, as they are when they are published.
 * @throws PmsIntegrationError NOT_FOUND
 */
export async function bookingChanges(context: ApiContext, { hotelId }: { hotelId: string }) {
  if ((await context.loaders.hotel.load(hotelId)) === null) throw hotelNotFound()
  const source = await context.pubsub.subscribe<RowsChanged>(changedTopic(hotelId, 'BOOKING'))
  return linkReturn(source, changedBookings(context, source))
}

async function* changedBookings(context: ApiContext, source: AsyncIterableIterator<RowsChanged>) {
  try {
    for await (const { ids, traceparent } of source) {
      const bookings = await createLoaders(context, context.viewer).rows.BOOKING.loadMany(ids)
      const found = bookings.filter((booking): booking is Booking => booking !== null && !(booking instanceof Error))
      yield* traceparent === undefined ? found : found.map((booking) => ({ ...booking, traceparent }))
    }
  } finally {
    await source.return?.()
  }
}

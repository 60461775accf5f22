import type { FetchWindow } from '../provider.ts'
import { numberedPages } from '../transport/numbered-pages.ts'
import type { Query } from '../transport/rest.ts'
import { get, propertyOf, timeOf } from './client.ts'
import { bookingIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { changedAt } from './normalize/changed.ts'
import type { CloudbedsContext } from './settings.ts'
import { walkListAndChanges } from './walk/list-and-changes.ts'
import { countedList, withoutIdentity } from './wire.ts'

/** Walks through the reservations, deleted ones too: a row must not depend on the kind of walk that saw it last. */
export function fetchBookings(ctx: CloudbedsContext, window: FetchWindow) {
  return walkListAndChanges(window, {
    changedAt: (raw) => changedAt(raw, ctx.hotel),
    list: (since) => {
      const changed = since === null ? {} : { modifiedFrom: timeOf(since) }
      return numberedPages({
        pageSize: limits.pageSize,
        read: (pageNumber, pageSize) => readReservations(ctx, { ...changed, pageNumber, pageSize }),
      })
    },
  })
}

export async function fetchBooking(ctx: CloudbedsContext, reservationID: string): Promise<unknown | null> {
  const { rows } = await readReservations(ctx, { reservationID })
  return rows.find((row) => bookingIdOf(row) === reservationID) ?? null
}

/** The one method with prices, currency, deleted reservations and times in UTC. */
export async function readReservations(ctx: CloudbedsContext, query: Query) {
  const details = { includeGuestsDetails: true, includeCustomFields: true, includeDeleted: true }
  const answer = await get(
    ctx,
    'getReservationsWithRateDetails',
    { propertyID: propertyOf(ctx), ...details, ...query },
    countedList,
  )
  return { rows: (answer.data ?? []).map(withoutIdentity), total: answer.total ?? null }
}

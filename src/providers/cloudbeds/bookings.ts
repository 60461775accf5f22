import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import type { Query } from '../transport/rest.ts'
import { get, propertyOf } from './client.ts'
import { limits } from './limits.ts'
import { changedAt } from './normalize/changed.ts'
import { countedList, timeOf, withoutIdentity } from './rows.ts'
import type { CloudbedsContext } from './settings.ts'
import { walkList } from './walk.ts'

/** Walks through the reservations, deleted ones too: a row must not depend on the kind of walk that saw it last. */
export function fetchBookings(ctx: CloudbedsContext, window: FetchWindow) {
  return walkList(window, {
    changedAt: (raw) => changedAt(raw, ctx.hotel),
    pages: (since) => ({
      largest: limits.pageSize,
      read: (pageNumber, pageSize) =>
        readReservations(ctx, {
          ...(since !== null && { modifiedFrom: timeOf(since) }),
          ...{ pageNumber, pageSize },
        }),
    }),
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

const identified = z.object({ reservationID: z.string().min(1) })

export const bookingIdOf = (raw: unknown): string | null => identified.safeParse(raw).data?.reservationID ?? null

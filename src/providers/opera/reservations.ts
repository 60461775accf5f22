import { z } from 'zod'
import type { Query } from '../transport/rest.ts'
import { get, getOne, hotelPath } from './gateway.ts'
import { reservationIdOf } from './identify.ts'
import { ID_BATCH } from './limits.ts'
import { envelope, type ListRows } from './paging.ts'
import type { OperaContext } from './settings.ts'
import type { Slice } from './slices.ts'

const searchAnswer = z
  .object({ reservations: z.object({ reservationInfo: z.array(z.unknown()).nullish(), ...envelope }).nullish() })
  .nullable()
const detailAnswer = z
  .object({ reservations: z.object({ reservation: z.array(z.unknown()).nullish() }).nullish() })
  .nullable()

/** Rows of the bookings in a slice, in the order of their arrival. */
export function searchSlice(ctx: OperaContext, { arrival, departure }: Slice, offset: number, limit: number) {
  const [arrivalStartDate, arrivalEndDate] = arrival
  const [departureStartDate, departureEndDate] = departure ?? []
  const days = { arrivalStartDate, arrivalEndDate, departureStartDate, departureEndDate }
  return search(ctx, { ...days, orderBy: 'ArrivalDate', limit, offset })
}

async function search(ctx: OperaContext, query: Query): Promise<ListRows> {
  const answer = await get(ctx, `/rsv/v1/${hotelPath(ctx)}/reservations`, query, searchAnswer)
  const { reservationInfo, ...page } = answer?.reservations ?? {}
  return { ...page, rows: reservationInfo ?? [] }
}

/**
 * Bookings by id, in the shape of the search, so that they look the same whichever way they came. What the search does
 * not find is asked for alone, in the other shape; what the hotel no longer has is left out.
 * @param ids at most {@link ID_BATCH}
 */
export async function readReservations(ctx: OperaContext, ids: readonly string[]): Promise<unknown[]> {
  const { rows } = await search(ctx, { reservationIdList: ids, limit: ID_BATCH })
  const found = new Map(rows.map((row) => [reservationIdOf(row), row]))
  const items: unknown[] = []
  for (const id of ids) {
    const item = found.get(id) ?? (await readDetail(ctx, id))
    if (item !== null) items.push(item)
  }
  return items
}

async function readDetail(ctx: OperaContext, id: string): Promise<unknown | null> {
  const path = `/rsv/v1/${hotelPath(ctx)}/reservations/${encodeURIComponent(id)}`
  const answer = await getOne(ctx, path, { fetchInstructions: ['Reservation', 'Comments'] }, detailAnswer)
  return answer?.reservations?.reservation?.[0] ?? null
}

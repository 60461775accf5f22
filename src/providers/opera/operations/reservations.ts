import { z } from 'zod'
import type { Query } from '../../transport/rest.ts'
import { getOne, hotelPath, search } from '../client.ts'
import { bookingIdOf } from '../ids.ts'
import { ID_BATCH } from '../limits.ts'
import type { OperaContext } from '../settings.ts'
import type { Slice } from '../walk/slices.ts'
import { envelope } from '../wire.ts'
import { type FoundById, findByIds } from './by-id.ts'
import { pageOf } from './list-page.ts'

const searchAnswer = z
  .object({ reservations: z.object({ reservationInfo: z.array(z.unknown()).nullish(), ...envelope.shape }).nullish() })
  .nullable()
const detailAnswer = z
  .object({ reservations: z.object({ reservation: z.array(z.unknown()).nullish() }).nullish() })
  .nullable()

/** Rows of the bookings in a slice, in the order of their arrival. */
export function searchSlice(ctx: OperaContext, { arrival, departure }: Slice, offset: number, limit: number) {
  const [arrivalStartDate, arrivalEndDate] = arrival
  const [departureStartDate, departureEndDate] = departure ?? []
  const days = { arrivalStartDate, arrivalEndDate, departureStartDate, departureEndDate }
  return searchRows(ctx, { ...days, orderBy: ['ArrivalDate'], offset }, limit)
}

async function searchRows(ctx: OperaContext, criteria: Query, limit: number) {
  const answer = await search(ctx, `/rsv/v1/${hotelPath(ctx)}/reservations`, { ...criteria, limit }, searchAnswer)
  const { reservationInfo, ...said } = answer?.reservations ?? {}
  return pageOf(reservationInfo, limit, said)
}

/** Bookings by id. */
export const findReservations = (ctx: OperaContext, ids: readonly string[]): Promise<FoundById> =>
  findByIds(
    {
      search: async (batch) => (await searchRows(ctx, { reservationIdList: batch }, ID_BATCH)).rows,
      identify: bookingIdOf,
      readOne: (id) => readDetail(ctx, id),
    },
    ids,
  )

/** One alone, in the vendor's other shape; null where the hotel has it no longer. */
export async function readDetail(ctx: OperaContext, id: string): Promise<unknown | null> {
  const path = `/rsv/v1/${hotelPath(ctx)}/reservations/${encodeURIComponent(id)}`
  const answer = await getOne(ctx, path, { fetchInstructions: ['Reservation', 'Comments'] }, detailAnswer)
  return answer?.reservations?.reservation?.[0] ?? null
}

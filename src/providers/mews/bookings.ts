import { z } from 'zod'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { joinBookings } from './booking.ts'
import { enterprises } from './connector.ts'
import { chains, type House, readHouse } from './house.ts'
import { RESERVATIONS, readByIds, readPage } from './lists.ts'
import type { MewsContext } from './settings.ts'
import { walkList } from './walk.ts'

/** Walks through the reservations of the services that people stay in, each with what belongs to it. */
export async function* fetchBookings(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const house = await readHouse(ctx)
  const chain = await chains(ctx)
  const parameters = stays(ctx, house)
  yield* walkList(ctx, window, {
    begin: new Date(ctx.settings.historyFrom),
    read: async (filter, page) => {
      const { items, after } = await readPage(ctx, RESERVATIONS, { ...parameters, ...filter }, page)
      return { items: await joinBookings(ctx, house, chain, items), after }
    },
  })
}

export async function fetchBooking(ctx: MewsContext, id: string): Promise<unknown | null> {
  const house = await readHouse(ctx)
  const found = await readByIds(ctx, RESERVATIONS, 'ReservationIds', [id], stays(ctx, house))
  const [booking = null] = await joinBookings(ctx, house, await chains(ctx), found)
  return booking
}

/** Without the services, all bookable ones would be meant: parking too. */
export function stays(ctx: MewsContext, { serviceIds }: House) {
  return { ...enterprises(ctx), ServiceIds: serviceIds }
}

const identified = z.object({ Reservation: z.object({ Id: z.string().min(1) }) })

export const bookingIdOf = (raw: unknown): string | null => identified.safeParse(raw).data?.Reservation.Id ?? null

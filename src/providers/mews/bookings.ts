import type { FetchedPage, FetchWindow } from '../provider.ts'
import { chains, type PropertyCatalog, readCatalog, recallCatalog } from './catalog.ts'
import { enterprises } from './client.ts'
import { joinBookings } from './join/booking.ts'
import { REMEMBERED_MS, SURELY_SO_MS } from './limits.ts'
import { RESERVATIONS, readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'
import { walkIntervals } from './walk/intervals.ts'

/** Walks through the reservations of the services that people stay in, each with what belongs to it. */
export async function* fetchBookings(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const catalog = await readCatalog(ctx)
  const chain = await chains(ctx)
  const parameters = stays(ctx, catalog)
  yield* walkIntervals(ctx, window, {
    begin: new Date(ctx.settings.historyFrom),
    read: async (filter, page) => {
      const { items, after } = await readPage(ctx, RESERVATIONS, { ...parameters, ...filter }, page)
      return { items: await joinBookings(ctx, catalog, chain, items), after }
    },
  })
}

export async function fetchBooking(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [booking = null] = await fetchBookingsById(ctx, [id])
  return booking
}

export async function fetchBookingsById(ctx: MewsContext, ids: readonly string[]): Promise<unknown[]> {
  const known = recallCatalog(ctx, REMEMBERED_MS)
  const found = known && (await readById(ctx, known, ids))
  // One that is not there may be of a service that is new since.
  if (known && (found?.length === ids.length || known === recallCatalog(ctx, SURELY_SO_MS)))
    return join(ctx, known, found ?? [])
  const catalog = await readCatalog(ctx)
  return join(ctx, catalog, await readById(ctx, catalog, ids))
}

const readById = (ctx: MewsContext, catalog: PropertyCatalog, ids: readonly string[]) =>
  readByIds(ctx, RESERVATIONS, 'ReservationIds', ids, stays(ctx, catalog))

const join = async (ctx: MewsContext, catalog: PropertyCatalog, reservations: readonly unknown[]) =>
  joinBookings(ctx, catalog, await chains(ctx), reservations, { isOfFew: true })

/** Without the services, all bookable ones would be meant: parking too. */
export function stays(ctx: MewsContext, { serviceIds }: PropertyCatalog) {
  return { ...enterprises(ctx), ServiceIds: serviceIds }
}

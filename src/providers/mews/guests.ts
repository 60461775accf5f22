import type { FetchedPage, FetchWindow } from '../provider.ts'
import { chains } from './catalog.ts'
import { CUSTOMERS, readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'
import { walkIntervals } from './walk/intervals.ts'

/** Merged and deleted profiles are left out, so that a full walk finds them gone. */
const ACTIVE = { ActivityStates: ['Active'], Extent: { Customers: true, Addresses: false } }

/** Walks through the customers of the hotel's chain: Mews keeps them for all its hotels together. */
export async function* fetchGuests(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const parameters = { ...(await chains(ctx)), ...ACTIVE }
  yield* walkIntervals(ctx, window, {
    begin: new Date(ctx.settings.historyFrom),
    read: (filter, page) => readPage(ctx, CUSTOMERS, { ...parameters, ...filter }, page),
  })
}

export async function fetchGuest(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [guest = null] = await fetchGuestsById(ctx, [id])
  return guest
}

export async function fetchGuestsById(ctx: MewsContext, ids: readonly string[]): Promise<unknown[]> {
  return readByIds(ctx, CUSTOMERS, 'CustomerIds', ids, { ...(await chains(ctx)), ...ACTIVE })
}

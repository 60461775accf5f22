import type { FetchedPage, FetchWindow } from '../provider.ts'
import { stays } from './bookings.ts'
import { readCatalog } from './catalog.ts'
import { type List, readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'
import { walkIntervals } from './walk/intervals.ts'

export const RATES: List = { operation: 'rates/getAll', field: 'Rates' }

/** Walks through the rates of the services that people stay in, all of them each time: they are few. */
export async function* fetchRatePlans(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const parameters = await activeRates(ctx)
  yield* walkIntervals(ctx, window, {
    begin: null,
    read: (filter, page) => readPage(ctx, RATES, { ...parameters, ...filter }, page),
  })
}

export async function fetchRatePlan(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [plan = null] = await fetchRatePlansById(ctx, [id])
  return plan
}

export async function fetchRatePlansById(ctx: MewsContext, ids: readonly string[]): Promise<unknown[]> {
  return readByIds(ctx, RATES, 'RateIds', ids, await activeRates(ctx))
}

/** Left out, the states would bring deleted rates as well. */
export const ACTIVE_RATES = {
  ActivityStates: ['Active'],
  Extent: { Rates: true, RateGroups: false, AvailabilityBlockAssignments: false },
}

export const activeRates = async (ctx: MewsContext) => ({ ...stays(ctx, await readCatalog(ctx)), ...ACTIVE_RATES })

import { z } from 'zod'
import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { FetchWindow } from '../provider.ts'
import type { Query } from '../transport/rest.ts'
import { walk } from '../transport/walk.ts'
import { ratePlanIdOf } from './ids.ts'
import { readRates } from './operations/rates.ts'
import type { CloudbedsContext } from './settings.ts'

/** The vendor lists what it sells in a range of days, and nobody says how long that may be: a month is what prices are read by. */
const AHEAD_DAYS = 30

const position = z.object({ at: z.literal('rates') })

/** Walks through the rates, all of them each time: they have no time of change, and come in one answer. */
export function fetchRatePlans(ctx: CloudbedsContext, { cursor }: FetchWindow) {
  return walk(
    position,
    cursor,
    () => ({ at: 'rates' as const }),
    async () => ({ items: await readPlans(ctx, {}), next: null }),
  )
}

export async function fetchRatePlan(ctx: CloudbedsContext, id: string): Promise<unknown | null> {
  const plans = await readPlans(ctx, { rateIDs: id })
  return plans.find((plan) => ratePlanIdOf(plan) === id) ?? null
}

export async function readPlans(ctx: CloudbedsContext, query: Query): Promise<unknown[]> {
  const today = dayNumberIn(ctx.hotel.timeZone, ctx.clock.now())
  const days = { startDate: dayOf(today), endDate: dayOf(today + AHEAD_DAYS) }
  return (await readRates(ctx, { ...days, ...query })).map(withoutPrices)
}

const row = z.record(z.string(), z.unknown())
const PRICES = new Set(['roomRate', 'totalRate', 'baseRate', 'roomsAvailable', 'roomRateDetailed'])

/** What is of a day is no part of a plan: kept, it would change every plan every day. */
function withoutPrices(raw: unknown): unknown {
  const fields = row.safeParse(raw).data
  return fields === undefined ? raw : Object.fromEntries(Object.entries(fields).filter(([name]) => !PRICES.has(name)))
}

import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { request } from './client.ts'
import { grouped, walkDays } from './connector/days.ts'
import { RATES } from './connector/operations.ts'
import type { ProtelContext } from './settings.ts'

const answer = z.object({ rates: z.array(z.unknown()) })
const code = z.string().catch('')
const priced = z
  .object({ ratePlanCode: code, roomTypeCode: code, currency: code })
  .catch({ ratePlanCode: '', roomTypeCode: '', currency: '' })

/** Walks through prices; an item is a plan, a room type and a currency, with all that is told of them in some weeks. */
export const fetchRates = (ctx: ProtelContext, window: FetchWindow) =>
  walkDays(ctx, window, async (days) => {
    const { rates } = await request(ctx, RATES, days, answer)
    const about = (price: z.output<typeof priced>) => ({ ...price, from: days.from })
    return grouped(rates, priced, about).map(([of, prices]) => ({ ...of, prices }))
  })

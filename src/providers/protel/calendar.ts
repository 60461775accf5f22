import { z } from 'zod'
import { dayNumber, dayNumberIn, dayOf } from '../../records/days.ts'
import type { DayRange, FetchWindow } from '../provider.ts'
import { walk } from '../transport/walk.ts'
import { request } from './client.ts'
import { AVAILABILITY, RATES } from './connector/operations.ts'
import type { ProtelContext } from './settings.ts'

/** Days a request: the lists have no pages, and a hotel's prices of a month are some ten thousand. */
const SLICE_DAYS = 31
const YEAR_DAYS = 365

const position = z.object({ from: z.iso.date() })
const prices = z.object({ rates: z.array(z.unknown()) })
const counts = z.object({ availability: z.array(z.unknown()) })

/** Walks through prices; an item is a plan, a room type and a currency, with all that is told of them in some weeks. */
export const fetchRates = (ctx: ProtelContext, window: FetchWindow) =>
  walkDays(ctx, window, async (days) => {
    const { rates } = await request(ctx, RATES, days, prices)
    return grouped(rates, priced, ({ ratePlanCode, roomTypeCode, currency }) => ({
      ...{ ratePlanCode, roomTypeCode, currency },
      from: days.from,
    })).map(([about, told]) => ({ ...about, prices: told }))
  })

/** Walks through what is left; an item is a room type with its days of some weeks. */
export const fetchAvailability = (ctx: ProtelContext, window: FetchWindow) =>
  walkDays(ctx, window, async (days) => {
    const { availability } = await request(ctx, AVAILABILITY, days, counts)
    return grouped(availability, counted, ({ roomTypeCode }) => ({ roomTypeCode, from: days.from })).map(
      ([about, told]) => ({ ...about, days: told }),
    )
  })

const code = z.string().catch('')
const counted = z.object({ roomTypeCode: code }).catch({ roomTypeCode: '' })
const priced = z
  .object({ ratePlanCode: code, roomTypeCode: code, currency: code })
  .catch({ ratePlanCode: '', roomTypeCode: '', currency: '' })

/** What is told of each, in the order in which it came. What cannot be read is together, to be refused. */
function grouped<T extends z.ZodType, About>(
  told: readonly unknown[],
  schema: T,
  aboutOf: (read: z.output<T>) => About,
): [About, unknown[]][] {
  const groups = Map.groupBy(told, (one) => JSON.stringify(aboutOf(schema.parse(one))))
  return [...groups].map(([about, of]) => [JSON.parse(about) as About, of])
}

/** The days that are asked for, a year from today where nobody says, about a month at a time. */
function walkDays(ctx: ProtelContext, window: FetchWindow, read: (days: DayRange) => Promise<readonly unknown[]>) {
  const today = dayNumberIn(ctx.hotel.timeZone, window.until)
  const { from: first, to: last } = window.range ?? { from: dayOf(today), to: dayOf(today + YEAR_DAYS - 1) }
  return walk(
    position,
    window.cursor,
    () => ({ from: first }),
    async ({ from }) => {
      const end = dayOf(Math.min(dayNumber(from) + SLICE_DAYS - 1, dayNumber(last)))
      const next = end < last ? { from: dayOf(dayNumber(end) + 1) } : null
      return { items: await read({ from, to: end }), next }
    },
  )
}

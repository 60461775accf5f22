import { z } from 'zod'
import { dayNumber, dayNumberIn, dayOf } from '../../../records/days.ts'
import type { DayRange, FetchWindow } from '../../provider.ts'
import { walk } from '../../transport/walk.ts'
import type { ProtelContext } from '../settings.ts'

/** Days a request: the lists have no pages, and a hotel's prices of a month are some ten thousand. */
const SLICE_DAYS = 31
const YEAR_DAYS = 365

const position = z.object({ from: z.iso.date() })

/** What is told of each, in the order in which it came. What cannot be read is together, to be refused. */
export function grouped<T extends z.ZodType, About>(
  told: readonly unknown[],
  schema: T,
  aboutOf: (read: z.output<T>) => About,
): [About, unknown[]][] {
  const groups = Map.groupBy(told, (one) => JSON.stringify(aboutOf(schema.parse(one))))
  return [...groups].map(([about, of]) => [JSON.parse(about) as About, of])
}

/** The days that are asked for, a year from today where nobody says, about a month at a time. */
export function walkDays(
  ctx: ProtelContext,
  window: FetchWindow,
  read: (days: DayRange) => Promise<readonly unknown[]>,
) {
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

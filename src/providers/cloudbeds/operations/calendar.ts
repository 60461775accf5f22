import { z } from 'zod'
import { dayNumber, dayNumberIn, dayOf } from '../../../records/days.ts'
import type { DayRange, FetchWindow } from '../../provider.ts'
import { walk } from '../../transport/walk.ts'
import type { CloudbedsContext } from '../settings.ts'
import { readRates } from './rates.ts'

/** Days a request: all rates on all of them come in one answer. */
const SLICE_DAYS = 31
const YEAR_DAYS = 365

const position = z.object({ from: z.iso.date() })

/**
 * Walks through the days that are asked for, a year from today where nobody says, about a month at a time.
 * @param itemsOf makes items of the rates of a slice of days
 */
export function walkCalendar(
  ctx: CloudbedsContext,
  window: FetchWindow,
  itemsOf: (rates: readonly unknown[], days: DayRange) => readonly unknown[],
) {
  const { from: first, to: last } = window.range ?? yearFrom(ctx, window.until)
  return walk(
    position,
    window.cursor,
    () => ({ from: first }),
    async ({ from }) => {
      const to = [dayAfter(from, SLICE_DAYS - 1), last].sort()[0] ?? last
      const items = itemsOf(await readDays(ctx, { from, to }), { from, to })
      return { items, next: to < last ? { from: dayAfter(to, 1) } : null }
    },
  )
}

/** Whether the last day of a range is among the answer's nobody says: one more is asked for, and left out by who reads. */
const readDays = (ctx: CloudbedsContext, { from, to }: DayRange) =>
  readRates(ctx, { startDate: from, endDate: dayAfter(to, 1), detailedRates: true })

function yearFrom({ hotel }: CloudbedsContext, instant: Date): DayRange {
  const today = dayNumberIn(hotel.timeZone, instant)
  return { from: dayOf(today), to: dayOf(today + YEAR_DAYS - 1) }
}

const dayAfter = (day: string, days: number) => dayOf(dayNumber(day) + days)

import type { FetchWindow } from '../provider.ts'
import { walkCalendar } from './operations/calendar.ts'
import type { CloudbedsContext } from './settings.ts'

/** Walks through prices and restrictions; an item is a rate, which is of one room type, with the days that it was asked for. */
export const fetchRates = (ctx: CloudbedsContext, window: FetchWindow) =>
  walkCalendar(ctx, window, (rates, days) => rates.map((rate) => ({ ...Object(rate), ...days })))

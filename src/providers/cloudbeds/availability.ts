import type { DayRange, FetchWindow } from '../provider.ts'
import { roomTypeIdOf } from './ids.ts'
import { walkCalendar } from './operations/calendar.ts'
import type { CloudbedsContext } from './settings.ts'

/** Walks through what is left of each room type; an item is a type with all of its rates, each of which says it. */
export const fetchAvailability = (ctx: CloudbedsContext, window: FetchWindow) => walkCalendar(ctx, window, byRoomType)

function byRoomType(rates: readonly unknown[], days: DayRange): unknown[] {
  const types = Map.groupBy(rates, roomTypeIdOf)
  return [...types].map(([roomTypeID, ofType]) => ({ roomTypeID, ...days, rates: ofType }))
}

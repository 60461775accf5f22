import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { FetchWindow } from '../provider.ts'
import { walkConnection } from './client.ts'
import { ROOM_BLOCKS } from './connector/operations.ts'
import type { ProtelContext } from './settings.ts'

/** How far a walk looks ahead. */
export const AHEAD_DAYS = 364

/** Walks through the blocks of a year from the hotel's today, all of them each time: they have no time of change. */
export function fetchRoomBlocks(ctx: ProtelContext, window: FetchWindow) {
  const today = dayNumberIn(ctx.hotel.timeZone, window.until)
  const days = { from: dayOf(today), to: dayOf(today + AHEAD_DAYS) }
  return walkConnection(ctx, 'roomBlocks', ROOM_BLOCKS, window, days)
}

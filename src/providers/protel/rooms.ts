import type { FetchWindow } from '../provider.ts'
import { walkConnection } from './client.ts'
import { ROOMS } from './connector/operations.ts'
import { roomIdOf } from './ids.ts'
import type { ProtelContext } from './settings.ts'

export const fetchRooms = (ctx: ProtelContext, window: FetchWindow) => walkConnection(ctx, 'rooms', ROOMS, window)

/** The contract has no query for one room: a hotel's list of rooms is a few pages. */
export async function fetchRoom(ctx: ProtelContext, id: string): Promise<unknown | null> {
  const everything = { since: null, until: ctx.clock.now(), cursor: null, limit: null }
  for await (const { items } of fetchRooms(ctx, everything)) {
    const found = items.find((room) => roomIdOf(room) === id)
    if (found !== undefined) return found
  }
  return null
}

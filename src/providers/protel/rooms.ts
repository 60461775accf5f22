import type { FetchedPage, FetchWindow } from '../provider.ts'
import { walkConnection } from './client.ts'
import { ROOMS } from './connector/operations.ts'
import { roomIdOf } from './ids.ts'
import type { ProtelContext } from './settings.ts'

export const fetchRooms = (ctx: ProtelContext, window: FetchWindow) => walkConnection(ctx, 'rooms', ROOMS, window)

export async function fetchRoom(ctx: ProtelContext, id: string): Promise<unknown | null> {
  const [found = null] = await findRooms(ctx, fetchRooms, (room) => roomIdOf(room) === id)
  return found
}

/** The contract has no query for one room: a hotel's list of rooms is a few pages. */
export async function findRooms(
  ctx: ProtelContext,
  fetch: (ctx: ProtelContext, window: FetchWindow) => AsyncIterable<FetchedPage>,
  isWanted: (room: unknown) => boolean,
): Promise<unknown[]> {
  const found: unknown[] = []
  for await (const { items } of fetch(ctx, { since: null, until: ctx.clock.now(), cursor: null, limit: null })) {
    found.push(...items.filter(isWanted))
  }
  return found
}

import type { FetchWindow } from '../provider.ts'
import { joinHousekeeping } from './join/room.ts'
import { readResources, walkResources } from './rooms.ts'
import type { MewsContext } from './settings.ts'

/**
 * Walks through the state of all rooms each time: neither a guest who moves in nor a block that begins moves a resource's
 * time of change.
 */
export const fetchHousekeeping = (ctx: MewsContext, window: FetchWindow) => walkResources(ctx, window, joinHousekeeping)

export async function fetchHousekeepingOf(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [room = null] = await fetchHousekeepingOfRooms(ctx, [id])
  return room
}

export const fetchHousekeepingOfRooms = (ctx: MewsContext, ids: readonly string[]) =>
  readResources(ctx, ids, joinHousekeeping)

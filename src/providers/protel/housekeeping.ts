import type { FetchWindow } from '../provider.ts'
import { walkConnection } from './client.ts'
import { ROOM_STATES } from './connector/operations.ts'
import { roomIdOf } from './ids.ts'
import { findRooms } from './rooms.ts'
import type { ProtelContext } from './settings.ts'

/** Walks through the state of rooms: the same list as that of the rooms, of which a change of state is a change. */
export const fetchHousekeeping = (ctx: ProtelContext, window: FetchWindow) =>
  walkConnection(ctx, 'rooms', ROOM_STATES, window)

export async function fetchHousekeepingOf(ctx: ProtelContext, id: string): Promise<unknown | null> {
  const [found = null] = await fetchHousekeepingOfRooms(ctx, [id])
  return found
}

/** However many rooms, their list is read once. */
export const fetchHousekeepingOfRooms = (ctx: ProtelContext, ids: readonly string[]) =>
  findRooms(ctx, fetchHousekeeping, (room) => ids.includes(roomIdOf(room) ?? ''))

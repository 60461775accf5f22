import type { FetchedPage, FetchWindow } from '../provider.ts'
import { type PropertyCatalog, readCatalog } from './catalog.ts'
import { enterprises } from './client.ts'
import { joinRooms } from './join/room.ts'
import { RESOURCES, readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'
import { walkIntervals } from './walk/intervals.ts'

/**
 * Walks through the rooms, all of them each time: neither a guest who moves in nor a block that begins moves a resource's
 * time of change.
 */
export async function* fetchRooms(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const catalog = await readCatalog(ctx)
  yield* walkIntervals(ctx, window, {
    begin: null,
    read: async (filter, page) => {
      const { items, after } = await readPage(ctx, RESOURCES, { ...active(ctx), ...filter }, page)
      return { items: await joinRooms(ctx, catalog, items), after }
    },
  })
}

export async function fetchRoom(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [room = null] = await fetchRoomsById(ctx, [id])
  return room
}

export async function fetchRoomsById(ctx: MewsContext, ids: readonly string[]): Promise<unknown[]> {
  const catalog: PropertyCatalog = await readCatalog(ctx)
  return joinRooms(ctx, catalog, await readByIds(ctx, RESOURCES, 'ResourceIds', ids, active(ctx)))
}

const active = (ctx: MewsContext) => ({ ...enterprises(ctx), Extent: { Resources: true, Inactive: false } })

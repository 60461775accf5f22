import type { FetchedPage, FetchWindow } from '../provider.ts'
import { readCatalog, recallCatalog } from './catalog.ts'
import { enterprises } from './client.ts'
import { joinRooms } from './join/room.ts'
import { REMEMBERED_MS } from './limits.ts'
import { RESOURCES, readByIds, readPage } from './operations/lists.ts'
import type { MewsContext } from './settings.ts'
import { walkIntervals } from './walk/intervals.ts'

type Join = typeof joinRooms

/** Walks through the rooms, all of them each time: a guest who moves in does not move a resource's time of change. */
export const fetchRooms = (ctx: MewsContext, window: FetchWindow) => walkResources(ctx, window, joinRooms)

/** @param join makes items of the resources that people stay in */
export async function* walkResources(ctx: MewsContext, window: FetchWindow, join: Join): AsyncGenerator<FetchedPage> {
  const catalog = await readCatalog(ctx)
  yield* walkIntervals(ctx, window, {
    begin: null,
    read: async (filter, page) => {
      const { items, after } = await readPage(ctx, RESOURCES, { ...active(ctx), ...filter }, page)
      return { items: await join(ctx, catalog, items), after }
    },
  })
}

export async function fetchRoom(ctx: MewsContext, id: string): Promise<unknown | null> {
  const [room = null] = await fetchRoomsById(ctx, [id])
  return room
}

export const fetchRoomsById = (ctx: MewsContext, ids: readonly string[]) => readResources(ctx, ids, joinRooms)

export async function readResources(ctx: MewsContext, ids: readonly string[], join: Join): Promise<unknown[]> {
  const catalog = recallCatalog(ctx, REMEMBERED_MS) ?? (await readCatalog(ctx))
  return join(ctx, catalog, await readByIds(ctx, RESOURCES, 'ResourceIds', ids, active(ctx)))
}

const active = (ctx: MewsContext) => ({ ...enterprises(ctx), Extent: { Resources: true, Inactive: false } })

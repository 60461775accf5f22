import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { walkList } from '../transport/moving-list.ts'
import { numberedPages } from '../transport/numbered-pages.ts'
import type { Query } from '../transport/rest.ts'
import { get, propertyOf } from './client.ts'
import { roomTypeIdOf } from './ids.ts'
import { ROOM_PAGE } from './limits.ts'
import type { CloudbedsContext } from './settings.ts'

const answer = z.object({ data: z.array(z.unknown()).nullish() })

/** Walks through the room types, all of them each time: they have no time of change. The list ends with a page without a new one. */
export function fetchRoomTypes(ctx: CloudbedsContext, window: FetchWindow) {
  const list = numberedPages({
    pageSize: ROOM_PAGE,
    fingerprint: (type) => roomTypeIdOf(type) ?? '',
    read: async (pageNumber, pageSize) => ({ rows: await readRoomTypes(ctx, { pageNumber, pageSize }), total: null }),
  })
  return walkList(list, window)
}

export async function fetchRoomType(ctx: CloudbedsContext, id: string): Promise<unknown | null> {
  const types = await readRoomTypes(ctx, { roomTypeIDs: id })
  return types.find((type) => roomTypeIdOf(type) === id) ?? null
}

async function readRoomTypes(ctx: CloudbedsContext, query: Query): Promise<readonly unknown[]> {
  return (await get(ctx, 'getRoomTypes', { propertyIDs: propertyOf(ctx), ...query }, answer)).data ?? []
}

import { z } from 'zod'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { type MovingList, walkList } from '../transport/moving-list.ts'
import { numberedPages } from '../transport/numbered-pages.ts'
import { get, propertyOf } from './client.ts'
import { roomIdOf } from './ids.ts'
import { ROOM_PAGE } from './limits.ts'
import type { CloudbedsContext } from './settings.ts'

const answer = z.object({ data: z.array(z.object({ rooms: z.array(z.unknown()).nullish() })).nullish() })

/** Walks through the rooms, all of them each time: they have no time of change. */
export async function* fetchRooms(ctx: CloudbedsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  for await (const page of walkList(listRooms(ctx), window)) {
    yield { ...page, items: page.items.filter(isReal) }
  }
}

/** There is no method for one room. */
export async function fetchRoom(ctx: CloudbedsContext, id: string): Promise<unknown | null> {
  for await (const { items } of fetchRooms(ctx, { since: null, until: ctx.clock.now(), cursor: null, limit: null })) {
    const found = items.find((room) => roomIdOf(room) === id)
    if (found !== undefined) return found
  }
  return null
}

/** What the vendor counts here is properties, so the list ends with a page that brings no new room. */
export function listRooms(ctx: CloudbedsContext): MovingList {
  return numberedPages({
    pageSize: ROOM_PAGE,
    fingerprint: (room) => roomIdOf(room) ?? '',
    async read(pageNumber, pageSize) {
      const { data } = await get(ctx, 'getRooms', { propertyIDs: propertyOf(ctx), pageNumber, pageSize }, answer)
      return { rows: data?.flatMap(({ rooms }) => rooms ?? []) ?? [], total: null }
    },
  })
}

const virtual = z.object({ isVirtual: z.literal(true) })

/** Virtual rooms are other rooms, sold together. */
const isReal = (room: unknown): boolean => !virtual.safeParse(room).success

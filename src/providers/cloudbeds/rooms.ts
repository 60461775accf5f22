import { z } from 'zod'
import { PmsIntegrationError } from '../../errors.ts'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { get, propertyOf } from './client.ts'
import { type House, readHouse } from './house.ts'
import { ROOM_PAGE } from './limits.ts'
import { LIST_START, type ListPlace, listPlace, type NumberedPages, readOn } from './paging.ts'
import type { CloudbedsContext } from './settings.ts'

const answer = z.object({ data: z.array(z.object({ rooms: z.array(z.unknown()).nullish() })).nullish() })

/** Walks through the rooms, all of them each time: their state has no time of change. */
export async function* fetchRooms(ctx: CloudbedsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const house = await readHouse(ctx)
  let at: ListPlace | null = window.cursor === null ? LIST_START : readCursor(window.cursor)
  while (at !== null) {
    const { items, next } = await readOn(roomPages(ctx), at, window.limit)
    at = next
    yield { items: items.filter(isReal).map((room) => join(house, room)), cursor: at && JSON.stringify(at) }
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
export function roomPages(ctx: CloudbedsContext): NumberedPages {
  return {
    largest: ROOM_PAGE,
    fingerprint: (room) => roomIdOf(room) ?? '',
    async read(pageNumber, pageSize) {
      const { data } = await get(ctx, 'getRooms', { propertyIDs: propertyOf(ctx), pageNumber, pageSize }, answer)
      return { rows: data?.flatMap(({ rooms }) => rooms ?? []) ?? [], total: null }
    },
  }
}

function join({ housekeeping, blocks }: House, room: unknown): unknown {
  if (typeof room !== 'object') return room
  const id = roomIdOf(room) ?? ''
  return { ...room, housekeeping: housekeeping.get(id) ?? null, blocks: blocks.get(id) ?? [] }
}

const virtual = z.object({ isVirtual: z.literal(true) })

/** Virtual rooms are other rooms, sold together. */
const isReal = (room: unknown): boolean => !virtual.safeParse(room).success

const identified = z.object({ roomID: z.string().min(1) })

export const roomIdOf = (raw: unknown): string | null => identified.safeParse(raw).data?.roomID ?? null

function readCursor(cursor: string): ListPlace {
  try {
    return listPlace.parse(JSON.parse(cursor))
  } catch {
    throw new PmsIntegrationError('PROVIDER_CURSOR_INVALID', 'This cursor is no place in a list of Cloudbeds.')
  }
}

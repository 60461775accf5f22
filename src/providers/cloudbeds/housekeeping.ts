import { dayNumberIn, dayOf } from '../../records/days.ts'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { type MovingList, readAll, walkList } from '../transport/moving-list.ts'
import { numberedPages } from '../transport/numbered-pages.ts'
import { get, propertyOf } from './client.ts'
import { roomIdOf } from './ids.ts'
import { HOUSEKEEPING_PAGE } from './limits.ts'
import { listRoomBlocks, oneForEachRoom } from './operations/room-blocks.ts'
import type { CloudbedsContext } from './settings.ts'
import { countedList } from './wire.ts'

/**
 * Walks through the state of all rooms, mostly in one answer, with today's blocks: the list says whether a room is blocked,
 * and its block says how.
 */
export async function* fetchHousekeeping(ctx: CloudbedsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const blocks = await readBlocks(ctx, window.until)
  for await (const page of walkList(listHousekeeping(ctx), window)) {
    yield { ...page, items: page.items.map((row) => join(blocks, row)) }
  }
}

/** There is no method for one room. */
export async function fetchHousekeepingOf(ctx: CloudbedsContext, id: string): Promise<unknown | null> {
  const [found = null] = await fetchHousekeepingOfRooms(ctx, [id])
  return found
}

export async function fetchHousekeepingOfRooms(ctx: CloudbedsContext, ids: readonly string[]): Promise<unknown[]> {
  const blocks = await readBlocks(ctx, ctx.clock.now())
  const rows = await readAll(listHousekeeping(ctx))
  return rows.filter((row) => ids.includes(roomIdOf(row) ?? '')).map((row) => join(blocks, row))
}

export function listHousekeeping(ctx: CloudbedsContext): MovingList {
  return numberedPages({
    pageSize: HOUSEKEEPING_PAGE,
    async read(pageNumber, pageSize) {
      const query = { propertyID: propertyOf(ctx), pageNumber, pageSize }
      const { data, total } = await get(ctx, 'getHousekeepingStatus', query, countedList)
      return { rows: data ?? [], total: total ?? null }
    },
  })
}

/** Today's blocks by room. */
async function readBlocks(ctx: CloudbedsContext, now: Date): Promise<ReadonlyMap<string, readonly unknown[]>> {
  const today = dayOf(dayNumberIn(ctx.hotel.timeZone, now))
  const blocks = await readAll(listRoomBlocks(ctx, { startDate: today, endDate: today }))
  return Map.groupBy(blocks.flatMap(oneForEachRoom), (block) => roomIdOf(block) ?? '')
}

function join(blocks: ReadonlyMap<string, readonly unknown[]>, row: unknown): unknown {
  if (typeof row !== 'object' || row === null) return row
  // The date is today's: kept, it would change every room every day.
  const { date: _, ...state } = row as { date?: unknown }
  return { ...state, blocks: blocks.get(roomIdOf(row) ?? '') ?? [] }
}

import { z } from 'zod'
import type { FetchedPage, FetchWindow } from '../provider.ts'
import { enterprises } from './connector.ts'
import { type House, readHouse } from './house.ts'
import { RESOURCES, readByIds, readPage } from './lists.ts'
import { joinRooms } from './room.ts'
import type { MewsContext } from './settings.ts'
import { walkList } from './walk.ts'

/**
 * Walks through the rooms, all of them each time: neither a guest who moves in nor a block that begins moves a resource's
 * time of change.
 */
export async function* fetchRooms(ctx: MewsContext, window: FetchWindow): AsyncGenerator<FetchedPage> {
  const house = await readHouse(ctx)
  yield* walkList(ctx, window, {
    begin: null,
    read: async (filter, page) => {
      const { items, after } = await readPage(ctx, RESOURCES, { ...active(ctx), ...filter }, page)
      return { items: await joinRooms(ctx, house, items), after }
    },
  })
}

export async function fetchRoom(ctx: MewsContext, id: string): Promise<unknown | null> {
  const house: House = await readHouse(ctx)
  const [room = null] = await joinRooms(ctx, house, await readByIds(ctx, RESOURCES, 'ResourceIds', [id], active(ctx)))
  return room
}

const active = (ctx: MewsContext) => ({ ...enterprises(ctx), Extent: { Resources: true, Inactive: false } })

const identified = z.object({ Resource: z.object({ Id: z.string().min(1) }) })

export const roomIdOf = (raw: unknown): string | null => identified.safeParse(raw).data?.Resource.Id ?? null

import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import type { Query } from '../transport/rest.ts'
import { get, hotelPath } from './gateway.ts'
import { roomIdOf } from './identify.ts'
import { envelope, LIST_START, type ListRows, listPlace, readOn } from './paging.ts'
import type { OperaContext } from './settings.ts'
import { walkFrom } from './walk.ts'

const rooms = z.object({ room: z.array(z.unknown()).nullish() }).nullish()
const overview = z
  .object({ housekeepingRoomInfo: z.object({ housekeepingRooms: rooms, ...envelope }).nullish() })
  .nullable()

/** Walks through the rooms of the housekeeping overview, all of them each time: their state has no time of change. */
export function fetchRooms(ctx: OperaContext, { cursor, limit }: FetchWindow) {
  const read = (offset: number, size: number) => readOverview(ctx, { limit: size, offset })
  return walkFrom(
    listPlace,
    cursor,
    () => LIST_START,
    async (at) => {
      const { items, next } = await readOn({ identify: roomIdOf, read }, at, limit)
      return { items: items.filter((room) => !isPseudo(room)), next }
    },
  )
}

export async function fetchRoom(ctx: OperaContext, id: string): Promise<unknown | null> {
  const { rows } = await readOverview(ctx, { fromRoomNumber: id, toRoomNumber: id })
  return rows.find((room) => roomIdOf(room) === id && !isPseudo(room)) ?? null
}

async function readOverview(ctx: OperaContext, query: Query): Promise<ListRows> {
  const answer = await get(ctx, `/hsk/v1/${hotelPath(ctx)}/housekeepingOverview`, query, overview)
  const { housekeepingRooms, ...page } = answer?.housekeepingRoomInfo ?? {}
  return { ...page, rows: housekeepingRooms?.room ?? [] }
}

const pseudo = z.object({
  roomType: z.object({ pseudoRoom: z.literal(true) }).or(z.object({ pseudo: z.literal(true) })),
})

/** Rooms that exist in the books only, to post charges on. */
const isPseudo = (room: unknown): boolean => pseudo.safeParse(room).success

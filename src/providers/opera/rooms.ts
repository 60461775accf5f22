import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { walkList } from '../transport/moving-list.ts'
import type { Query } from '../transport/rest.ts'
import { get, hotelPath } from './client.ts'
import { roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { pageOf } from './operations/list-page.ts'
import type { OperaContext } from './settings.ts'
import { envelope } from './wire.ts'

const rooms = z.object({ room: z.array(z.unknown()).nullish() }).nullish()
const overview = z
  .object({ housekeepingRoomInfo: z.object({ housekeepingRooms: rooms, ...envelope.shape }).nullish() })
  .nullable()

/** Walks through the rooms of the housekeeping overview, all of them each time: their state has no time of change. */
export async function* fetchRooms(ctx: OperaContext, window: FetchWindow) {
  const read = (offset: number, limit: number) => readOverview(ctx, { limit, offset }, limit)
  for await (const page of walkList({ pageSize: limits.pageSize, read }, window)) {
    yield { ...page, items: page.items.filter((room) => !isPseudo(room)) }
  }
}

export async function fetchRoom(ctx: OperaContext, id: string): Promise<unknown | null> {
  const { rows } = await readOverview(ctx, { fromRoomNumber: id, toRoomNumber: id }, limits.pageSize)
  return rows.find((room) => roomIdOf(room) === id && !isPseudo(room)) ?? null
}

async function readOverview(ctx: OperaContext, query: Query, limit: number) {
  const answer = await get(ctx, `/hsk/v1/${hotelPath(ctx)}/housekeepingOverview`, query, overview)
  const { housekeepingRooms, ...said } = answer?.housekeepingRoomInfo ?? {}
  return pageOf(housekeepingRooms?.room, limit, said)
}

const pseudo = z.object({
  roomType: z.object({ pseudoRoom: z.literal(true) }).or(z.object({ pseudo: z.literal(true) })),
})

/** Rooms that exist in the books only, to post charges on. */
const isPseudo = (room: unknown): boolean => pseudo.safeParse(room).success

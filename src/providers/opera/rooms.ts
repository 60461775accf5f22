import { z } from 'zod'
import type { FetchWindow } from '../provider.ts'
import { walkList } from '../transport/moving-list.ts'
import type { Query } from '../transport/rest.ts'
import { get, hotelPath } from './client.ts'
import { roomIdOf } from './ids.ts'
import { limits } from './limits.ts'
import { pageOf } from './operations/list-page.ts'
import { isPseudo } from './operations/pseudo.ts'
import type { OperaContext } from './settings.ts'

const answer = z.object({ rooms: z.array(z.object({ room: z.array(z.unknown()).nullish() })).nullish() }).nullable()

/** Walks through the rooms of the configuration, all of them each time: they have no time of change. */
export async function* fetchRooms(ctx: OperaContext, window: FetchWindow) {
  const read = (offset: number, limit: number) => readRooms(ctx, { offset }, limit)
  for await (const page of walkList({ pageSize: limits.pageSize, read }, window)) {
    yield { ...page, items: page.items.filter((room) => !isPseudo(room)) }
  }
}

export async function fetchRoom(ctx: OperaContext, id: string): Promise<unknown | null> {
  const { rows } = await readRooms(ctx, { room: id }, limits.pageSize)
  return rows.find((room) => roomIdOf(room) === id && !isPseudo(room)) ?? null
}

/** This list has no paging envelope: it ends with a page that is not full. */
async function readRooms(ctx: OperaContext, asked: Query, limit: number) {
  const found = await get(ctx, `/rm/config/v1/${hotelPath(ctx)}/rooms`, { ...asked, limit }, answer)
  return pageOf(
    found?.rooms?.flatMap(({ room }) => room ?? []),
    limit,
    {},
  )
}
